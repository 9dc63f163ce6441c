from datetime import date

import pytest

from graph.errors import NotFound
from graph.model import EntityType
from graph.network.network import Network
from graph.queries import actors
from graph.store import Store
from tests.stories import LAVROV, PUTIN, RUBIO, STARMER, ZELENSKY


def test_those_with_the_most_events_come_first(store: Store) -> None:
    found = actors.find(store)
    assert [actor.id for actor in found.items[:4]] == [STARMER.id, RUBIO.id, LAVROV.id, PUTIN.id]
    assert [actor.events for actor in found.items] == sorted((actor.events for actor in found.items), reverse=True)
    assert found.total == len(found.items) == 8


@pytest.mark.parametrize(
    ("text", "type_", "country", "named", "expected"),
    [
        ("RUBIO", None, None, True, {"actor:marco-rubio"}),
        ("ov", None, None, True, {"actor:sergei-lavrov"}),
        (None, "organization", None, True, {"actor:kremlin"}),
        (None, "place", None, True, {"place:riyadh"}),
        (None, None, "rus", True, {"actor:sergei-lavrov", "actor:vladimir-putin", "actor:kremlin"}),
        (None, "person", "RUS", True, {"actor:sergei-lavrov", "actor:vladimir-putin"}),
        ("person", None, None, True, set()),
        ("person", None, None, False, {"actor:attack-one-person"}),
        ('") } #', None, None, True, set()),
    ],
)
def test_filters(
    store: Store, text: str | None, type_: EntityType | None, country: str | None, named: bool, expected: set[str]
) -> None:
    found = actors.find(store, text=text, type=type_, country=country, named=named)
    assert {actor.id for actor in found.items} == expected
    assert found.total == len(expected)


def test_pages_put_together_are_the_whole_list(store: Store) -> None:
    pages = [actors.find(store, limit=3, offset=offset) for offset in (0, 3, 6, 9)]
    assert [len(page.items) for page in pages] == [3, 3, 2, 0]
    assert [actor for page in pages for actor in page.items] == list(actors.find(store).items)
    assert {page.total for page in pages} == {8}


def test_an_actor_is_described(store: Store) -> None:
    about = actors.get(store, RUBIO.id)
    assert (about.name, about.type, about.country, about.named, about.events) == (
        "Marco Rubio",
        "person",
        "USA",
        True,
        4,
    )


@pytest.mark.parametrize("unknown", ["actor:nobody", "nobody", "", "foo:bar", "actor:", "actor:a b\u0000<>", "event:x"])
def test_who_is_not_there_is_not_found(store: Store, unknown: str) -> None:
    with pytest.raises(NotFound):
        actors.get(store, unknown)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("actor:marco-rubio", RUBIO),
        ("marco-rubio", RUBIO),
        ("Marco Rubio", RUBIO),
        (" marco  RUBIO ", RUBIO),
        ("rubio", RUBIO),
        ("Zelenskyy", ZELENSKY),
        ("Volodymyr Zelenskiy", ZELENSKY),
        ("zelen", ZELENSKY),
        ("Vladimir Putin", PUTIN),
    ],
)
def test_an_actor_is_known_by_id_and_by_names(store: Store, name: str, expected: object) -> None:
    assert actors.resolve(store, name) == getattr(expected, "id", None)


@pytest.mark.parametrize(
    ("name", "suggestions"),
    [
        ("Rubbio", ("Marco Rubio",)),
        ("Marko Rubio", ("Marco Rubio", "Emmanuel Macron")),
        ("ma", ("Emmanuel Macron", "Marco Rubio")),
        ("Xi Jinping", ()),
        ("", ()),
        ("one person", ()),
    ],
)
def test_a_name_that_fits_nobody_or_several_brings_suggestions(
    store: Store, name: str, suggestions: tuple[str, ...]
) -> None:
    with pytest.raises(NotFound) as caught:
        actors.resolve(store, name)
    assert caught.value.suggestions == suggestions


def test_contacts_have_relations_days_and_sentences(store: Store) -> None:
    found = actors.contacts(store, RUBIO.id)
    assert [contact.actor.id for contact in found.items] == [LAVROV.id, ZELENSKY.id]
    lavrov = found.items[0]
    assert (lavrov.predicates, lavrov.count) == (("spoke_with",), 2)
    assert (lavrov.first, lavrov.last) == (date(2025, 2, 1), date(2025, 3, 16))
    assert [claim.article.id for claim in lavrov.claims] == ["call", "again"]
    assert lavrov.claims[0].sentence.text.startswith("Rubio spoke with Lavrov")


def test_contacts_can_be_cut(store: Store) -> None:
    found = actors.contacts(store, RUBIO.id, evidence=1, limit=1)
    assert found.total == 2
    assert [(contact.count, len(contact.claims)) for contact in found.items] == [(2, 1)]


def test_the_network_has_the_same_contacts(store: Store) -> None:
    network = Network.load(store)
    for actor in actors.find(store).items:
        contacts = actors.contacts(store, actor.id).items
        assert [contact.actor.id for contact in contacts] == network.contacts(actor.id)
