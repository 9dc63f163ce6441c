from datetime import UTC, datetime
from importlib.resources import files

import pytest
from rdflib import Graph

from graph.model import Judgement
from graph.rdf.judgements import CLASSES, read, write
from graph.rdf.terms import JUDGEMENTS, node
from tests.graph.test_shapes import violations

AT = datetime(2026, 11, 23, 12, 30, 15, 250, tzinfo=UTC)
MADE = [
    Judgement("judgement:1", "merge", "actor:a", "ann", AT, "One man.", object="actor:b"),
    Judgement("judgement:2", "not_same", "actor:a", "ann", AT, "Two men.", object="actor:b"),
    Judgement("judgement:3", "split", "actor:a", "ann", AT, "Two men.", "actor:a.1", "A", ("2025-03-16", "b c")),
    Judgement("judgement:4", "rename", "actor:a", "ann", AT, 'So "called".', value="Å b"),
    Judgement("judgement:5", "retype", "actor:a", "ann", AT, "A firm.", value="organization"),
    Judgement("judgement:6", "retract", "claim:a", "ann", AT, "They never met."),
    Judgement("judgement:7", "same_happening", "event:a", "ann", AT, "One call.", object="event:b"),
]


def test_judgements_come_back_as_they_were_written_the_oldest_first() -> None:
    quads = [quad for judgement in reversed(MADE) for quad in write(judgement)]
    assert {quad.graph_name for quad in quads} == {JUDGEMENTS}
    assert read(quads) == MADE


@pytest.mark.parametrize("judgement", MADE, ids=lambda judgement: judgement.kind)
def test_a_judgement_conforms_to_its_shape(judgement: Judgement) -> None:
    quads = list(write(judgement))
    assert not violations(quads)
    for part in ("judged_by", "reason", "prov:endedAtTime", "rdf:type"):
        assert violations(quad for quad in quads if quad.predicate != node(part))


def test_each_kind_has_a_class_of_the_vocabulary() -> None:
    own = Graph().parse(data=(files("ontology") / "backchannel.ttl").read_text(), format="turtle")
    subjects = {str(subject) for subject in own.subjects()}
    written = {quad.predicate for judgement in MADE for quad in write(judgement)}
    assert {f"urn:backchannel:vocab:{name}" for name in CLASSES.values()} <= subjects
    assert {term.value for term in written if "backchannel" in term.value} <= subjects
