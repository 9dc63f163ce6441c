"""What the routes share: the store, the network and the extractor of this process."""

import threading
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request

from app.queries import Queries
from app.settings import Settings
from graph.network.current import Current
from graph.network.network import Network
from graph.store import Store
from graph.store.checkpoints import Checkpoints
from graph.store.snapshots import Snapshots
from graph.upkeep import owned

if TYPE_CHECKING:
    from graph.extraction import Extractor


class Service:
    """One open store and what is derived from it; its methods may be called from any thread.

    The extractor is made on first use, as loading its model takes seconds and most processes only answer questions, and
    anew when knowledge was imported since.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.store = owned(str(settings.store))
        self.writing = threading.Lock()
        self._files = TemporaryDirectory(prefix="backchannel-", ignore_cleanup_errors=True)
        self.snapshots = Snapshots(self.store, self._beside("snapshots"), most=settings.max_snapshots)
        self.queries = Queries(Checkpoints(self.store, self._beside("checkpoints")), settings)
        self._network = Current(self.store)
        self._loading = threading.Lock()
        self._extractor: Extractor | None = None
        self._known = ""

    @property
    def network(self) -> Network:
        """The contact network as the store stands now."""
        return self._network.get()

    @property
    def extractor(self) -> "Extractor":
        """The one extractor of this process, with all that is known by now."""
        from graph.extraction import Extractor
        from graph.kb.shelf import Shelf

        shelf = Shelf(self.settings.shelf)
        with self._loading:
            state = shelf.state()
            if self._extractor is None or state != self._known:
                self._extractor = Extractor(model=self.settings.model, known=shelf.knowledge())
                self._known = state
            return self._extractor

    def close(self) -> None:
        """Stop the queries that run, and let go of the store."""
        self.queries.close()
        self.store.close()
        self._files.cleanup()

    def _beside(self, name: str) -> Path:
        """A folder for frozen copies of the store: on its disk, as links; of one in memory, until the end."""
        if self.store.folder is None:
            return Path(self._files.name) / name
        return self.store.folder.with_name(f"{self.store.folder.name}.{name}")


def service_of(request: Request) -> Service:
    """The service of the application that a request came to."""
    service = request.app.state.service
    assert isinstance(service, Service)
    return service


def store_of(service: Annotated[Service, Depends(service_of)]) -> Store:
    """The service's store."""
    return service.store


def settings_of(request: Request) -> Settings:
    """The settings of the application that a request came to."""
    settings = request.app.state.settings
    assert isinstance(settings, Settings)
    return settings


ServiceOf = Annotated[Service, Depends(service_of)]
StoreOf = Annotated[Store, Depends(store_of)]
SettingsOf = Annotated[Settings, Depends(settings_of)]
