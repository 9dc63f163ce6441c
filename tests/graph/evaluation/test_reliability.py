import pytest

from graph.evaluation.reliability import Row, calibration_error, reliability

PAIRS = [(0.92, True), (0.94, True), (0.9, False), (0.2, False)]


def test_a_row_for_each_bin_that_holds_anything_and_one_for_all() -> None:
    low, high, everything = reliability(PAIRS)
    assert (low.name, low.items, low.right) == ("0.00 to 0.30", 1, 0)
    assert (high.name, high.items) == ("0.90 to 1.00", 3)
    assert [high.confidence, high.right] == pytest.approx([0.92, 2 / 3])
    assert everything.items == 4


def test_the_edge_belongs_to_the_bin_above() -> None:
    assert [row.name for row in reliability([(0.5, True), (1.0, True)])] == ["0.50 to 0.60", "0.90 to 1.00", "all"]


@pytest.mark.parametrize(
    ("pairs", "error"),
    [([], 0), ([(1.0, True)], 0), ([(1.0, False)], 1), ([(0.75, True)] * 3 + [(0.75, False)], 0), (PAIRS, 0.24)],
)
def test_the_distance_from_what_is_promised(pairs: list[tuple[float, bool]], error: float) -> None:
    assert calibration_error(pairs) == pytest.approx(error)


def test_nothing_to_judge_has_no_rows() -> None:
    assert reliability([]) == []
    assert Row("all", 1, 0.5, 1.0) == reliability([(0.5, True)])[-1]
