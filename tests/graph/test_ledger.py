from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph import judging
from graph.errors import StoreUnavailable
from graph.judging import Judge
from graph.ledger import NAME, Entry, Ledger
from graph.model import Judgement
from graph.store import open_store
from tests.graph.test_keeping import content
from tests.stories import LAVROV, RUBIO, fill

NOW = datetime(2025, 3, 17, 12, tzinfo=UTC)
MADE = Judgement("judgement:1", "split", "actor:a", "ann", NOW, "So.", object="actor:b", articles=("x", "y"))
ENTRY = Entry(NOW, "made", "ann", "So.", MADE)


def test_entries_come_back_in_the_order_in_which_they_were_written(tmp_path: Path) -> None:
    undone = Entry(NOW, "undone", None, None, MADE)
    for entry in (ENTRY, undone):
        Ledger(tmp_path).write(entry)
    assert Ledger(tmp_path).read() == [ENTRY, undone]


def test_a_line_that_was_cut_off_costs_no_other(tmp_path: Path) -> None:
    Ledger(tmp_path).write(ENTRY)
    with (tmp_path / NAME).open("ab") as file:
        file.write(b'{"at": "2025-')
    Ledger(tmp_path).write(ENTRY)
    assert Ledger(tmp_path).read() == [ENTRY, ENTRY]


def test_a_store_in_memory_keeps_none() -> None:
    Ledger(None).write(ENTRY)
    assert Ledger(None).read() == []


def test_who_undid_what_is_known_though_the_store_has_forgotten_it(tmp_path: Path) -> None:
    with fill(open_store(tmp_path)) as store:
        before = content(store)
        made = judging.merge(store, LAVROV.id, RUBIO.id, Judge("ann", "One man."))
        judging.undo(store, made.id, by="bob", reason="Two men.")
        assert content(store) == before
        told = [(entry.act, entry.by, entry.reason, entry.judgement) for entry in judging.journal(store)]
    assert told == [("made", "ann", "One man.", made), ("undone", "bob", "Two men.", made)]


def test_what_cannot_be_accounted_for_is_not_done(tmp_path: Path) -> None:
    with fill(open_store(tmp_path)) as store:
        before = content(store)
        (tmp_path / NAME).mkdir()
        with pytest.raises(StoreUnavailable, match="journal"):
            judging.rename(store, RUBIO.id, "Mr Rubio", Judge("ann", "So."))
        assert content(store) == before
