from collections.abc import Callable

import pytest

from graph.model import Record


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russian Foreign Minister Sergei Lavrov left.", {("actor:sergei-lavrov", "holds_office_in", "actor:russia")}),
        ("Russia's President Vladimir Putin left.", {("actor:vladimir-putin", "holds_office_in", "actor:russia")}),
        ("Angela Merkel, the German chancellor, left.", {("actor:angela-merkel", "holds_office_in", "actor:germany")}),
        ("Jane Roe, the president of Iran, left.", {("actor:jane-roe", "holds_office_in", "actor:iran")}),
        (
            "US State Department spokesperson Tammy Bruce left.",
            {("actor:tammy-bruce", "speaks_for", "actor:united-states-department-of-state")},
        ),
        (
            "Jane Roe, a member of the Republican Party, left.",
            {("actor:jane-roe", "member_of", "actor:republican-party")},
        ),
        ("Former Russian President Dmitry Medvedev left.", set()),
        ("Jane Roe, the former president of Iran, left.", set()),
        ("Russian singer Jane Roe left.", set()),
        ("Sergei Lavrov left.", set()),
    ],
)
def test_offices(read: Callable[[str], Record], text: str, expected: set[tuple[str, str, str]]) -> None:
    claims = [claim for claim in read(text).claims if claim.event is None]
    assert {(claim.subject, claim.predicate, claim.object) for claim in claims} == expected
