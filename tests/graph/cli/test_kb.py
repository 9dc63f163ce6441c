"""``backchannel kb``, from a file of a user's to the articles that are read with it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.cli.commands import app

ROWS = (
    "name,type,aliases,country,sector\nAnna Mwangi,person,Anna W. Mwangi,KEN,GOV\nLake Basin Front,group,LBF,KEN,REB\n"
)
TEXT = "The Lake Basin Front attacked Kenyan soldiers. LBF fighters fled. Anna W. Mwangi met William Ruto."


def run(*arguments: str | Path) -> tuple[int, list[str], str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout.splitlines(), result.stderr


@pytest.fixture
def store(tmp_path: Path) -> Path:
    (tmp_path / "own.csv").write_text(ROWS)
    assert run("kb", "import", tmp_path / "own.csv", "--store", tmp_path / "store")[0] == 0
    return tmp_path / "store"


def test_what_was_imported_is_listed_shown_and_removed(store: Path) -> None:
    assert run("kb", "list", "--store", store)[1][1].split()[:3] == ["own", "2", "own.csv"]
    for name in ("anna-mwangi", "actor:anna-mwangi", "Anna W. Mwangi"):
        assert run("kb", "show", name, "--store", store)[1][0].split() == ["id", "actor:anna-mwangi"]
    assert run("kb", "remove", "own", "--store", store) == (0, [], "")
    assert run("kb", "show", "anna-mwangi", "--store", store)[0] == 1
    code, _, err = run("kb", "remove", "own", "--store", store)
    assert (code, err) == (1, "backchannel: Nothing was imported as 'own'.\n")


def test_a_bad_row_is_listed_and_a_dry_run_keeps_nothing(tmp_path: Path, store: Path) -> None:
    file = tmp_path / "more.csv"
    file.write_text(f"{ROWS}Ann Roe,robot,,,\nBob Roe,person,Vladimir Putin,,\n")
    code, out, _ = run("kb", "import", file, "--source", "trial", "--format", "csv", "--dry-run", "--store", store)
    assert code == 1
    assert out[1].split() == ["trial", "3", "2", "1", "1"]
    assert any(line.startswith(f"{file}:4  type: Input should be") for line in out)
    assert f"{file}:5  'Vladimir Putin' is actor:vladimir-putin" in out
    assert len(run("kb", "list", "--store", store)[1]) == 2


def test_a_file_that_cannot_be_read_leaves_all_as_it_was(tmp_path: Path, store: Path) -> None:
    (tmp_path / "own.csv").write_text("no table")
    code, _, err = run("kb", "import", tmp_path / "own.csv", "--store", store)
    assert (code, "unknown format" in err) == (2, True)
    assert run("kb", "show", "anna-mwangi", "--store", store)[0] == 0


def test_articles_are_read_with_it_and_anew_after_it_changed(tmp_path: Path, store: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}))
    assert run("ingest", tmp_path / "a.jsonl", "--store", store)[1][1].split()[0] == "1"
    query = "SELECT ?who { ?who bc:sector 'REB' FILTER (?who = actor:lake-basin-front) }"
    assert "actor:lake-basin-front" in "".join(run("query", query, "--store", store)[1])
    assert run("ingest", tmp_path / "a.jsonl", "--store", store)[1][1].split()[:2] == ["0", "1"]
    run("kb", "remove", "own", "--store", store)
    assert run("ingest", tmp_path / "a.jsonl", "--store", store)[1][1].split()[:2] == ["1", "0"]


def test_extract_knows_it_too(tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    monkeypatch.setenv("BACKCHANNEL_KNOWLEDGE", str(store / "knowledge"))
    (line,) = run("extract", tmp_path / "a.txt")[1]
    known = {entity["id"]: entity.get("sector") for entity in json.loads(line)["entities"]}
    assert known["actor:lake-basin-front"] == "REB"
    assert known["actor:anna-mwangi"] == "GOV"
