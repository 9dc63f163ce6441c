from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph import judging
from graph.cli.commands import app
from graph.model import JudgementKind
from graph.store import open_store
from tests.stories import CALL, LAVROV, RUBIO, STORIES, fill


@pytest.fixture
def store(tmp_path: Path) -> Path:
    lawrow = replace(LAVROV, id="actor:sergej-lawrow", name="Sergej Lawrow")
    with open_store(tmp_path / "store") as opened:
        fill(opened, *STORIES, replace(CALL, id="lawrow", object=lawrow))
    return tmp_path / "store"


def review(store: Path, *arguments: str, answers: str = "") -> Result:
    return CliRunner().invoke(app, ["review", "--store", str(store), *arguments], input=answers)


def decisions(store: Path) -> list[tuple[JudgementKind, str, str | None]]:
    with open_store(store) as opened:
        return [(made.kind, made.subject, made.object) for made in judging.find(opened)]


def test_a_list_decides_nothing(store: Path) -> None:
    found = review(store, "--list")
    assert found.exit_code == 0
    assert "actor:sergej-lawrow" in found.stdout
    assert "spelled alike" in found.stdout
    assert decisions(store) == []


def test_nobody_may_be_one_with_another_once_that_is_decided(store: Path) -> None:
    review(store, "--by", "ann", answers="n\n")
    again = review(store, "--list")
    assert (again.exit_code, again.stdout, again.stderr) == (0, "", "Nobody may be one with another.\n")


def test_the_least_score_leaves_the_less_likely_out(store: Path) -> None:
    assert "actor:sergej-lawrow" in review(store, "--list", "--least", "0.9").stdout
    with open_store(store) as opened:
        fill(opened, replace(CALL, id="rubio", subject=replace(RUBIO, id="actor:rubio", name="Rubio")))
    assert "actor:rubio" in review(store, "--list").stdout
    assert "actor:rubio" not in review(store, "--list", "--least", "0.9").stdout


@pytest.mark.parametrize(
    ("answer", "made"),
    [
        ("m", [("merge", "actor:sergei-lavrov", "actor:sergej-lawrow")]),
        ("r", [("merge", "actor:sergej-lawrow", "actor:sergei-lavrov")]),
        ("n", [("not_same", "actor:sergei-lavrov", "actor:sergej-lawrow")]),
        ("s", []),
        ("q", []),
        ("\n", []),
    ],
)
def test_an_answer_is_a_decision(store: Path, answer: str, made: list[tuple[JudgementKind, str, str | None]]) -> None:
    done = review(store, "--by", "ann", answers=f"{answer}\n")
    assert done.exit_code == 0
    assert "Sergei Lavrov = Sergej Lawrow?" in done.stdout
    assert CALL.text in done.stdout
    assert decisions(store) == made
