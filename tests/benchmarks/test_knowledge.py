"""That the benchmark runs and prints what it promises; how fast anything is, no test says."""

import pytest

from benchmarks.knowledge import main


def test_it_measures_a_tiny_import(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--actors", "20"]) == 0
    printed = capfd.readouterr().out.splitlines()
    assert [line.split("  ")[0].rstrip("0123456789") for line in printed][1:] == [
        "importing ",
        "with 20 more",
        "an article, ontology alone",
        "an article, with the import",
    ]
