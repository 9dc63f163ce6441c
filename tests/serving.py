"""A real service in a process of its own, for tests that ask it over HTTP."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from graph.extraction import Extractor
from graph.ingest import ingest
from graph.reading import read
from graph.store import open_store

SEEDS = Path(__file__).parents[1] / "seeds"
SEED = SEEDS / "2025-03-16-us-russia-ukraine.txt"
BACKCHANNEL = Path(sys.executable).parent / "backchannel"
PATIENCE = 30.0  # seconds


def filled(folder: Path, *sources: Path) -> Path:
    """A store in a folder, into which articles were read."""
    with open_store(folder) as store:
        assert not ingest(store, Extractor(), read(sources)).skipped
    return folder


@contextmanager
def serving(store: Path) -> Iterator[str]:
    """The address of ``backchannel serve`` on a store, for as long as the context lasts."""
    port = free_port()
    process = subprocess.Popen(
        [BACKCHANNEL, "serve", "--port", str(port), "--store", store],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_healthy(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(PATIENCE)


def free_port() -> int:
    """A port of the loopback address on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_healthy(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        try:
            connection.request("GET", "/health")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise AssertionError(f"the service did not come up (exit status {process.poll()})")
