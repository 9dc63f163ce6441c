import pytest

from graph.evaluation.suite import Gold
from tests.graph.evaluation.conftest import Verdicts, place

TEXT = "Chile accused Peru of lies."


def gold(text: str, type_: str, source: str | None, target: str | None) -> Gold:
    sides = [[{"spans": [place(text, words)]}] if words else [] for words in (source, target)]
    return {"set": "plv", "type": type_, "reciprocal": False, "sources": sides[0], "targets": sides[1]}


@pytest.mark.parametrize(
    ("type_", "source", "target", "expected"),
    [
        ("ACCUSE", "Chile", "Peru", [True]),
        ("SUPPORT", "Chile", "Peru", [False]),  # the type is wrong
        ("ACCUSE", "Peru", "Chile", [False]),  # the wrong way round
        ("ACCUSE", "Chile", None, [True]),  # nobody is coded whom it could miss
        ("SUPPORT", "Peru", "Chile", []),  # may be another event
        ("SUPPORT", "Chile", None, []),
    ],
)
def test_one_event(verdicts: Verdicts, type_: str, source: str, target: str | None, expected: list[bool]) -> None:
    assert list(verdicts("plover", TEXT, gold(TEXT, type_, source, target)).values()) == expected


@pytest.mark.parametrize(("source", "target"), [("Chile", "Peru"), ("Peru", "Chile")])
def test_a_meeting_has_no_direction(verdicts: Verdicts, source: str, target: str) -> None:
    for text in ("Chile met Peru in Lima.", "Chile and Peru met in Lima."):
        assert list(verdicts("plover", text, gold(text, "CONSULT", source, target)).values()) == [True]


def test_two_types_that_one_part_of_the_gold_calls_the_same(verdicts: Verdicts) -> None:
    text = "Chile released Peru."
    coded = gold(text, "YIELD", "Chile", "Peru")
    assert list(verdicts("plover", text, coded).values()) == [True]


def test_beside_an_event_that_is_right_another_is_not_judged(verdicts: Verdicts) -> None:
    text = "Chile accused Peru of lies and Iran accused Cuba."
    found = verdicts("plover", text, gold(text, "ACCUSE", "Chile", "Peru"))
    assert found == {"ACCUSE accused (Chile -> Peru)": True}


def test_what_is_outside_the_types_is_not_judged(verdicts: Verdicts) -> None:
    text = "Chile outgrew Peru."
    assert verdicts("plover", text, gold(text, "AID", "Chile", "Peru")) == {}
