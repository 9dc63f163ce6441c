from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.service import Service
from app.settings import Settings
from graph.store import open_store
from tests.stories import fill

HERE = "http://127.0.0.1"


def connect(settings: Settings, *, base_url: str = HERE, address: str = "127.0.0.1") -> TestClient:
    """A client of a service with these settings, as if from a machine with that address."""
    app = create_app(settings)
    return TestClient(app, base_url=base_url, client=(address, 50_000), raise_server_exceptions=False)


@pytest.fixture(scope="session")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with all stories; nobody writes to it."""
    folder = tmp_path_factory.mktemp("stories") / "store"
    with open_store(folder) as store:
        fill(store)
    return folder


@pytest.fixture(scope="module")
def client(stories: Path) -> Iterator[TestClient]:
    """A client of the service on all stories."""
    with connect(Settings(store=stories)) as client:
        yield client


@pytest.fixture(scope="module")
def scratch() -> Iterator[TestClient]:
    """A client of a service on an empty store, to write to."""
    with connect(Settings(store=Path(":memory:"))) as client:
        yield client


def service(client: TestClient) -> Service:
    """The service behind a client."""
    found = client.app.state.service  # type: ignore[attr-defined]  # the client calls any application, ours has a state
    assert isinstance(found, Service)
    return found
