from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from graph.model import Claim, Entity, Record
from graph.names import compact
from graph.rdf import describe, facts, quads
from graph.rdf.terms import node
from tests.graph.samples import ARTICLE, LAVROV, RECORD, RUBIO, RUN

ENTITY = Entity(id=RUBIO, name="Rubio", type="person")
SYMMETRIC = frozenset({node("spoke_with")})


def said(*entities: Entity) -> list[Quad]:
    """What articles say that each have one of these entities."""
    return [
        quad
        for number, entity in enumerate(entities)
        for quad in quads(replace(ARTICLE, id=f"{number}"), Record(f"{number}", entities=(entity,)), run=RUN)
    ]


def plain(description: list[Quad]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for quad in description:
        assert isinstance(quad.object, NamedNode | Literal)
        found.setdefault(compact(quad.predicate.value), set()).add(compact(quad.object.value))
    return found


@pytest.mark.parametrize(
    ("entities", "part", "expected"),
    [
        ([ENTITY], "skos:prefLabel", {"Rubio"}),
        ([ENTITY, replace(ENTITY, name="Marco Rubio")], "skos:prefLabel", {"Marco Rubio"}),  # a tie goes by order
        ([replace(ENTITY, name="Z"), replace(ENTITY, name="Z"), ENTITY], "skos:prefLabel", {"Z"}),
        ([replace(ENTITY, name="Z"), replace(ENTITY, name="Z"), ENTITY], "skos:altLabel", {"Rubio"}),
        ([replace(ENTITY, country="USA"), ENTITY, ENTITY], "country", {"USA"}),  # silence is no vote
        ([replace(ENTITY, type="group"), ENTITY, ENTITY], "rdf:type", {"Person"}),
        ([replace(ENTITY, wikidata="Q2"), replace(ENTITY, wikidata="Q1")], "skos:exactMatch", {"wd:Q1"}),
        ([replace(ENTITY, named=False), ENTITY, ENTITY], "named", {"true"}),
    ],
)
def test_each_property_has_the_value_that_most_articles_give(
    entities: list[Entity], part: str, expected: set[str]
) -> None:
    assert plain(list(describe(said(*entities))))[part] == expected


@given(order=st.permutations(said(ENTITY, replace(ENTITY, name="Marco"), replace(ENTITY, title="Senator"))))
def test_the_order_of_articles_does_not_matter(order: list[Quad]) -> None:
    assert set(describe(order)) == set(describe(sorted(order, key=str)))


def test_a_description_is_in_its_own_graph_and_of_entities_only() -> None:
    description = list(describe(quads(ARTICLE, RECORD, run=RUN)))
    assert {quad.graph_name for quad in description} == {node("entities")}
    assert {quad.subject for quad in description} == {node(entity.id) for entity in RECORD.entities}


CLAIM = Claim("claim:1", RUBIO, "spoke_with", LAVROV, 0)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (CLAIM, [(RUBIO, "spoke_with", LAVROV), (LAVROV, "spoke_with", RUBIO)]),
        (replace(CLAIM, predicate="accused"), [(RUBIO, "accused", LAVROV)]),
        (replace(CLAIM, predicate="verb:defeat"), [(RUBIO, "verb:defeat", LAVROV)]),
        (replace(CLAIM, polarity="negative"), []),
        (replace(CLAIM, modality="planned"), []),
        (replace(CLAIM, modality="denied"), []),
        (replace(CLAIM, attributed_to="actor:kremlin"), [(RUBIO, "spoke_with", LAVROV), (LAVROV, "spoke_with", RUBIO)]),
    ],
)
def test_a_fact_for_each_claim_that_is_asserted_and_positive(
    claim: Claim, expected: list[tuple[str, str, str]]
) -> None:
    record = replace(RECORD, events=(), claims=(claim,))
    written = facts(quads(ARTICLE, record, run=RUN), symmetric=SYMMETRIC)
    assert list(written) == [Quad(node(s), node(p), node(o), node("facts")) for s, p, o in expected]
