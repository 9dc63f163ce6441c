import re
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.cli.commands import app
from graph.store import open_store
from tests.stories import CALL, STORIES, Who, fill

SERGEY = Who("actor:sergej-lawrow", "Lavrov", "Sergej Lawrow", country="RUS")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    with open_store(tmp_path / "store") as opened:
        fill(opened, *STORIES, replace(CALL, id="sergey", object=SERGEY))
    return tmp_path / "store"


def run(store: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments, "--store", str(store)])


def decided(result: Result) -> str:
    assert result.exit_code == 0, result.output
    found = re.search(r"judgement:\w+", result.stdout)
    assert found
    return found[0]


def test_a_merge_is_made_listed_and_undone(store: Path) -> None:
    before = run(store, "contacts", "Sergei Lavrov").stdout
    made = decided(run(store, "merge", "Sergej Lawrow", "Sergei Lavrov", "--why", "One man.", "--by", "ann"))
    assert run(store, "contacts", "Sergej Lawrow").stdout.count("Riyadh on Sunday") == 2
    listed = run(store, "judgements", "sergej-lawrow").stdout
    assert all(
        part in listed for part in (made, "merge", "actor:sergej-lawrow", "actor:sergei-lavrov", "ann", "One man.")
    )
    assert decided(run(store, "undo", made)) == made
    assert run(store, "contacts", "Sergei Lavrov").stdout == before
    assert "Nothing has been decided" in run(store, "judgements").stderr
    journal = run(store, "judgements", "--journal").stdout
    assert [made in journal, journal.count("One man."), "made" in journal, "undone" in journal] == [True, 1, True, True]
    assert made not in run(store, "judgements", "--journal", "Keir Starmer").stdout


def test_the_other_decisions(store: Path) -> None:
    why = ("--why", "So it is.")
    decided(run(store, "not-same", "Sergej Lawrow", "Sergei Lavrov", *why))
    refused = run(store, "merge", "Sergej Lawrow", "Sergei Lavrov", *why)
    assert (refused.exit_code, "undo that first" in refused.stderr) == (2, True)
    decided(run(store, "split", "Marco Rubio", "--article", "summit", "--name", "Mario Rubio", *why))
    decided(run(store, "rename", "Mario Rubio", "Mr Rubio", *why))
    decided(run(store, "retype", "Mr Rubio", "group", *why))
    claim = re.search(r"claim:\w+", run(store, "export", "--format", "nquads").stdout)
    assert claim
    decided(run(store, "retract", claim[0], *why))
    assert run(store, "judgements").stdout.count("judgement:") == 5


@pytest.mark.parametrize(
    "arguments", [("merge", "Nobody", "Rubio", "--why", "x"), ("undo", "none"), ("retract", "1", "--why", "x")]
)
def test_what_there_is_not_is_status_1(store: Path, arguments: tuple[str, ...]) -> None:
    assert run(store, *arguments).exit_code == 1


def test_a_decision_needs_a_reason(store: Path) -> None:
    assert run(store, "merge", "Sergej Lawrow", "Sergei Lavrov").exit_code == 2
    assert run(store, "merge", "Sergej Lawrow", "Sergei Lavrov", "--why", " ").exit_code == 2


def test_events_tell_of_one_happening_or_of_two(store: Path) -> None:
    one, other = (replace(CALL, id=story).event().id for story in ("call", "sergey"))
    made = decided(run(store, "same-happening", one, other, "--why", "One call."))
    refused = run(store, "not-same", one, other, "--why", "Two calls.")
    assert (refused.exit_code, "undo what made them so" in refused.stderr) == (2, True)
    assert made in run(store, "judgements", one).stdout
    decided(run(store, "undo", made))
    decided(run(store, "not-same", one, other, "--why", "Two calls."))
