"""That the weights can be fitted, and that those in use are no worse than they should be."""

import random
from pathlib import Path

import pytest

from benchmarks import calibrate
from benchmarks.calibrate import Table, main
from graph.evaluation.judged import Judged
from graph.evaluation.reliability import calibration_error
from graph.extraction.confidence import load


def items(count: int) -> list[tuple[str, Judged]]:
    """Claims by name that are right nine times in ten, and claims by pronoun that are right one time in two."""
    chance = random.Random(1)
    features = [{"construct.active": 1.0, **({"role.pronoun": 1.0} if n % 2 else {})} for n in range(count)]
    return [
        ("claims", Judged(f"article {n}", "", 0.5, found, chance.random() < (0.5 if "role.pronoun" in found else 0.9)))
        for n, found in enumerate(features)
    ]


def test_what_is_right_less_often_weighs_less() -> None:
    table = Table(items(600))
    sure = table.held_out()
    assert sum(sure[::2]) / 300 == pytest.approx(0.9, abs=0.05)
    assert sum(sure[1::2]) / 300 == pytest.approx(0.5, abs=0.07)
    assert calibration_error(list(zip(sure, table.right > 0, strict=True))) < 0.05


def test_the_weights_are_written_as_they_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "confidence.toml"
    monkeypatch.setattr(calibrate, "FILE", file)
    monkeypatch.setattr(calibrate, "judged", lambda suite, extractor: [one for _, one in items(60)])
    assert main(["--write"]) == 0
    assert load(file).features["role.pronoun"] < 0
    assert "claims, held out: expected calibration error" in capsys.readouterr().out
