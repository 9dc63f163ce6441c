from graph.evaluation.constructs import by_construct
from graph.evaluation.judged import Judged


def item(construct: str, right: bool) -> Judged:
    return Judged("article", "said", 0.8, {"role.thing": 1.0, f"construct.{construct}": 1.0}, right)


def test_a_row_for_each_construct_that_something_was_found_in() -> None:
    rows = by_construct([item("noun", True), item("active", True), item("active", False)])
    assert [(row.name, row.items, row.right) for row in rows] == [("active", 2, 0.5), ("noun", 1, 1.0)]
