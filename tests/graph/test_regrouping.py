from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import judging
from graph.errors import Conflict, NotFound
from graph.keeping import retract
from graph.model import TimeSpan
from graph.queries import actors, events
from graph.rdf.happenings import SAME
from graph.rdf.terms import HAPPENINGS, node
from graph.store import Store, open_store
from tests.graph.steps import JUDGE, holds_whatever_is_decided
from tests.graph.test_keeping import content
from tests.stories import CALL, LAVROV, MACRON, PERSON, PUTIN, RIYADH, RUBIO, SUNDAY, Story, Who, fill

SERGEY = Who("actor:sergey-lavrov", "Lavrov", "Sergey Lavrov", country="RUS")
COUNT = """SELECT (COUNT(DISTINCT ?happening) AS ?happenings) (COUNT(?event) AS ?tellings) WHERE {
  ?event bc:actor actor:marco-rubio ; bc:recipient ?who ; bc:same_happening ?happening }"""

OTHERS = (LAVROV, LAVROV, SERGEY, replace(MACRON, named=False))
TEXT = "Rubio met Lavrov and Macron in Riyadh."


@st.composite
def times(draw: st.DrawFn) -> TimeSpan:
    begin = date(2025, 3, 14) + timedelta(draw(st.integers(0, 3)))
    length = timedelta(draw(st.sampled_from([0, 0, 0, 1, 3])))
    return TimeSpan(begin, begin + length, "day", draw(st.sampled_from(["then", "then", None])))


stories = st.builds(
    Story,
    id=st.sampled_from("abcdefgh"),
    text=st.just(TEXT),
    subject=st.just(RUBIO),
    predicate=st.just("met_with"),
    object=st.sampled_from(OTHERS),
    type=st.sampled_from(["CONSULT", "CONSULT", "CONSULT", "ACCUSE"]),
    place=st.sampled_from([None, None, RIYADH]),
    time=times() | times() | times() | st.none(),
    modality=st.sampled_from(["asserted", "asserted", "asserted", "planned"]),
)
readings = stories.map(lambda story: (story.article(), story.record()))
ids = st.sampled_from("abcdefgh")
people = st.sampled_from([who.id for who in (RUBIO, *OTHERS)])
steps = st.lists(
    readings
    | readings
    | readings
    | ids
    | st.tuples(st.sampled_from(["merge", "split", "undo"]), people, people)
    | st.tuples(
        st.sampled_from(["same_happening", "not_same"]), st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")
    ),
    min_size=4,
    max_size=14,
)


def links(store: Store) -> set[tuple[str, str]]:
    return {(quad.subject.value, quad.object.value) for quad in store.match(None, SAME, graph=HAPPENINGS)}  # type: ignore[union-attr]


@settings(max_examples=150, deadline=None)
@given(steps=steps, order=st.randoms(use_true_random=False))
def test_links_kept_current_are_those_made_anew_and_undoing_all_restores_them(steps, order) -> None:  # type: ignore[no-untyped-def]
    holds_whatever_is_decided(steps, order)


calls = st.builds(lambda story, time: replace(CALL, id=story, time=time), ids, times())
opinions = st.tuples(st.sampled_from(["same_happening", "not_same", "not_same"]), ids, ids)
reports = st.lists(calls, min_size=5, max_size=8, unique_by=lambda call: call.id)
later = st.lists(opinions | opinions | ids | calls | st.just(("undo", "a", "b")), min_size=3, max_size=12)


@settings(max_examples=60, deadline=None)
@given(reports=reports, later=later, order=st.randoms(use_true_random=False))
def test_what_is_judged_of_events_is_kept_current_too(reports, later, order) -> None:  # type: ignore[no-untyped-def]
    steps = [step if isinstance(step, str | tuple) else (step.article(), step.record()) for step in (*reports, *later)]
    holds_whatever_is_decided(steps, order)


def count(store: Store) -> tuple[int, int]:
    (row,) = store.select(COUNT)
    return int(row["happenings"].value), int(row["tellings"].value)  # type: ignore[union-attr]


def test_a_query_counts_what_happened_and_has_every_telling() -> None:
    monday = TimeSpan(date(2025, 3, 17), date(2025, 3, 17), "day", "on Monday")
    with fill(open_store(":memory:"), CALL, replace(CALL, id="b"), replace(CALL, id="monday", time=monday)) as store:
        assert count(store) == (2, 3)
        (contact,) = actors.contacts(store, RUBIO.id).items
        assert (contact.happenings, contact.count) == (2, 3)
        assert events.find(store, distinct=True).total == 2


