"""What is kept: all of a source or nothing, and the state by which a change is told."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from graph.errors import BadInput, NotFound
from graph.kb.entry import Entry
from graph.kb.shelf import Shelf
from graph.linking.knowledge import knowledge

if TYPE_CHECKING:
    from pathlib import Path

ANN = Entry(id="ann-roe", name="Ann Roe", type="person", aliases=("A. Roe",))
BOB = Entry(id="bob-roe", name="Bob Roe", type="person")


def put(shelf: Shelf, source: str, *entries: Entry) -> None:
    shelf.put(source, "file.csv", "2026-01-02", entries)


def test_a_source_is_kept_replaced_and_removed(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "knowledge")
    assert (shelf.sources(), shelf.state(), shelf.knowledge()) == ([], "", knowledge())
    put(shelf, "people", ANN)
    before = shelf.state()
    put(shelf, "people", BOB)
    assert [known.id for known in shelf.known()] == ["actor:bob-roe"]
    assert before != shelf.state() == shelf.knowledge().state
    assert (shelf.sources()[0].name, shelf.sources()[0].entries, shelf.sources()[0].file) == ("people", 1, "file.csv")
    shelf.remove("people")
    assert (shelf.sources(), shelf.state()) == ([], "")
    with pytest.raises(NotFound):
        shelf.remove("people")


def test_sources_stand_beside_each_other(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    put(shelf, "a", ANN)
    put(shelf, "b", BOB)
    assert [known.source for known in shelf.known()] == ["a", "b"]
    assert [known.id for known in shelf.known(without="a")] == ["actor:bob-roe"]
    found = shelf.knowledge().named("A. Roe")
    assert found is not None
    assert found.source == "a"


def test_a_crash_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(tmp_path)
    put(shelf, "people", ANN)

    def crash(file: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", crash)
    with pytest.raises(KeyboardInterrupt):
        put(shelf, "people", BOB)
    assert [known.id for known in shelf.known()] == ["actor:ann-roe"]


@pytest.mark.parametrize("text", ["", "no json\n", '{"name": "people"}\n'])
def test_a_file_that_is_no_source_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "people.jsonl").write_text(text)
    with pytest.raises(BadInput, match=r"people\.jsonl"):
        Shelf(tmp_path).sources()


def test_a_damaged_line_is_named(tmp_path: Path) -> None:
    put(Shelf(tmp_path), "people", ANN)
    with (tmp_path / "people.jsonl").open("a") as file:
        file.write('{"id": "bob')
    with pytest.raises(BadInput, match=r"people.jsonl:3 was damaged"):
        Shelf(tmp_path).knowledge()


def test_a_source_has_a_plain_name_and_a_folder(tmp_path: Path) -> None:
    for shelf, name in ((Shelf(tmp_path), "../people"), (Shelf(None), "people")):
        with pytest.raises(BadInput):
            put(shelf, name, ANN)
    assert Shelf(None).knowledge() is knowledge()
