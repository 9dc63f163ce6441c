import pytest

from app.negotiation import choose

OFFERED = ("application/json", "text/csv", "text/turtle")


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "application/json"),
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV", "text/csv"),
        ("text/*", "text/csv"),
        ("text/*;q=0.5, text/turtle", "text/turtle"),
        ("application/json;q=0.2, text/csv;q=0.9", "text/csv"),
        ("text/csv;q=0, */*;q=0.1", "application/json"),
        ("application/json;q=0, text/*;q=0", None),
        ("image/png", None),
        ("text/csv;q=much", None),
        ("text/csv; charset=utf-8; q=0.7, image/png", "text/csv"),
        (";;,,/", None),
    ],
)
def test_the_best_form_on_offer_is_chosen(accept: str | None, expected: str | None) -> None:
    assert choose(accept, OFFERED) == expected
