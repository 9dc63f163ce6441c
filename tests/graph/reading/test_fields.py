"""What an article may say of itself."""

from datetime import date

import pytest

from graph.errors import BadInput
from graph.model import Article
from graph.names import digest
from graph.reading import fields


def test_every_field_is_taken_over() -> None:
    given = {"id": "a", "text": " T\r\n", "title": "Talks", "published": "2025-03-16", "url": "https://x.org/a", "x": 1}
    assert fields.article(given) == Article("a", " T\r\n", "Talks", date(2025, 3, 16), "https://x.org/a")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"id": "a", "url": "https://u"}, "a"),
        ({"id": 7}, "7"),
        ({"id": " ", "url": "https://u"}, "https://u"),
        ({"id": None, "url": "https://u"}, "https://u"),
        ({"url": ""}, digest("T")),
    ],
)
def test_an_article_without_id_is_known_by_its_url_or_text(given: dict[str, object], expected: str) -> None:
    assert fields.article(given | {"text": "T"}).id == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("https://x.org/a?b=c#d", "https://x.org/a?b=c#d"),
        ('https://x.org/A_"good"_day', "https://x.org/A_%22good%22_day"),
        ("https://x.org/a b", "https://x.org/a%20b"),
        (" https://x.org ", "https://x.org"),
        ("https://x.org/Zürich", "https://x.org/Zürich"),
    ],
)
def test_an_address_is_made_one_that_a_graph_can_hold(given: str, expected: str) -> None:
    assert fields.article({"text": "T", "url": given}).url == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"published": "2025-03-16"}, date(2025, 3, 16)),
        ({"date": "2025-03-16"}, date(2025, 3, 16)),
        ({"date": "2024-01-01", "published": "2025-03-16"}, date(2025, 3, 16)),
        ({"published": "2025-03-16T23:30:00Z"}, date(2025, 3, 16)),
        ({"published": "2025-03-16T23:30:00-05:00"}, date(2025, 3, 16)),
        ({"published": None}, None),
        ({"published": ""}, None),
        ({}, None),
    ],
)
def test_dates(given: dict[str, object], expected: date | None) -> None:
    assert fields.article({"text": "T"} | given).published == expected


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"text": None}, "no text"),
        ({"text": " \n"}, "text: is empty"),
        ({"text": 5}, "text: expected a string"),
        ({"text": "a\0b"}, "text: contains NUL"),
        ({"text": "a\ud800b"}, "text: contains a surrogate"),
        ({"text": "x" * 1_000_001}, "text: too large"),
        ({"id": True}, "id: expected a string"),
        ({"title": ["T"]}, "title: expected a string"),
        ({"title": "T\0"}, "title: contains NUL"),
        ({"url": "javascript:alert(1)"}, "url: 'javascript:.* is no http"),
        ({"url": "https://x .org/a"}, "url"),
        ({"published": "16 March 2025"}, "published: '16 March 2025' is no ISO 8601 date"),
        ({"published": "2025-02-30"}, "published"),
        ({"published": 20250316}, "published: expected a string"),
        ({"date": "yesterday"}, "date: 'yesterday'"),
    ],
)
def test_what_cannot_be_used_is_named(given: dict[str, object], reason: str) -> None:
    with pytest.raises(BadInput, match=reason):
        fields.article({"text": "T"} | given)