def test_what_was_told_of_the_earliest_goes_with_its_article_and_the_others_stay_together() -> None:
    with fill(open_store(":memory:"), CALL, replace(CALL, id="b"), replace(CALL, id="c")) as store:
        first = {of for _, of in links(store)}
        told = {story: replace(CALL, id=story).event().id for story in ("call", "b", "c")}
        retract(store, next(story for story, event in told.items() if first == {node(event).value}))
        assert len(links(store)) == 2
        assert len({of for _, of in links(store)} - first) == 1


def test_two_become_one_happening_when_two_names_are_judged_to_be_one_person() -> None:
    with fill(open_store(":memory:"), CALL, replace(CALL, id="b", object=SERGEY)) as store:
        assert count(store) == (2, 2)
        made = judging.merge(store, SERGEY.id, LAVROV.id, JUDGE)
        assert len({of for _, of in links(store)}) == 1
        judging.undo(store, made.id)
        assert count(store) == (2, 2)


def test_each_event_tells_of_something() -> None:
    nobody = Story("nobody", "One person called Putin.", PERSON, "spoke_with", PUTIN, time=SUNDAY)
    with fill(
        open_store(":memory:"), nobody, replace(CALL, time=None), replace(CALL, id="plan", modality="planned")
    ) as store:
        assert len(links(store)) == 3
        assert all(event == of for event, of in links(store))


def told_in(story: str) -> str:
    return replace(CALL, id=story).event().id


def groups(store: Store, *stories: str) -> list[int]:
    """For each story, the place in the list of the first one that tells of the same."""
    first = dict(links(store))
    joined = [first[node(told_in(story)).value] for story in stories]
    return [joined.index(of) for of in joined]


def test_two_that_were_taken_for_one_are_two_until_that_is_undone() -> None:
    with fill(open_store(":memory:"), *(replace(CALL, id=story) for story in "abc")) as store:
        before = content(store)
        assert count(store) == (1, 3)
        made = judging.not_same(store, told_in("a"), told_in("b"), JUDGE)
        assert (made.kind, count(store)) == ("not_same", (2, 3))
        with pytest.raises(Conflict, match="two happenings"):
            judging.same_happening(store, told_in("a"), told_in("b"), JUDGE)
        judging.undo(store, made.id)
        assert content(store) == before


def test_two_that_were_taken_for_two_are_one_and_others_go_with_them() -> None:
    march, monday = (TimeSpan(date(2025, 3, day), date(2025, 3, day), "day", "then") for day in (2, 17))
    alike = [replace(CALL, id="a"), *(replace(CALL, id=story, time=march) for story in "bc")]
    with fill(open_store(":memory:"), *alike, replace(CALL, id="d", time=monday)) as store:
        before = content(store)
        assert groups(store, *"abcd") == [0, 1, 1, 3]
        made = [judging.same_happening(store, told_in("a"), told_in("d"), JUDGE)]
        assert groups(store, *"abcd") == [0, 1, 1, 0]
        made.append(judging.same_happening(store, told_in("d"), told_in("b"), JUDGE))
        assert groups(store, *"abd") == [0, 0, 0]
        with pytest.raises(Conflict, match="one; undo"):
            judging.not_same(store, told_in("a"), told_in("b"), JUDGE)
        with pytest.raises(Conflict, match="already"):
            judging.same_happening(store, told_in("a"), told_in("b"), JUDGE)
        for judgement in made:
            judging.undo(store, judgement.id)
        assert content(store) == before


def test_what_is_kept_apart_from_one_is_so_from_all_that_were_judged_to_tell_of_the_same() -> None:
    with fill(open_store(":memory:"), *(replace(CALL, id=story) for story in "abcd")) as store:
        judging.same_happening(store, told_in("a"), told_in("b"), JUDGE)
        judging.not_same(store, told_in("b"), told_in("c"), JUDGE)
        found = groups(store, *"abc")
        assert found == [0, 0, 2]


@pytest.mark.parametrize("other", ["event:none", "actor:marco-rubio", "none"])
def test_an_event_is_compared_with_events(other: str) -> None:
    with fill(open_store(":memory:"), CALL) as store:
        for judge in (judging.same_happening, judging.not_same):
            with pytest.raises(NotFound, match="There is no event"):
                judge(store, CALL.event().id, other, JUDGE)


def test_what_was_judged_to_tell_of_the_same_follows_the_more_precise_one_and_stays_alone_without_it() -> None:
    def call(story: str, first: int, last: int) -> Story:
        return replace(CALL, id=story, time=TimeSpan(date(2025, 3, first), date(2025, 3, last), "day", "then"))

    with fill(open_store(":memory:"), call("a", 1, 4), call("b", 14, 15)) as store:
        judging.same_happening(store, told_in("a"), told_in("b"), JUDGE)
        assert groups(store, *"ba") == [0, 0]
        fill(store, call("f", 15, 15))
        assert groups(store, *"fba") == [0, 0, 0]
        retract(store, "b")
        assert groups(store, *"fa") == [0, 1]
