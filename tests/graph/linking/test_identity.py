import pytest

from graph.linking.identity import identify, is_local
from graph.linking.knowledge import knowledge
from graph.model import EntityType


@pytest.mark.parametrize(
    ("name", "type_", "shared", "expected"),
    [
        ("Jane Roe", "person", False, "actor:jane-roe"),
        ("Izyum", "place", False, "place:izyum"),
        ("Ukrainian officials", "group", True, "actor:ukrainian-officials"),
        ("U.S. Embassy", "organization", False, "actor:us-embassy"),
        ("The Rock & Roll Hall of Fame", "organization", False, "actor:rock-and-roll-hall-of-fame"),
        ("The", "organization", False, "actor:the"),
    ],
)
def test_identify(name: str, type_: EntityType, shared: bool, expected: str) -> None:
    assert identify(name, type_, article="a", named=not shared, shared=shared) == expected


def test_a_known_actor_keeps_its_id() -> None:
    russia = knowledge().get("actor:russia")
    assert identify("Moscow", "country", article="a", known=russia) == "actor:russia"


def test_what_has_no_name_belongs_to_its_article() -> None:
    ids = {identify("one person", "person", article=article, named=False) for article in ("a", "b")}
    assert len(ids) == 2
    assert all(map(is_local, ids))
    assert not is_local("actor:john-smith.australia")
    assert all(id_.startswith("actor:one-person.") for id_ in ids)


@pytest.mark.parametrize(
    ("name", "type_"), [("Baker", "person"), ("Court", "organization"), ("Ministry of Finance", "organization")]
)
def test_what_anybody_may_be_called_belongs_to_its_article(name: str, type_: EntityType) -> None:
    ids = {identify(name, type_, article=article) for article in ("a", "b")}
    assert len(ids) == 2
    assert all("." in id_ for id_ in ids)


@pytest.mark.parametrize(
    ("name", "type_"), [("Ann Baker", "person"), ("Kenyan Senate", "organization"), ("Tesla", "organization")]
)
def test_a_name_that_tells_is_the_same_in_all_articles(name: str, type_: EntityType) -> None:
    assert len({identify(name, type_, article=article) for article in ("a", "b")}) == 1
