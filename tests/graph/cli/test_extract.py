"""``backchannel extract``: the line of JSON that others build on."""

import json
from pathlib import Path

from typer.testing import CliRunner

from graph.cli.commands import app

SEED = Path(__file__).parents[3] / "seeds" / "2025-03-16-us-russia-ukraine.txt"
LINES = (
    '{"id": "call", "text": "Rubio spoke with Lavrov."}\n'
    '{"id": "broken", "text":\n'
    '{"id": "nothing", "text": "It rained."}\n'
    '{"id": "emoji", "text": "😀 Zürich.\\r\\n\\r\\nMacron met Merkel."}\n'
)


def run(*arguments: str | Path, given: str | None = None) -> tuple[int, list[str], str]:
    result = CliRunner().invoke(app, ["extract", *map(str, arguments)], input=given)
    return result.exit_code, result.stdout.splitlines(), result.stderr


def test_a_bad_line_is_said_and_the_rest_goes_on() -> None:
    code, out, err = run("-", given=LINES)
    assert code == 0
    assert [json.loads(line)["id"] for line in out] == ["call", "nothing", "emoji"]
    assert err.startswith("standard input:2: not JSON")
    assert err.count("\n") == 1


def test_an_article_without_events_still_gives_a_line() -> None:
    _, out, _ = run("-", given=LINES)
    assert json.loads(out[1])["claims"] == []


def test_offsets_are_code_points_of_the_text_as_given() -> None:
    _, out, _ = run("-", given=LINES)
    record, text = json.loads(out[2]), json.loads(LINES.splitlines()[3])["text"]
    words = {text[span["begin"] : span["end"]] for entity in record["entities"] for span in entity["mentions"]}
    assert {"Macron", "Merkel"} <= words
    assert "Macron met Merkel." in {text[span["begin"] : span["end"]] for span in record["sentences"]}
    assert "met" in {text[event["trigger"]["begin"] : event["trigger"]["end"]] for event in record["events"]}


def test_a_file_is_written_line_by_line(tmp_path: Path) -> None:
    out = tmp_path / "records.jsonl"
    assert run(SEED, "--out", out) == (0, [], "")
    (record,) = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert record["id"] == SEED.stem
    assert {"spoke_with", "accused"} <= {claim["predicate"] for claim in record["claims"]}


def test_nothing_read_is_a_failure(tmp_path: Path) -> None:
    code, out, err = run(tmp_path / "none.txt")
    assert (code, out) == (1, [])
    assert err == f"{tmp_path / 'none.txt'}: does not exist\n"
