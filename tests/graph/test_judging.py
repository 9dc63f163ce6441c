from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import judging
from graph.errors import BadInput, Conflict, NotFound
from graph.judging import Judge
from graph.keeping import keep
from graph.model import Article, Judgement, Record
from graph.rdf.terms import node
from graph.store import Store, open_store
from graph.view import View
from tests.graph.records import IDS, RUN, readings
from tests.graph.steps import JUDGE, Step, holds_whatever_is_decided, take
from tests.graph.test_keeping import CLAIM, LAVROV, NAMES, RUBIO, again, content, names, spoke

SERGEY = replace(LAVROV, id="actor:sergey-lavrov", name="Sergey Lavrov")
SPOKE = replace(CLAIM, id="claim:2", object="actor:sergey-lavrov")


def talks(*objects: str) -> Store:
    """A store with an article a name of Lavrov, in which Rubio spoke with him."""
    store = open_store(":memory:")
    for number, (claim, entity) in enumerate([(CLAIM, LAVROV), (SPOKE, SERGEY)][: len(objects) or 2]):
        keep(store, *again(number, claims=[claim], entities=[RUBIO, entity]), RUN)
    return store


def test_who_is_merged_is_known_by_one_id_and_all_names() -> None:
    with talks() as store:
        made = judging.merge(store, "actor:sergey-lavrov", "actor:lavrov", JUDGE)
        assert (made.kind, made.by, made.reason) == ("merge", "ann", "The articles mean one person.")
        assert names(store, "actor:lavrov") == [("altLabel", "Sergey Lavrov"), ("prefLabel", "Sergei Lavrov")]
        assert names(store, "actor:sergey-lavrov") == []
        assert spoke(store, "actor:rubio", "actor:lavrov")
        assert not spoke(store, "actor:rubio", "actor:sergey-lavrov")
        assert View.of(store).canon.of(node("actor:sergey-lavrov")) == node("actor:lavrov")


def test_a_query_finds_what_is_said_of_the_merged_under_both_ids() -> None:
    about = "SELECT DISTINCT ?claim ?who { ?claim rdf:object ?who }"
    with talks() as store:
        judging.merge(store, "actor:sergey-lavrov", "actor:lavrov", JUDGE)
        assert len(store.select(about, who=node("actor:lavrov"))) == 2
        assert len(store.select(about, who=node("actor:sergey-lavrov"))) == 1


def test_undoing_leaves_no_trace() -> None:
    with talks() as store:
        before = content(store)
        made = judging.merge(store, "actor:sergey-lavrov", "actor:lavrov", JUDGE)
        assert content(store) != before
        assert judging.undo(store, made.id) == made
        assert content(store) == before
        with pytest.raises(NotFound):
            judging.undo(store, made.id)


def test_an_article_read_later_is_judged_alike() -> None:
    with talks() as store, talks() as other:
        made = judging.merge(store, "actor:sergey-lavrov", "actor:lavrov", JUDGE)
        later = again(7, claims=[replace(SPOKE, id="claim:7")], entities=[RUBIO, SERGEY])
        keep(store, *later, RUN)
        keep(other, *later, RUN)
        assert not spoke(store, "actor:rubio", "actor:sergey-lavrov")
        judging.undo(store, made.id)
        assert content(store) == content(other)


def test_who_was_decided_not_to_be_the_same_is_not_merged() -> None:
    with talks() as store:
        made = judging.not_same(store, "actor:sergey-lavrov", "actor:lavrov", JUDGE)
        with pytest.raises(Conflict, match=made.id):
            judging.merge(store, "actor:lavrov", "actor:sergey-lavrov", JUDGE)
        with pytest.raises(Conflict, match=made.id):
            judging.not_same(store, "actor:lavrov", "actor:sergey-lavrov", JUDGE)
        judging.undo(store, made.id)
        judging.merge(store, "actor:lavrov", "actor:sergey-lavrov", JUDGE)
        with pytest.raises(Conflict):
            judging.not_same(store, "actor:lavrov", "actor:sergey-lavrov", JUDGE)


def test_a_split_takes_what_some_articles_say_to_somebody_new() -> None:
    with open_store(":memory:") as store:
        keep(store, *again(1, claims=[CLAIM], entities=[RUBIO, LAVROV]), RUN)
        keep(store, *again(2, claims=[CLAIM], entities=[RUBIO, LAVROV]), RUN)
        made = judging.split(store, "actor:lavrov", ["talks-2"], JUDGE, name="Ivan Lavrov")
        assert made.object is not None
        assert made.object.startswith("actor:ivan-lavrov.")
        assert names(store, made.object) == [("altLabel", "Sergei Lavrov"), ("prefLabel", "Ivan Lavrov")]
        assert names(store, "actor:lavrov") == [("prefLabel", "Sergei Lavrov")]
        assert spoke(store, "actor:rubio", made.object)
        with pytest.raises(Conflict, match="split off"):
            judging.merge(store, made.object, "actor:lavrov", JUDGE)


@pytest.mark.parametrize("articles", [[], ["talks-9"], ["talks-0", "talks-9"]])
def test_a_split_needs_some_of_the_articles(articles: list[str]) -> None:
    with talks() as store, pytest.raises(BadInput, match="articles"):
        judging.split(store, "actor:rubio", articles, JUDGE)


