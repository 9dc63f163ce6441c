"""What the service needs to know of its surroundings, and its limits."""

from pydantic import Field, SecretStr

from graph.settings import Settings as GraphSettings


class Settings(GraphSettings):
    """The library's settings and the service's own, each read from ``BACKCHANNEL_`` and its name in capitals."""

    write_token: SecretStr | None = Field(
        default=None,
        description="Who writes must send it as `Authorization: Bearer`; without it, only this machine may write.",
    )
    cors_origins: list[str] = Field(
        default=[],
        description='Origins whose pages may read the answers by script, as a JSON list; `["*"]` for all.',
    )
    embed_ancestors: str = Field(
        default="*",
        description="Who may show the embedded views in a frame, as sources of `frame-ancestors`.",
    )
    max_body: int = Field(default=4_000_000, ge=1, description="The largest request that is read, in bytes.")
    max_text: int = Field(default=200_000, ge=1, description="The longest article that is read, in characters.")
    query_seconds: float = Field(
        default=30.0, gt=0, description="How long a SPARQL query may run; a request may ask for less by `timeout`."
    )
    query_memory: int = Field(
        default=1_000_000_000, ge=100_000_000, description="How much memory a SPARQL query may take, in bytes."
    )
    query_workers: int = Field(
        default=4, ge=2, description="How many SPARQL queries run at once, those of one caller on all of them but one."
    )
    query_queue: int = Field(default=32, ge=0, description="How many SPARQL queries may wait for their turn.")
    query_budget: float = Field(
        default=120.0, gt=0, description="How many seconds of SPARQL queries one caller may use in a minute."
    )
    max_answer: int = Field(
        default=500_000_000, ge=1_000_000, description="The largest answer to a SPARQL query, in bytes."
    )
    max_snapshots: int = Field(default=20, ge=0, description="The most snapshots of the store that are kept at once.")
    max_page: int = Field(default=500, ge=1, description="The most items that a list gives at once.")
    max_paths: int = Field(default=20, ge=1, description="The most paths that one request finds.")
    max_hops: int = Field(default=6, ge=1, le=10, description="The longest path that is looked for, in hops.")
    max_contacts: int = Field(default=200, ge=1, description="The most contacts that a network view draws.")
    max_evidence: int = Field(default=20, ge=1, description="The most sentences that come with one edge or hop.")
