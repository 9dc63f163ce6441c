from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from graph import judging
from graph.keeping import retract
from graph.model import TimeSpan
from graph.queries import actors, events
from graph.rdf.happenings import SAME
from graph.rdf.terms import HAPPENINGS, node
from graph.store import Store, open_store
from tests.graph.steps import JUDGE, holds_whatever_is_decided
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
people = st.sampled_from([who.id for who in (RUBIO, *OTHERS)])
steps = st.lists(
    readings
    | readings
    | readings
    | st.sampled_from("abcdefgh")
    | st.tuples(st.sampled_from(["merge", "split", "undo"]), people, people),
    min_size=4,
    max_size=14,
)


def links(store: Store) -> set[tuple[str, str]]:
    return {(quad.subject.value, quad.object.value) for quad in store.match(None, SAME, graph=HAPPENINGS)}  # type: ignore[union-attr]


@settings(max_examples=150, deadline=None)
@given(steps=steps, order=st.randoms(use_true_random=False))
def test_links_kept_current_are_those_made_anew_and_undoing_all_restores_them(steps, order) -> None:  # type: ignore[no-untyped-def]
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
