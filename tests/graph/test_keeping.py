from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from graph.errors import NotFound
from graph.keeping import Kept, keep, kept, retract
from graph.model import Article, Claim, Entity, Record, Run, Span
from graph.rdf import read
from graph.store import Store, open_store
from graph.upkeep import rebuild
from tests.graph.records import RUN, readings

NAMES = st.sampled_from(["one", "two", "three"])

ARTICLE = Article(id="talks", text="Rubio spoke with Lavrov.", title="Talks")
RUBIO = Entity(id="actor:rubio", name="Marco Rubio", type="person", country="USA", mentions=(Span(0, 5),))
LAVROV = Entity(id="actor:lavrov", name="Sergei Lavrov", type="person", country="RUS", mentions=(Span(17, 23),))
CLAIM = Claim(id="claim:1", subject="actor:rubio", predicate="spoke_with", object="actor:lavrov", sentence=0)
RECORD = Record(id="talks", sentences=(Span(0, 24),), entities=(RUBIO, LAVROV), claims=(CLAIM,))


def again(number: int, *, claims: Iterable[Claim] = (), entities: Iterable[Entity] = ()) -> tuple[Article, Record]:
    """The article under another id, with other entities and claims."""
    article = replace(ARTICLE, id=f"talks-{number}")
    own = tuple(replace(claim, id=f"{claim.id}-{number}") for claim in claims)
    return article, replace(RECORD, id=article.id, claims=own, entities=tuple(entities))


def content(store: Store) -> list[bytes]:
    out = BytesIO()
    store.dump(out, media_type="application/n-quads")
    return sorted(out.getvalue().splitlines())


def names(store: Store, entity: str) -> list[tuple[str, str]]:
    query = f"SELECT ?p ?name FROM bc:entities {{ {entity} ?p ?name FILTER(?p IN (skos:prefLabel, skos:altLabel)) }}"
    rows = ((row["p"].value, row["name"].value) for row in store.select(query))  # type: ignore[union-attr]
    return sorted((part.rpartition("#")[2], name) for part, name in rows)


def spoke(store: Store, subject: str, object_: str) -> bool:
    return store.ask(f"ASK {{ GRAPH bc:facts {{ {subject} bc:spoke_with {object_} }} }}")


def test_an_article_comes_back_as_it_was_kept() -> None:
    with open_store(":memory:") as store:
        done = keep(store, ARTICLE, RECORD, RUN)
        own = list(store.match(graph=NamedNode("urn:backchannel:article:talks")))
    assert read(own) == (ARTICLE, RECORD)
    assert done == Kept(quads=len(own), events=0, claims=1, changed=True)


def test_an_unchanged_article_is_left_alone() -> None:
    with open_store(":memory:") as store:
        done = keep(store, ARTICLE, RECORD, RUN)
        before = store.version, content(store)
        assert keep(store, ARTICLE, RECORD, RUN) == replace(done, changed=False)
        assert kept(store, ARTICLE, RUN) == replace(done, changed=False)
        assert (store.version, content(store)) == before


@pytest.mark.parametrize(
    ("article", "run"),
    [
        (replace(ARTICLE, text="Rubio spoke with Lavrov!"), RUN),
        (replace(ARTICLE, title=None), RUN),
        (replace(ARTICLE, source="Reuters"), RUN),
        (ARTICLE, Run("backchannel", "0.2.0", RUN.model)),
    ],
)
def test_another_text_title_source_or_run_replaces_the_article(article: Article, run: Run) -> None:
    with open_store(":memory:") as replaced, open_store(":memory:") as fresh:
        keep(replaced, ARTICLE, RECORD, RUN)
        assert kept(replaced, article, run) is None
        assert keep(replaced, article, RECORD, run).changed
        keep(fresh, article, RECORD, run)
        assert content(replaced) == content(fresh)


def test_the_name_that_most_articles_give_wins_and_the_others_are_kept() -> None:
    short = replace(RUBIO, name="Rubio")
    with open_store(":memory:") as store:
        keep(store, *again(1, entities=[RUBIO]), RUN)
        keep(store, *again(2, entities=[short]), RUN)
        assert names(store, "actor:rubio") == [("altLabel", "Rubio"), ("prefLabel", "Marco Rubio")]
        keep(store, *again(3, entities=[short]), RUN)
        assert names(store, "actor:rubio") == [("altLabel", "Marco Rubio"), ("prefLabel", "Rubio")]
        retract(store, "talks-1")
        assert names(store, "actor:rubio") == [("prefLabel", "Rubio")]


def test_a_fact_lasts_as_long_as_one_article_states_it() -> None:
    with open_store(":memory:") as store:
        keep(store, *again(1, claims=[CLAIM]), RUN)
        keep(store, *again(2, claims=[replace(CLAIM, subject="actor:lavrov", object="actor:rubio")]), RUN)
        retract(store, "talks-1")
        assert spoke(store, "actor:rubio", "actor:lavrov")
        assert spoke(store, "actor:lavrov", "actor:rubio")
        retract(store, "talks-2")
        assert not spoke(store, "actor:rubio", "actor:lavrov")


@pytest.mark.parametrize("claim", [replace(CLAIM, polarity="negative"), replace(CLAIM, modality="planned")])
def test_what_is_denied_or_planned_is_no_fact(claim: Claim) -> None:
    with open_store(":memory:") as store:
        keep(store, *again(1, claims=[claim]), RUN)
        assert not spoke(store, "actor:rubio", "actor:lavrov")


def test_what_is_retracted_leaves_no_trace() -> None:
    with open_store(":memory:") as store:
        before = content(store)
        keep(store, ARTICLE, RECORD, RUN)
        retract(store, "talks")
        assert content(store) == before
        with pytest.raises(NotFound):
            retract(store, "talks")


@settings(max_examples=20, deadline=None)
@given(work=st.lists(readings(NAMES) | NAMES, max_size=5))
def test_what_is_kept_current_is_what_is_made_anew(work: list[tuple[Article, Record] | str]) -> None:
    last: dict[str, tuple[Article, Record]] = {}
    with open_store(":memory:") as worked, open_store(":memory:") as fresh:
        for step in work:
            if isinstance(step, tuple):
                # An unchanged article would not be read again, but here its record differs.
                last[step[0].id] = step
                retract_if_there(worked, step[0].id)
                keep(worked, *step, RUN)
            else:
                last.pop(step, None)
                retract_if_there(worked, step)
        for _, reading in sorted(last.items(), reverse=True):
            keep(fresh, *reading, RUN)
        assert content(worked) == content(fresh)
        rebuild(worked)
        assert content(worked) == content(fresh)


@settings(max_examples=15, deadline=None)
@given(first=readings(NAMES), second=readings(NAMES))
def test_replacing_is_retracting_and_keeping(first: tuple[Article, Record], second: tuple[Article, Record]) -> None:
    later = Run("backchannel", "0.2.0", RUN.model)
    named = replace(second[0], id=first[0].id), replace(second[1], id=first[0].id)
    with open_store(":memory:") as replaced, open_store(":memory:") as fresh:
        keep(replaced, *first, RUN)
        keep(replaced, *named, later)
        keep(fresh, *named, later)
        assert content(replaced) == content(fresh)


def retract_if_there(store: Store, article_id: str) -> None:
    try:
        retract(store, article_id)
    except NotFound:
        return
