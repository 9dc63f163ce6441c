"""Who imported actors are among those that are known, and whose names are whose."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graph.kb.importing import Outcome, settled
from graph.kb.row import Row, row
from graph.linking.knowledge import Knowledge, knowledge, known_of
from graph.model import Rejected
from graph.names import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

KNOWN = knowledge()


def outcome(*given: dict[str, object]) -> Outcome:
    found = []
    for number, fields in enumerate(given):
        own_id = fields.get("own")
        rest = {name: value for name, value in fields.items() if name != "own"}
        found.append(row(str(number), rest, str(own_id) if own_id else None))
    assert not [each for each in found if isinstance(each, Rejected)]
    return settled(found, KNOWN)


def person(name: str, **fields: object) -> dict[str, object]:
    return {"name": name, "type": "person", **fields}


@pytest.mark.parametrize(
    ("fields", "id_"),
    [
        (person("Ann Roe"), "ann-roe"),
        (person("Sergey Lavrov", country="RUS"), "sergei-lavrov"),
        (person("S. V. Lavrov", wikidata="Q58217"), "sergei-lavrov"),
        (person("S. V. Lavrov", id="sergei-lavrov"), "sergei-lavrov"),
        (person("Sergei Lavrov", country="KEN", own="NK-1"), f"sergei-lavrov-{digest('NK-1')[:8]}"),
    ],
)
def test_an_entry_is_who_is_known_where_nothing_speaks_against_it(fields: dict[str, object], id_: str) -> None:
    (entry,) = outcome(fields).entries
    assert entry.id == id_
    assert outcome(fields).extending == (id_ == "sergei-lavrov")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (person("Sergei Lavrov", country="KEN"), "id: actor:sergei-lavrov is person of RUS (Q58217); give another id"),
        ({"name": "Russia", "type": "organization", "id": "russia"}, "id: actor:russia is country of RUS (Q159)"),
        (person("X", id="vladimir-putin", wikidata="Q58217"), "id: actor:vladimir-putin is not actor:sergei-lavrov"),
    ],
)
def test_an_entry_that_contradicts_is_left_out(fields: dict[str, object], reason: str) -> None:
    found = outcome(fields)
    assert found.entries == ()
    assert found.rejected[0].reason.startswith(reason)


@pytest.mark.parametrize(
    ("alias", "why"),
    [
        ("Vladimir Putin", "is actor:vladimir-putin"),
        ("Moscow", "is actor:russia"),
        ("Russian", "is actor:russia"),
        ("Foreign Ministry", "is a role"),
        ("the roes", "has no capital"),
    ],
)
def test_a_name_of_somebody_else_stays_theirs(alias: str, why: str) -> None:
    found = outcome(person("Ann Roe", aliases=[alias, "A. Roe"]))
    assert found.entries[0].aliases == ("A. Roe",)
    assert found.conflicts[0].reason.startswith(f"{alias!r} {why}")


def test_what_is_known_already_adds_nothing() -> None:
    found = outcome({"name": "Russia", "type": "country", "aliases": ["Russian", "Moscow", "Rossiya"]})
    assert (found.entries[0].aliases, found.conflicts) == (("Rossiya",), ())


def test_two_of_one_name_are_two_and_named_by_neither() -> None:
    found = outcome(person("Ann Roe", own="NK-1"), person("Ann Roe", own="NK-2"))
    assert len({entry.id for entry in found.entries}) == 2
    assert "linked to neither" in found.conflicts[0].reason
    assert (
        imported(*({"id": entry.id, "name": entry.name, "type": "person"} for entry in found.entries)).named("Ann Roe")
        is None
    )


def imported(*given: Mapping[str, object]) -> Knowledge:
    return Knowledge(KNOWN.actors, KNOWN.roles, [known_of(fields, "test") for fields in given])


def test_whoever_is_known_is_extended() -> None:
    office = {"title": "Mayor", "of": "russia", "from": "1990-01-01"}
    known = imported(
        {
            "id": "x",
            "name": "Lavroff",
            "type": "person",
            "wikidata": "Q58217",
            "aliases": ["Serge Lavroff"],
            "offices": [office],
        }
    )
    found = known.named("Serge Lavroff")
    assert found is known.get("actor:sergei-lavrov") is known.named("Sergei Lavrov")
    assert found is not None
    assert found.name == "Sergei Lavrov"
    assert known.get("actor:x") is None
    assert known.surnamed("Lavrov") == (found,)
    assert known.holders("mayor", "actor:russia", date(1991, 1, 1)) == (found,)


def test_the_ontology_s_own_wins() -> None:
    office = {"title": "Foreign Minister", "of": "russia", "from": "2000-01-01"}
    known = imported({"id": "ann-roe", "name": "Ann Roe", "type": "person", "aliases": ["NATO"], "offices": [office]})
    named = known.named("NATO")
    assert named is not None
    assert named.id == "actor:nato"
    assert [each.id for each in known.holders("foreign minister", "actor:russia", date(2020, 1, 1))] == [
        "actor:sergei-lavrov"
    ]


def test_a_surname_is_an_imported_person_s_only_if_nobody_else_has_it() -> None:
    people = [
        {"id": "ann-roe", "name": "Ann Roe", "type": "person"},
        {"id": "ann-loe", "name": "Ann Loe", "type": "person"},
        {"id": "bob-loe", "name": "Bob Loe", "type": "person"},
        {"id": "bob-lavrov", "name": "Bob Lavrov", "type": "person"},
    ]
    known = imported(*people)
    assert [found and found.id for found in map(known.bearer, ("Roe", "Loe", "Lavrov", "roe"))] == [
        "actor:ann-roe",
        None,
        None,
        None,
    ]
    assert known.surnamed("Roe") == ()
    assert [each.id for each in known.surnamed("Lavrov")] == ["actor:sergei-lavrov"]


def test_rows_of_one_id_are_one_actor() -> None:
    known = imported(
        {"id": "ann-roe", "name": "Ann Roe", "type": "person", "aliases": ["A. Roe"]},
        {"id": "ann-roe", "name": "Ann B. Roe", "type": "person", "country": "KEN"},
    )
    found = known.get("actor:ann-roe")
    assert found is known.named("A. Roe") is known.named("Ann B. Roe")
    assert found is not None
    assert found.country == "KEN"


def test_rows_that_are_rejected_stay_so() -> None:
    assert settled([Rejected("a:1", "bad")], KNOWN).rejected == (Rejected("a:1", "bad"),)
    assert isinstance(row("1", person("Ann Roe")), Row)
