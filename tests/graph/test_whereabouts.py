"""Where places lie, and what SPARQL makes of it by the example in docs/model.md."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import judging
from graph.keeping import keep, retract
from graph.rdf.terms import ENTITIES, node
from graph.store import Store, open_store
from graph.whereabouts import TOLD
from tests.docs.test_model import EXAMPLES
from tests.graph.steps import JUDGE, holds_whatever_is_decided
from tests.graph.test_keeping import content
from tests.stories import CALL, RIYADH, RUN, Who, fill

NEAR = next(example for example in EXAMPLES if "wgs84" in example)
SOUTH_EAST = Who("place:al-kharj", "Riyadh", "Al Kharj", type="place", country="SAU")  # 80 km away
WEST = Who("place:jeddah", "Riyadh", "Jeddah", type="place", country="SAU")
SPRINGS = Who("place:springs", "Riyadh", "The Springs", type="place", country="SAU")
CORDOBA = Who("place:cordoba", "Riyadh", "Córdoba", type="place", country="ESP")


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def add(store: Store, story: str, place: Who) -> None:
    told = replace(CALL, id=story, place=place)
    keep(store, told.article(), told.record(), RUN)


def where(store: Store, place: str) -> tuple[str, ...]:
    """Latitude and longitude without their fractions, and the town in GeoNames."""
    found = ([quad.object.value for quad in store.match(node(place), part, graph=ENTITIES)] for part in TOLD)  # type: ignore[union-attr]
    return tuple(value.partition(".")[0] if "http" not in value else value for values in found for value in values)


def test_a_town_has_its_degrees_and_its_number(store: Store) -> None:
    add(store, "a", CORDOBA)
    assert where(store, CORDOBA.id) == ("37", "-4", "https://sws.geonames.org/2519240/")


def test_the_name_and_the_country_that_win_tell_it_together(store: Store) -> None:
    """Of two votes for Argentina and one for Spain, Argentina's town; none where its name is no town's there."""
    add(store, "a", CORDOBA)
    for story in "bc":
        add(store, story, replace(CORDOBA, country="ARG"))
    assert where(store, CORDOBA.id)[:2] == ("-31", "-64")
    for story in "defg":
        add(store, story, replace(CORDOBA, name="Sevilla", country=None))
    assert where(store, CORDOBA.id) == ()
    for story in "defg":
        retract(store, story)
    assert where(store, CORDOBA.id)[:2] == ("-31", "-64")


@pytest.mark.parametrize(
    "place", [SPRINGS, replace(RIYADH, country=None), replace(RIYADH, country="CHE"), replace(RIYADH, type="country")]
)
def test_what_is_no_town_lies_nowhere(store: Store, place: Who) -> None:
    add(store, "a", place)
    assert where(store, place.id) == ()


def test_a_judgement_moves_a_place_and_undoing_it_restores_it(store: Store) -> None:
    add(store, "a", SPRINGS)
    add(store, "b", WEST)
    before = content(store)
    made = [judging.rename(store, SPRINGS.id, "Al Kharj", JUDGE)]
    assert where(store, SPRINGS.id)[:2] == ("24", "47")
    made.append(judging.retype(store, WEST.id, "organization", JUDGE))
    assert where(store, WEST.id) == ()
    for judgement in made:
        judging.undo(store, judgement.id)
    assert content(store) == before


def test_a_query_finds_what_happened_near_a_town(store: Store) -> None:
    fill(store, CALL)
    add(store, "near", SOUTH_EAST)
    add(store, "far", WEST)
    add(store, "somewhere", SPRINGS)
    assert sorted(row["name"].value for row in store.select(NEAR)) == ["Al Kharj", "Riyadh"]  # type: ignore[union-attr]


PLACES = st.sampled_from([SPRINGS.id, CORDOBA.id])
whos = st.builds(
    Who,
    PLACES,
    st.just("Riyadh"),
    st.sampled_from(["Moscow", "Córdoba", "The Springs"]),
    type=st.sampled_from(["place", "place", "organization"]),
    country=st.sampled_from(["USA", "RUS", "ESP", "ARG", None]),
)
told = st.builds(lambda story, place: replace(CALL, id=story, place=place), st.sampled_from("abcd"), whos)
kinds = st.sampled_from(["merge", "split", "rename", "retype", "undo"])
steps = st.lists(
    told.map(lambda story: (story.article(), story.record()))
    | st.sampled_from("abcd")
    | st.tuples(kinds, PLACES, PLACES),
    max_size=9,
)


@settings(max_examples=60, deadline=None)
@given(steps=steps, order=st.randoms(use_true_random=False))
def test_what_is_kept_current_of_it_is_what_is_made_anew(steps, order) -> None:  # type: ignore[no-untyped-def]
    holds_whatever_is_decided(steps, order)
