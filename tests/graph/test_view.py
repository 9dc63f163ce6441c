"""A store in which judgements were made answers like one whose articles had always said so."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import judging
from graph.errors import NotFound
from graph.export import contacts as exported
from graph.judging import Judge
from graph.keeping import keep
from graph.model import Article, Claim, Entity, Event, Participant, Record
from graph.network.network import Network
from graph.queries import actors, claims, events, places
from graph.rdf.terms import node
from graph.store import Store, open_store
from graph.view import View
from tests.graph.records import RUN, readings
from tests.graph.test_keeping import NAMES
from tests.stories import CALL, LAVROV, STORIES, Story, Who, fill

JUDGE = Judge("ann", "They are one.")
ONE = Entity("actor:rubio", "One", "person", named=True)
OTHER = Entity("actor:lavrov", "Other", "person", named=True)
SERGEY = Who("actor:sergey-lavrov", "Lavrov", "Sergey Lavrov", country="RUS")
SAID_AGAIN = replace(CALL, id="sergey", object=SERGEY)


def describing(record: Record, *who: Entity) -> Record:
    """The record with these instead of its own descriptions of the two."""
    others = tuple(entity for entity in record.entities if entity.id not in (ONE.id, OTHER.id))
    return replace(record, entities=(*others, *who))


def as_one(record: Record) -> Record:
    """The record as if the article spoke of one where it speaks of the other."""

    def told(thing: Event | Claim) -> dict[str, str]:
        return {
            field: OTHER.id
            for field in ("subject", "object", "place", "attributed_to")
            if getattr(thing, field, None) == ONE.id
        }

    def taking_part(part: Participant) -> Participant:
        return replace(part, entity=OTHER.id) if part.entity == ONE.id else part

    happened = (replace(event, participants=tuple(map(taking_part, event.participants))) for event in record.events)
    happened = (replace(event, **told(event)) for event in happened)  # type: ignore[arg-type]
    claimed = (replace(claim, **told(claim)) for claim in record.claims)  # type: ignore[arg-type]
    return describing(replace(record, events=tuple(happened), claims=tuple(claimed)), OTHER)


def answers(store: Store) -> list[object]:
    """What the questions that do not look at single sentences find."""
    network = Network.load(store)
    found = [actor for actor in actors.find(store, named=False, limit=100).items if actor.id != ONE.id]
    return [
        {str(quad) for quad in store.match(graph=node("facts"))},
        {key: count for key, count in events.counts(store).items() if count},
        network.edges,
        sorted((actor.id, actor.name, actor.type, actor.events) for actor in found),
        [actors.contacts(store, OTHER.id).items] if any(actor.id == OTHER.id for actor in found) else [],
        sorted((place.id, place.events) for place in places.find(store).items if place.id.startswith("place:")),
        sorted(exported(store).edges(keys=True)),
    ]


@settings(max_examples=60, deadline=None)
@given(kept=st.lists(readings(NAMES), min_size=1, max_size=3, unique_by=lambda reading: reading[0].id))
def test_what_is_merged_and_what_always_was_one_have_the_same_answers(kept: list[tuple[Article, Record]]) -> None:
    with open_store(":memory:") as said, open_store(":memory:") as alike:
        judged = View.of(said)
        for article, record in kept:
            keep(alike, article, as_one(record), RUN)
            keep(judged, article, describing(record, ONE, OTHER), RUN)
        judging.merge(judged, ONE.id, OTHER.id, JUDGE)
        for got, wanted in zip(answers(judged), answers(alike), strict=True):
            assert got == wanted


def merged(*more: Story) -> Store:
    """The stories, and one in which Lavrov goes by another name, judged to be one."""
    view = View.of(fill(open_store(":memory:"), *STORIES, SAID_AGAIN, *more))
    judging.merge(view, SERGEY.id, LAVROV.id, JUDGE)
    return view


@pytest.mark.parametrize("name", ["Sergey Lavrov", "sergey lavrov", "sergey-lavrov", "actor:sergey-lavrov"])
def test_the_old_names_and_ids_lead_to_whom_one_is_merged_into(name: str) -> None:
    with merged() as store:
        assert actors.resolve(store, name) == LAVROV.id
        assert actors.get(store, actors.resolve(store, name)).aliases == ("Sergey Lavrov",)


def test_claims_and_events_name_who_somebody_is() -> None:
    with merged() as store:
        said = events.find(store, actor=LAVROV.id, article="sergey")
        (event,) = said.items
        assert [part.entity.id for part in event.participants] == ["actor:marco-rubio", LAVROV.id]
        claim = claims.get(store, event.claims[0])
        assert (claim.object.id, claim.object.name) == (LAVROV.id, "Sergei Lavrov")
        assert claim.object_at is not None
        assert SAID_AGAIN.text[claim.object_at.begin : claim.object_at.end] == "Lavrov"


def test_a_retracted_claim_is_in_no_list_and_says_why_it_is_gone() -> None:
    with View.of(fill(open_store(":memory:"))) as store:
        (claim,) = actors.contacts(store, "actor:angela-merkel").items[0].claims
        made = judging.retract(store, claim.id, JUDGE)
        assert not actors.contacts(store, "actor:angela-merkel").items
        assert not Network.load(store).contacts("actor:angela-merkel")
        assert claim.id not in {key for *_, key in exported(store).edges(keys=True)}
        with pytest.raises(NotFound, match=made.id):
            claims.get(store, claim.id)
        assert claim.event is not None
        assert events.get(store, claim.event).claims == ()
        judging.undo(store, made.id)
        assert claims.get(store, claim.id) == claim


def test_without_judgements_a_view_is_the_store() -> None:
    with fill(open_store(":memory:")) as store:
        assert list(View.of(store).match()) == list(store.match())
        assert View.of(View.of(store)) == View.of(store)
