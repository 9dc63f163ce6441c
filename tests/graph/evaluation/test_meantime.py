from graph.evaluation.suite import Gold
from tests.graph.evaluation.conftest import Verdicts, place

TEXT = "Boeing sued Airbus on Monday. Airbus left."


def gold(word: str, *args: tuple[str, str], scope: int = 30) -> Gold:
    arguments = [{"role": role, "span": place(TEXT, words)} for role, words in args]
    return {"scope_end": scope, "events": [{"spans": [place(TEXT, word)], "args": arguments}]}


def right(verdicts: Verdicts, row: Gold) -> list[bool]:
    return list(verdicts("meantime", TEXT, row).values())


def test_right_where_all_are_marked_in_their_roles(verdicts: Verdicts) -> None:
    assert right(verdicts, gold("sued", ("Arg0", "Boeing"), ("Arg1", "Airbus"))) == [True]


def test_wrong_where_one_is_not(verdicts: Verdicts) -> None:
    assert right(verdicts, gold("sued", ("Arg0", "Boeing"))) == [False]
    assert right(verdicts, gold("sued", ("Arg1", "Boeing"), ("Arg0", "Airbus"))) == [False]


def test_wrong_where_the_word_is_no_event(verdicts: Verdicts) -> None:
    assert right(verdicts, gold("Monday", ("Arg0", "Boeing"), ("Arg1", "Airbus"))) == [False]


def test_what_is_not_annotated_is_not_judged(verdicts: Verdicts) -> None:
    assert right(verdicts, gold("sued", scope=0)) == []
