"""That the benchmark runs and prints what it promises; how fast anything is, no test says."""

import json
from pathlib import Path

import pytest

from benchmarks.extraction import main

TEXT = "Rubio spoke with Lavrov about Ukraine on Sunday."
ROWS = (
    "articles: 1, words: 8, rounds: 1",
    "bare spaCy pipeline",
    "Extractor.record",
    "ratio",
    "names found",
    "names linked",
    *(f"{times}x as {how} articles" for how in ("many", "long") for times in (1, 2, 4)),
    "peak memory",
)


def test_it_measures_one_tiny_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "articles.jsonl"
    file.write_text(json.dumps({"id": "one", "text": TEXT, "date": "2025-03-16"}) + "\n")
    assert main(["--articles", str(file), "--rounds", "1"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert not [row for row in ROWS if not any(line.startswith(row) for line in printed)]


def test_nothing_to_measure_is_no_success(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--articles", str(tmp_path)]) == 1
    assert "no article to measure" in capsys.readouterr().err
