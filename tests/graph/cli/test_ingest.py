"""``backchannel ingest`` and what can be asked afterwards, from the seeds to the answers."""

import json
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pyoxigraph import RdfFormat, parse
from typer.testing import CliRunner

from graph.cli.commands import app

SEEDS = Path(__file__).parents[3] / "seeds"
SENTENCE = "On Sunday, Russia’s foreign ministry stated that US Secretary of State Marco Rubio spoke with"


def run(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "store"
    code, out, err = run("ingest", SEEDS, "--store", folder)
    assert (code, err) == (0, "")
    assert out.splitlines()[0].split() == ["new", "unchanged", "skipped", "events", "claims", "triples"]
    assert out.splitlines()[1].split()[:3] == ["7", "0", "0"]
    return folder


def test_a_second_run_finds_all_unchanged(store: Path) -> None:
    _, out, _ = run("ingest", SEEDS, "--store", store)
    assert out.splitlines()[1].split() == ["0", "7", "0", "0", "0", "0"]


def test_what_is_skipped_is_listed_and_journaled(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\0")
    (tmp_path / "good.txt").write_text("Rubio spoke with Lavrov about Ukraine.")
    code, out, _ = run("ingest", tmp_path, tmp_path / "none", "--store", tmp_path / ".store")
    assert code == 0
    assert out.splitlines()[1].split()[:3] == ["1", "0", "2"]
    assert f"{tmp_path / 'bad.txt'}  binary" in out
    assert f"{tmp_path / 'none'}" in out
    journal = [json.loads(line) for line in (tmp_path / ".store" / "journal.jsonl").read_text().splitlines()]
    assert [line["outcome"] for line in journal] == ["skipped", "new", "skipped"]


def test_nothing_read_is_a_failure(tmp_path: Path) -> None:
    code, out, _ = run("ingest", tmp_path / "none", "--store", tmp_path / "store")
    assert code == 1
    assert "does not exist" in out


def test_an_unknown_model_is_said(tmp_path: Path) -> None:
    code, _, err = run("ingest", SEEDS, "--store", tmp_path / "store", "--model", "no_such_model")
    assert code == 2
    assert err.startswith("backchannel: ")
    assert "no_such_model" in err


@pytest.mark.parametrize("arguments", [[], ["Rubio"], ["actor:sergei-lavrov"]])
def test_contacts_come_with_their_sentences(store: Path, arguments: list[str]) -> None:
    code, out, _ = run("contacts", *arguments, "--store", store)
    assert code == 0
    blocks = [block.split("\n") for block in out.split("\n\n")]
    (call,) = [block for block in blocks if any(line.startswith(f"  “{SENTENCE}") for line in block)]
    assert any(line.split() == "Marco Rubio spoke_with Sergei Lavrov 2025-03-16".split() for line in call)
    assert call[-1] == "  US and Russia discuss next steps on Ukraine, 2025-03-16"


def test_an_unknown_actor_is_said(store: Path) -> None:
    code, out, err = run("contacts", "Rubioo", "--store", store)
    assert (code, out) == (1, "")
    assert "'Rubioo'" in err
    assert "Marco Rubio" in err


def test_a_path_shows_each_hop_with_its_sentence(store: Path) -> None:
    code, out, _ = run("path", "rubio", "Lavrov", "--k", "2", "--store", store)
    assert code == 0
    assert out.startswith("Marco Rubio – Sergei Lavrov\n")
    assert f"  “{SENTENCE}" in out
    assert sum(line.startswith("Marco Rubio – ") for line in out.splitlines()) == 2


@pytest.mark.parametrize("notation", ["turtle", "trig", "nquads", "jsonld", "graphml"])
def test_every_export_can_be_read_again(store: Path, tmp_path: Path, notation: str) -> None:
    out = tmp_path / "graph"
    assert run("export", "--format", notation, "--out", out, "--store", store) == (0, "", "")
    if notation == "graphml":
        assert ElementTree.parse(out).getroot().tag.endswith("graphml")
    else:
        formats = {"turtle": "ttl", "trig": "trig", "nquads": "nq", "jsonld": "jsonld"}
        found = RdfFormat.from_extension(formats[notation])
        assert any("marco-rubio" in str(quad) for quad in parse(BytesIO(out.read_bytes()), format=found))


def test_an_export_to_nowhere_is_said(store: Path, tmp_path: Path) -> None:
    code, _, err = run("export", "--out", tmp_path / "none" / "graph.trig", "--store", store)
    assert code == 2
    assert "cannot be written: No such file or directory" in err
