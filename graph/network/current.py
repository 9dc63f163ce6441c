"""The network that belongs to the store's present version."""

import threading

from graph.network.network import Network
from graph.store.store import Store


class Current:
    """Keeps one network, and loads it anew when the store has changed; may be used from any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._network: Network | None = None

    def get(self) -> Network:
        """The network as the store stands now."""
        with self._lock:
            if self._network is None or self._network.version != self._store.version:
                self._network = Network.load(self._store)
            return self._network
