"""That the benchmark of contacts counts what it says."""

import json
from pathlib import Path

import pytest

from benchmarks.contacts import HERE, contact_predicates, main

TEXT = "Mette Frederiksen met Petteri Orpo in Oslo. Ulf Kristersson, too, was in the room. Keir Starmer visited Chad."
GOLD: list[dict[str, object]] = [
    {"set": "told", "at": [18, 21], "ends": [["Orpo"], ["Frederiksen"]]},
    {"set": "told", "at": [44, 59], "ends": [["Kristersson"], ["Orpo"]]},
    {"set": "far", "at": [83, 95], "ends": [["Frederiksen"], ["Orpo"]]},
    {"subject": "Keir Starmer", "predicate": "visited", "object": "Chad", "right": False},
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    suite = tmp_path / "contacts"
    suite.mkdir()
    (suite / "articles.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}) + "\n")
    (suite / "gold.jsonl").write_text("".join(json.dumps({"doc": "a", **row}) + "\n" for row in GOLD))
    return tmp_path


def test_a_contact_is_found_by_both_ends_near_its_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--folder", str(folder), "--missed"]) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert lines[:4] == [
        "told 1 of 2 contacts found 0.50",
        "far 0 of 1 contacts found 0.00",
        "claims 1 of 2 right 0.50",
        "0 nobody has judged",
    ]
    assert lines[4:] == [
        "missed a: Kristersson - Orpo",
        "missed a: Frederiksen - Orpo",
        "wrong a: Keir Starmer visited Chad",
    ]


def test_a_verdict_on_ids_comes_before_one_on_names(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exact = {"subject": "actor:keir-starmer", "predicate": "visited", "object": "actor:chad", "right": True}
    with (folder / "contacts" / "gold.jsonl").open("a") as gold:
        gold.write(json.dumps({"doc": "a", **exact}) + "\n")
    main(["--folder", str(folder)])
    assert "claims 2 of 2 right 1.00" in " ".join(capsys.readouterr().out.split())


def test_what_is_said_of_somebody_is_no_contact() -> None:
    assert {"met_with", "spoke_to", "hosted"} <= contact_predicates()
    assert not {"spoke_about", "accused", "agreed_with"} & contact_predicates()


def test_every_contact_lies_in_its_article() -> None:
    rows = [json.loads(line) for line in (HERE / "contacts" / "gold.jsonl").read_text().splitlines()]
    texts = [json.loads(line) for line in (HERE / "contacts" / "articles.jsonl").read_text().splitlines()]
    length = {article["id"]: len(article["text"]) for article in texts}
    assert all(0 <= row["at"][0] < row["at"][1] <= length[row["doc"]] for row in rows if "ends" in row)
    assert {row["doc"] for row in rows} <= length.keys()
