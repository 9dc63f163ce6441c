import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.errors import Refused, StoreUnavailable
from graph.names import expand
from graph.store import Store, open_store, opening

QUAD = ox.Quad(*(ox.NamedNode(f"urn:{name}") for name in "spog"))
CLAIM = ox.NamedNode(expand("Claim"))


def labels(store: Store) -> list[str]:
    return [str(quad.object) for quad in store.match(CLAIM, ox.NamedNode(expand("rdfs:label")))]


def test_a_new_store_knows_the_vocabulary(tmp_path: Path) -> None:
    with open_store(tmp_path / "new" / "store") as store:
        assert labels(store) == ['"Claim"@en']
        assert store.ask("ASK { GRAPH bc:vocabulary { bc:Consult rdfs:subClassOf sem:Event } }")
        assert store.ask("ASK { GRAPH bc:vocabulary { bc:spoke_with a owl:SymmetricProperty } }")


def test_the_vocabulary_is_loaded_once(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        version = store.version
    with open_store(tmp_path / "store") as store:
        assert store.version == version


def test_another_vocabulary_takes_the_place_of_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(tmp_path / "store") as store:
        store.apply(add=[QUAD])
    changed = ox.Quad(CLAIM, ox.NamedNode(expand("rdfs:label")), ox.Literal("Edge", language="en"), opening.VOCABULARY)
    monkeypatch.setattr(opening, "vocabulary", lambda: ("another", (changed,)))
    with open_store(tmp_path / "store") as store:
        assert labels(store) == ['"Edge"@en']
        assert set(store.match()) == {changed, QUAD}


def test_no_blank_node_gets_into_the_store() -> None:
    with open_store(":memory:") as store:
        assert not store.ask("ASK { ?s ?p ?o FILTER(isBlank(?s) || isBlank(?o)) }")
        assert store.ask("ASK { bc:ActorOrPlace owl:unionOf/rdf:rest*/rdf:first bc:Place }")


def test_memory_is_nobody_elses() -> None:
    with open_store(":memory:") as one, open_store(":memory:") as other:
        one.apply(add=[QUAD])
        assert QUAD not in other.match()


def test_a_remote_store_is_not_supported_yet() -> None:
    with pytest.raises(StoreUnavailable, match="not supported yet"):
        open_store("sparql+http://127.0.0.1:1/query")


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreUnavailable, match="not a directory"):
        open_store(tmp_path / "file")


def test_there_is_nothing_to_read_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="There is no store"):
        open_store(tmp_path / "nowhere", read_only=True)
    assert not (tmp_path / "nowhere").exists()


OTHER = """
import sys
from graph.errors import BackchannelError
from graph.store import open_store
try:
    open_store(sys.argv[1])
except BackchannelError as error:
    print(type(error).__name__, error)
with open_store(sys.argv[1], read_only=True) as store:
    print(store.ask("ASK { <urn:s> <urn:p> <urn:o> }"), store.version)
"""


def test_another_process_may_read_but_not_own_an_open_store(tmp_path: Path) -> None:
    with open_store(tmp_path / "store") as store:
        store.apply(add=[QUAD])
        run = [sys.executable, "-c", OTHER, str(tmp_path / "store")]
        printed = subprocess.run(run, capture_output=True, text=True, timeout=60, check=True).stdout.splitlines()
        assert printed[0].startswith("StoreUnavailable")
        assert "Another process uses it" in printed[0]
        assert printed[1] == f"True {store.version}"


def test_a_second_owner_in_the_same_process_is_turned_away(tmp_path: Path) -> None:
    with open_store(tmp_path / "store"), pytest.raises(StoreUnavailable, match="uses it"):
        open_store(tmp_path / "store")


def test_a_read_only_store_cannot_be_written(tmp_path: Path) -> None:
    with open_store(tmp_path / "store"):
        pass
    with open_store(tmp_path / "store", read_only=True) as store, pytest.raises(Refused, match="reading only"):
        store.apply(add=[QUAD])
