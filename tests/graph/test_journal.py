"""The journal accounts for every item."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from graph.errors import StoreUnavailable
from graph.journal import Journal


def test_each_item_is_a_line_with_its_time(tmp_path: Path) -> None:
    book = Journal(tmp_path / "journal.jsonl")
    book.write("a", "new", events=2)
    book.write("b.txt", "skipped", reason="is empty\nindeed")
    first, second = (json.loads(line) for line in (tmp_path / "journal.jsonl").read_text().splitlines())
    assert datetime.now(UTC) - datetime.fromisoformat(first.pop("time")) < timedelta(minutes=1)
    assert first == {"origin": "a", "outcome": "new", "events": 2}
    assert (second["origin"], second["outcome"], second["reason"]) == ("b.txt", "skipped", "is empty\nindeed")


def test_without_a_path_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Journal(None).write("a", "new")
    assert not list(tmp_path.iterdir())


def test_a_journal_that_cannot_be_written_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="Is a directory"):
        Journal(tmp_path).write("a", "new")
