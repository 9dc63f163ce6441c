"""``backchannel evaluate`` on suites as small as can be."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.cli.commands import app

TEXT = "Chile accused Peru of lies."
GOLD = {
    "doc": "a",
    "set": "plv",
    "type": "SUPPORT",
    "reciprocal": False,
    "sources": [{"spans": [[0, 5]]}],
    "targets": [{"spans": [[14, 18]]}],
}


QUALITY = (Path(__file__).parents[3] / "docs" / "quality.md").read_text(encoding="utf-8")


def run(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["evaluate", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a scorer, and the suites plover and other."""
    for name in ("plover", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "articles.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}), encoding="utf-8")
        (tmp_path / name / "gold.jsonl").write_text(json.dumps(GOLD), encoding="utf-8")
    program = "import sys; print(sys.argv[1], len(open(sys.argv[2]).readlines()), sys.argv[4])"
    (tmp_path / "score.py").write_text(program, encoding="utf-8")
    return tmp_path


def test_every_option_is_documented() -> None:
    """And every documented one is there."""
    shown = CliRunner().invoke(app, ["evaluate", "--help"], env={"COLUMNS": "200"}).stdout
    options = set(re.findall(r"(?<![\w-])--[a-z]+", shown)) - {"--help"}
    assert options == set(re.findall(r"^\| `(--[a-z]+)`", QUALITY, re.MULTILINE))


def test_the_claims_that_come_with_the_project_are_judged() -> None:
    code, out, _ = run(Path(__file__).parents[3] / "benchmarks", "--suite", "claims")
    everything = next(line.split() for line in out.splitlines() if line.startswith("all "))
    assert code == 0
    assert int(everything[1]) > 300  # a verdict is lost with each claim that is made otherwise now


def test_the_mentions_that_come_with_the_project_are_judged(tmp_path: Path) -> None:
    suite = Path(__file__).parents[3] / "benchmarks"
    code, out, _ = run(suite, "--suite", "identity", "--errors", "1", "--records", tmp_path)
    _, within, across, error = (line.split() for line in out.splitlines())
    assert code == 0
    assert within[:3] == ["within", "articles", "319"]
    assert float(within[-1]) >= float(across[-1]) > 0.7
    assert error[0] == "wrong:"
    assert len((tmp_path / "identity.jsonl").read_text(encoding="utf-8").splitlines()) == 12


def test_the_figures_then_the_tables_then_the_errors(folder: Path) -> None:
    code, out, _ = run(folder, "--suite", "plover", "--errors", "2")
    assert code == 0
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert lines[0] == "plover 1 2"
    assert "plover, by confidence judged confidence right" in lines
    assert any(line.startswith("all 1 0.") and line.endswith(" 0.00") for line in lines)
    assert any(line.startswith("expected calibration error 0.") for line in lines)
    assert any(line.startswith("active 1 0.") for line in lines)
    assert lines[-1].startswith("wrong at 0.")
    assert lines[-1].endswith(f"ACCUSE accused (Chile -> Peru): {TEXT}")


def test_a_suite_that_we_cannot_judge_has_its_figures(folder: Path) -> None:
    code, out, _ = run(folder, "--suite", "other")
    assert (code, out) == (0, "other 1 0\n\nother: nothing that was extracted can be judged.\n")


def test_the_records_are_kept_where_that_is_wanted(folder: Path) -> None:
    assert run(folder, "--suite", "plover", "--suite", "other", "--records", folder / "new" / "kept")[0] == 0
    for name in ("plover", "other"):
        (record,) = (folder / "new" / "kept" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        assert json.loads(record)["id"] == "a"


def test_without_the_suites_it_says_so(folder: Path) -> None:
    assert run(folder, "--suite", "third")[::2] == (
        2,
        f"backchannel: {folder / 'third' / 'articles.jsonl'} is not there: "
        "a suite is a folder with articles.jsonl and gold.jsonl\n",
    )
    code, _, err = run(folder / "none")
    assert code == 2
    assert "score.py is not there" in err


def test_records_that_cannot_be_kept_are_an_error(folder: Path) -> None:
    code, _, err = run(folder, "--suite", "plover", "--records", folder / "score.py")
    assert code == 2
    assert "cannot be made" in err