def test_a_split_of_everything_is_none() -> None:
    with talks() as store, pytest.raises(BadInput, match="rename"):
        judging.split(store, "actor:rubio", ["talks-0", "talks-1"], JUDGE)


def test_the_last_name_that_was_given_holds_until_it_is_undone() -> None:
    with talks() as store:
        judging.rename(store, "actor:rubio", "Marco Antonio  Rubio", JUDGE)
        last = judging.rename(store, "actor:rubio", "Secretary Rubio", JUDGE)
        assert names(store, "actor:rubio") == [("altLabel", "Marco Rubio"), ("prefLabel", "Secretary Rubio")]
        judging.undo(store, last.id)
        assert ("prefLabel", "Marco Antonio Rubio") in names(store, "actor:rubio")


def test_a_type_that_was_given_takes_the_place_of_the_articles() -> None:
    with talks() as store:
        judging.retype(store, "actor:rubio", "organization", JUDGE)
        assert store.ask("ASK { GRAPH bc:entities { actor:rubio a bc:Organization } }")
        assert not store.ask("ASK { GRAPH bc:entities { actor:rubio a bc:Person } }")
        with pytest.raises(BadInput, match="type"):
            judging.retype(store, "actor:rubio", "alien", JUDGE)


def test_a_retracted_claim_is_no_fact_while_another_may_be() -> None:
    with open_store(":memory:") as store:
        for number in (1, 2):
            keep(store, *again(number, claims=[CLAIM], entities=[RUBIO, LAVROV]), RUN)
        first = judging.retract(store, "claim:1-1", JUDGE)
        assert spoke(store, "actor:lavrov", "actor:rubio")
        judging.retract(store, "1-2", JUDGE)
        assert not spoke(store, "actor:rubio", "actor:lavrov")
        assert not spoke(store, "actor:lavrov", "actor:rubio")
        with pytest.raises(Conflict, match=first.id):
            judging.retract(store, "claim:1-1", JUDGE)
        judging.undo(store, first.id)
        assert spoke(store, "actor:rubio", "actor:lavrov")


@pytest.mark.parametrize(
    "judge",
    [
        lambda store: judging.merge(store, "actor:nobody", "actor:rubio", JUDGE),
        lambda store: judging.rename(store, "actor:nobody", "Somebody", JUDGE),
        lambda store: judging.retract(store, "claim:none", JUDGE),
    ],
)
def test_nobody_is_not_judged(judge: Callable[[Store], Judgement]) -> None:
    with talks() as store, pytest.raises(NotFound):
        judge(store)


def test_a_judgement_says_who_and_why() -> None:
    with pytest.raises(BadInput):
        Judge(by=" ", reason="so")
    with pytest.raises(BadInput):
        Judge(by="ann", reason="")


def test_judgements_are_found_by_whom_they_name() -> None:
    with talks() as store:
        made = judging.merge(store, "actor:sergey-lavrov", "actor:lavrov", JUDGE)
        other = judging.rename(store, "actor:rubio", "Rubio", JUDGE)
        assert judging.find(store) == [made, other]
        assert judging.find(store, of="actor:lavrov") == [made]
        assert judging.get(store, other.id) == other


NAMED = st.sampled_from(IDS)
STEPS = st.lists(
    readings(NAMES)
    | NAMES
    | st.tuples(st.sampled_from(["merge", "not_same", "split", "rename", "retype", "undo"]), NAMED, NAMED),
    max_size=9,
)


@settings(max_examples=60, deadline=None)
@given(steps=STEPS, order=st.randoms(use_true_random=False))
def test_what_is_kept_current_is_what_is_made_anew_and_undoing_all_restores_all(steps, order) -> None:  # type: ignore[no-untyped-def]
    holds_whatever_is_decided(steps, order)


@settings(max_examples=30, deadline=None)
@given(steps=STEPS, step=st.tuples(st.sampled_from(["merge", "split", "rename", "retype"]), NAMED, NAMED))
def test_deciding_and_undoing_is_nothing(steps: list[Step], step: tuple[str, str, str]) -> None:
    with open_store(":memory:") as store:
        for each in steps:
            take(store, each)
        known, before = judging.find(store), content(store)
        take(store, step)
        for judgement in judging.find(store):
            if judgement not in known:
                judging.undo(store, judgement.id)
        assert content(store) == before


@settings(max_examples=30, deadline=None)
@given(readings_=st.lists(readings(NAMES), min_size=1, max_size=3))
def test_retracting_every_claim_leaves_no_facts(readings_: list[tuple[Article, Record]]) -> None:
    with open_store(":memory:") as store:
        for reading in readings_:
            take(store, reading)
        before = content(store)
        claims = {quad.subject for quad in store.match(None, node("rdf:subject"))}
        for claim in claims:
            judging.retract(store, claim.value.removeprefix("urn:backchannel:"), JUDGE)  # type: ignore[union-attr]
        assert not list(store.match(graph=node("facts")))
        for judgement in judging.find(store):
            judging.undo(store, judgement.id)
        assert content(store) == before
