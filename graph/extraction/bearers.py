"""Bearers: names that belong to a title which the parser or the recogniser did not see as theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction import phrases
from graph.extraction.gender import given_names
from graph.linking.knowledge import plain

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from graph.extraction.mentions import Mention
    from graph.extraction.tokens import Doc, Span, Token
    from graph.linking.knowledge import RoleNoun

    Titles = Mapping[int, tuple[Span, RoleNoun]]

_LONGEST = 12  # words of a title from its noun to the name
_OF = ("of", "for", "to", "on")
_OF_FIRMS = frozenset("competitor contractor donor lender maker owner partner rival supplier".split())
_WITHIN = frozenset(("IN", "TO", "DT", "CC", "NNP", "NNPS", "JJ", "HYPH", "POS"))


def is_bearer(mention: Mention, doc: Doc, titles: Titles, owner: Mention | None) -> bool:
    """True for a name that the recogniser takes for a body's: "the host, *Esteban Ruiz*", "*Ruiz*, chairman of …".

    ``owner``: the country before the name, if there is one.
    """
    if mention.known is not None or mention.type not in ("organization", "place", "group"):
        return False
    head = doc[mention.head]
    apposed = head.dep_ == "appos" and _is_persons(head.head, titles) and not phrases.listed(head)
    name = doc[mention.start : mention.end]
    held = any(child.dep_ == "appos" and _is_persons(child, titles) for child in head.rights)
    named = apposed or (owner is not None and _is_given(name[0]))
    return held or (named and (_is_full_name(name) or _has_first(name)))


def title_across(start: int, doc: Doc, titles_to: Titles) -> tuple[Span, RoleNoun] | None:
    """The title before a name with much in between: "*Minister* for Trade of the Czech Republic Jan Novak"."""
    for i in range(start - 1, max(start - _LONGEST, 0), -1):
        if doc[i].tag_ not in _WITHIN or doc[i].ent_type_ in ("PERSON", "DATE"):
            return None
        if doc[i].tag_ in ("IN", "TO") and i in titles_to:
            return titles_to[i] if doc[start - 1].pos_ == "PROPN" and doc[i].lower_ in _OF else None
    return None


def unrecognised(doc: Doc, covered: Container[int], titles: Titles) -> Iterator[tuple[int, int]]:
    """Where full names stand that the recogniser missed: "Minister *Ana Ruiz*", "the envoy, *Ana Ruiz*"."""
    for span, role in titles.values():
        if role.kind != "person" or span.root.tag_ not in ("NN", "NNP") or span.end == len(doc):
            continue
        start = span.end + (doc[span.end].text == ",")
        run = (i for i in range(start, len(doc)) if not _is_of_name(doc[i]) or i in covered or i in titles)
        end = next(run, len(doc))
        if 1 < end - start < 4 and (end == len(doc) or doc[end].pos_ not in ("NOUN", "PROPN", "NUM")):
            yield start, end


def _is_of_name(word: Token) -> bool:
    return word.tag_ == "NNP" and not word.ent_type_ and word.text.istitle() and word.text.isalpha()


def _is_persons(noun: Token, titles: Titles) -> bool:
    """True for the one role of one person, whom a name beside it names: "his *counterpart*", not "two rivals"."""
    return (
        noun.i in titles and noun.tag_ == "NN" and titles[noun.i][1].kind == "person" and noun.lemma_ not in _OF_FIRMS
    )


def _is_full_name(name: Span) -> bool:
    """ "Esteban Ruiz", not "ACME" nor "Acme Ltd."."""
    return 1 < len(name) < 5 and all(t.text[0].isupper() and not t.text.isupper() and t.text.isalpha() for t in name)


def _is_given(word: Token) -> bool:
    """ "Spain's *Esteban* Ruiz"."""
    owned = word.i > 0 and word.nbor(-1).tag_ == "POS"
    return owned and plain(word.text).casefold() in given_names()


def _has_first(name: Span) -> bool:
    """ "Esteban *Ruiz*", of which the recogniser saw the surname alone."""
    first = name.doc[name.start - 1] if name.start else None
    return first is not None and first.dep_ == "compound" and first.head == name[-1] and first.text.istitle()
