import logging
from pathlib import Path

import pytest

from graph import judging, upkeep
from graph.derivation import DERIVED, RULES
from graph.errors import StoreUnavailable
from graph.judging import Judge
from graph.names import digest
from graph.rdf.terms import literal, node
from graph.store import Store, open_store
from graph.store.embedded import STATE
from graph.upkeep import owned
from tests.graph.test_keeping import content
from tests.stories import LAVROV, PUTIN, RUBIO, ZELENSKY, fill

MADE = "c26f301dcd51fd0c"
"""What `RULES` make of the stories."""


def derived(store: Store) -> list[str]:
    return sorted(str(quad) for graph in DERIVED for quad in store.match(graph=graph))


def noted(store: Store) -> list[str]:
    return [str(quad.object) for quad in store.match(None, node("derivation_rules"), graph=STATE)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A store of this version, with a judgement."""
    with owned(tmp_path / "store") as store:
        fill(store)
        judging.merge(store, PUTIN.id, LAVROV.id, Judge("ann", "For the sake of the test."))
    return tmp_path / "store"


def outdate(folder: Path, *, rules: str | None) -> list[bytes]:
    """Leaves the store as an older version would, by rules of its own or none; what it held before."""
    with open_store(folder) as store:
        before, old = content(store), list(store.match(None, node("derivation_rules"), graph=STATE))
        stale = [quad for quad in store.match(graph=node("entities")) if quad.predicate == node("skos:prefLabel")]
        store.apply(drop=DERIVED, remove=old, add=stale)
        if rules:
            store.apply(add=[type(old[0])(old[0].subject, old[0].predicate, literal(rules), STATE)])
    return before


@pytest.mark.parametrize("rules", [None, "0-a"])
def test_what_older_rules_derived_is_made_anew_in_one_change_and_told(
    folder: Path, rules: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    before = outdate(folder, rules=rules)
    with open_store(folder) as store:
        version = store.version
        assert content(store) != before
    with caplog.at_level(logging.WARNING), owned(folder) as store:
        assert content(store) == before
        assert len(noted(store)) == 1
        assert store.version == version + 1
    assert len(caplog.records) == 1


def test_a_store_of_these_rules_is_left_alone(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    with open_store(folder) as store:
        version = store.version
    with owned(folder) as store:
        assert store.version == version
    assert not caplog.records


def test_a_new_store_is_no_older_one(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with owned(tmp_path / "store") as store:
        assert noted(store)
    assert not caplog.records


def test_another_symmetry_of_relations_is_another_rule(folder: Path) -> None:
    reverse = f"ASK {{ GRAPH bc:facts {{ {ZELENSKY.id} bc:met_with {RUBIO.id} }} }}"
    with open_store(folder) as store:
        assert store.ask(reverse)
        store.apply(remove=store.match(node("met_with"), None, node("owl:SymmetricProperty")))
        upkeep.refresh(store)
        assert not store.ask(reverse)


def test_a_store_that_cannot_be_brought_up_to_date_is_let_go(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(view: object) -> str:
        raise StoreUnavailable("no space")

    monkeypatch.setattr(upkeep, "rules", fails)
    with pytest.raises(StoreUnavailable, match="no space"):
        owned(folder)
    monkeypatch.undo()
    owned(folder).close()


def test_other_rules_have_another_number() -> None:
    with fill(open_store(":memory:")) as store:
        made = digest(*derived(store))
    assert (RULES, made) == (2, MADE), "Raise RULES if the rules are others; put in what was made if the stories are."
