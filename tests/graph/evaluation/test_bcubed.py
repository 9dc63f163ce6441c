import pytest

from graph.evaluation.bcubed import bcubed

GOLD = {1: "Rubio", 2: "Rubio", 3: "Rubio", 4: "Lavrov", 5: "Lavrov"}


def test_worked_by_hand() -> None:
    """Rubio is torn apart, Lavrov has one mention among Rubio's, and the last one is not found; 6 is nobody's."""
    score = bcubed(GOLD, {1: "x", 2: "x", 4: "x", 3: "y", 6: "x"})
    assert (score.labelled, score.found) == (5, 4)
    assert score.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert score.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 0) / 5)
    assert score.f1 == pytest.approx(52 / 99)


@pytest.mark.parametrize(
    ("found", "precision", "recall"),
    [
        (dict(GOLD), 1, 1),
        (dict.fromkeys(GOLD, "one"), (3 * 3 / 5 + 2 * 2 / 5) / 5, 1),
        ({mention: mention for mention in GOLD}, 1, (3 * 1 / 3 + 2 * 1 / 2) / 5),
        ({}, 0, 0),
    ],
)
def test_the_extremes(found: dict[int, object], precision: float, recall: float) -> None:
    score = bcubed(GOLD, found)
    assert score.precision == pytest.approx(precision)
    assert score.recall == pytest.approx(recall)


def test_nothing_labelled() -> None:
    assert bcubed({}, {1: "x"}).f1 == 0
