"""Our tokens say what spaCy's do, and are gone when their article is."""

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc as Parsed

from graph.extraction.parse import load_model
from graph.extraction.tokens import Doc, Token
from graph.model import Record
from graph.reading import read as read_articles

SEEDS = Path(__file__).parents[3] / "seeds"
WORDS = ("text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_", "text_with_ws", "i", "idx")
FLAGS = ("is_punct", "is_space", "is_quote", "like_url")
ONE = ("head", "left_edge", "right_edge")
SEVERAL = ("lefts", "rights", "children", "subtree", "ancestors", "conjuncts")


@pytest.fixture(scope="module")
def parsed() -> list[Parsed]:
    """The seeds, and a text whose last line has no mark."""
    nlp = load_model()
    texts = [article.text for article in read_articles([SEEDS]) if hasattr(article, "text")]
    return [nlp(text) for text in (*texts[:3], "“Putin, Xi and Modi met,” site.ru said.\nNobody came", "")]


def test_tokens_are_those_of_spacy(parsed: list[Parsed]) -> None:
    for theirs, ours in ((theirs, Doc(theirs)) for theirs in parsed):
        assert len(ours) == len(theirs)
        for one, other in zip(ours, theirs, strict=True):
            for name in (*WORDS, *FLAGS):
                assert getattr(one, name) == getattr(other, name), (name, other)
            for name in ONE:
                assert getattr(one, name).i == getattr(other, name).i, (name, other)
            for name in SEVERAL:
                assert {t.i for t in getattr(one, name)} == {t.i for t in getattr(other, name)}, (name, other)
            assert (one.sent.start, one.sent.end) == (other.sent.start, other.sent.end)


def test_spans_are_those_of_spacy(parsed: list[Parsed]) -> None:
    for theirs, ours in ((theirs, Doc(theirs)) for theirs in parsed):
        for start in range(0, len(theirs), 7):
            one, other = ours[start : start + 5], theirs[start : start + 5]
            assert (one.text, one.root.i, len(one)) == (other.text, other.root.i, len(other))
            assert [t.i for t in one[1:-1]] == [t.i for t in other[1:-1]]
            assert one[-1].i == other[-1].i
        assert [(e.text, e.label_) for e in ours.ents] == [(e.text, e.label_) for e in theirs.ents]
        assert [(s.start, s.end, s.root.i) for s in ours.sents] == [(s.start, s.end, s.root.i) for s in theirs.sents]


def test_characters_give_the_tokens_that_they_are_in(parse: Callable[[str], Doc]) -> None:
    doc = parse("Putin met Xi.")
    whole = doc.char_span(1, 8, alignment_mode="expand")
    assert whole is not None
    assert whole.text == "Putin met"
    assert doc.char_span(1, 8) is None


def test_a_token_is_one_object_and_has_neighbours(parse: Callable[[str], Doc]) -> None:
    doc = parse("Putin met Xi.")
    assert doc[1] is doc[0].head is doc[0].nbor()
    assert doc[1].nbor(-1) is doc[0]
    for token, step in ((doc[0], -1), (doc[3], 1)):
        with pytest.raises(IndexError):
            token.nbor(step)


def test_what_hangs_apart_is_told_word_by_word() -> None:
    """ "A hearing is scheduled on the issue": "on the issue" belongs to the hearing, "is scheduled" does not."""
    words, heads = "A hearing is scheduled on the issue".split(), [1, 3, 3, 3, 1, 6, 4]
    theirs = Parsed(load_model().vocab, words=words, heads=heads, deps=["dep"] * 7)
    ours = Doc(theirs)
    assert [t.text for t in ours[1].subtree] == ["A", "hearing", "on", "the", "issue"]
    assert ours[1].right_edge.text == "issue"


def test_no_token_outlives_its_article(read: Callable[[str], Record]) -> None:
    gc.disable()
    try:
        read("Putin met Xi in Unheardof. He said that they talked about trade with India.")
        assert not [t for t in gc.get_objects() if isinstance(t, Token) and "Unheardof" in t.doc.text]
    finally:
        gc.enable()
