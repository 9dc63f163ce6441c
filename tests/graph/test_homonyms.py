"""Namesakes across articles, through the whole pipeline: read, told apart, kept."""

from datetime import date
from itertools import permutations

import pytest
from pyoxigraph import NamedNode

from graph.extraction import Extractor
from graph.keeping import keep, retract
from graph.model import Article, Run
from graph.rdf import read
from graph.store import Store, open_store
from graph.upkeep import rebuild
from tests.graph.records import RUN
from tests.graph.test_keeping import content

AGAIN = Run("backchannel", "0.2.0", RUN.model)
TEXTS = {
    "minister": "John Smith, the Australian trade minister, met Penny Wong in Canberra.",
    "player": "John Smith, an American footballer, met Joe Biden in Washington.",
    "plain": "John Smith criticised the plan on Monday.",
    "tariffs": "Australian Trade Minister John Smith criticised China.",
    "match": "The American footballer John Smith praised Joe Biden.",
}


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture
def store() -> Store:
    return open_store(":memory:")


def put(
    store: Store, extractor: Extractor, name: str, text: str = "", run: Run = RUN, on: date = date(2025, 3, 16)
) -> str:
    """The id under which the store has the article's Smith."""
    article = Article(name, text or TEXTS[name], published=on)
    keep(store, article, extractor.record(article), run, knows=extractor.knows)
    kept = read(list(store.match(graph=NamedNode(f"urn:backchannel:article:{name}"))))[1]
    (smith,) = [entity.id for entity in kept.entities if entity.name == "John Smith"]
    assert all(smith in (claim.subject, claim.object) for claim in kept.claims if "smith" in claim.subject)
    assert all(
        "smith" not in part.entity or part.entity == smith for event in kept.events for part in event.participants
    )
    return smith


def test_namesakes_whom_country_and_calling_tell_apart(extractor: Extractor, store: Store) -> None:
    assert {name: put(store, extractor, name) for name in TEXTS} == {
        "minister": "actor:john-smith",
        "player": "actor:john-smith.united-states.sport",
        "plain": "actor:john-smith",
        "tariffs": "actor:john-smith",
        "match": "actor:john-smith.united-states.sport",
    }


def test_whoever_came_first_the_articles_are_parted_alike(extractor: Extractor) -> None:
    for names in permutations(("minister", "player", "tariffs", "match")):
        with open_store(":memory:") as store:
            ids = {name: put(store, extractor, name) for name in names}
        assert ids["minister"] == ids["tariffs"] != ids["player"] == ids["match"]
        assert ids[names[0]] == "actor:john-smith"


def test_an_article_that_is_read_again_speaks_of_the_same(extractor: Extractor, store: Store) -> None:
    first = {name: put(store, extractor, name) for name in TEXTS}
    assert {name: put(store, extractor, name, run=AGAIN) for name in TEXTS} == first


def test_an_unknown_person_of_ten_articles_is_one(extractor: Extractor, store: Store) -> None:
    articles = {f"a{n}": text for n, text in enumerate([TEXTS["minister"], TEXTS["plain"], TEXTS["tariffs"]] * 3)}
    assert {put(store, extractor, name, text) for name, text in articles.items()} == {"actor:john-smith"}


def test_nobody_is_in_the_news_for_a_hundred_years(extractor: Extractor, store: Store) -> None:
    put(store, extractor, "plain")
    old = put(store, extractor, "old", "John Smith criticised the League of Nations.", on=date(1921, 5, 2))
    assert old == "actor:john-smith.1921"
    later = put(store, extractor, "later", "John Smith criticised the League of Nations.", on=date(1922, 5, 2))
    assert later == old


def test_what_follows_is_the_same_anew(extractor: Extractor, store: Store) -> None:
    for name in TEXTS:
        put(store, extractor, name)
    retract(store, "minister")
    before = content(store)
    rebuild(store)
    assert content(store) == before


def test_who_is_known_is_one_whatever_is_told(extractor: Extractor, store: Store) -> None:
    known = {"one": "The singer Boris Johnson left.", "two": "British Prime Minister Boris Johnson left."}
    for name, text in known.items():
        article = Article(name, text)
        keep(store, article, extractor.record(article), RUN, knows=extractor.knows)
    assert [quad.object for quad in store.match(NamedNode("urn:backchannel:actor:boris-johnson.arts"))] == []
    assert any(store.match(NamedNode("urn:backchannel:actor:boris-johnson")))
