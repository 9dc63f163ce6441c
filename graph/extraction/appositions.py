"""Appositions: descriptions that stand beside the name of whom they describe: "the airline, *Ryanair*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.extraction import governors, phrases, repairs

if TYPE_CHECKING:
    from graph.extraction.mentions import Mention, Mentions
    from graph.extraction.referents import Referent
    from graph.extraction.tokens import Doc, Token

_LONGEST, _TITLE = 10, 5  # tokens up to the comma behind an office; of a title and the name's first word behind it
_WITHIN = ("IN", "DT", "NN", "NNS", "NNP", "NNPS", "JJ", "POS", "HYPH")
_NAMES = ("NNP", "NNPS")
_CLOSING = (",", ".", ";", ":", ")", "–", "—", "--")
_ALIKE = {("other", "organization"), ("other", "person"), ("group", "organization")}


def holder(token: Token, mention: Mention, mentions: Mentions) -> Mention | None:
    """Who is meant by an office, or is the one of several."""
    return _one_of(token, mentions) or _in_office(token, mention, mentions)


def beside(token: Token, mention: Mention, mentions: Mentions) -> Mention | None:
    """The name right behind a description, or the one that it stands behind."""
    near = _appended(token, mention, mentions) or _before(token, mention, mentions)
    return near or _behind_comma(token, mention, mentions)


def _one_of(token: Token, mentions: Mentions) -> Mention | None:
    """ "one of the candidates, *Sandra Jephcott*", "a member of the group, *Basem Naim*, said"."""
    if token.lower_ != "one" and not (token.tag_ == "NN" and any(t.lower_ == "of" for t in token.rights)):
        return None
    behind = (child for child in governors.clause_of(token).rights if child.dep_ == "npadvmod" and child.i > token.i)
    appended = (*(child for child in token.subtree if child.dep_ == "appos"), *behind)
    names = (mentions.named(child) for child in appended)
    return next((name for name in names if name is not None and name.type == "person"), None)


def _in_office(token: Token, mention: Mention, mentions: Mentions) -> Mention | None:
    """ "the governor of the bank, *Ann Cook*, said": the name that the parser hung on whose office it is."""
    of = next((t for t in token.rights if t.lower_ == "of"), None) if mention.type == "person" else None
    for name in mentions.headed(of.i, of.right_edge.i + 1) if of is not None else ():
        apposed = mentions.doc[name.head].dep_ in ("appos", "pobj")
        if apposed and name.type == "person" and mentions.doc[name.start - 1].text == ",":
            return name
    return None


def _behind_comma(token: Token, mention: Mention, mentions: Mentions) -> Mention | None:
    """ "Peru's envoy in Chile, *Ana Ruiz*, left": the name in commas that the parser hung elsewhere."""
    if mention.role is None or mention.type != "person" or token.tag_ not in ("NN", "NNP"):
        return None
    comma = next((t for t in mentions.doc[token.i + 1 : token.i + _LONGEST] if t.tag_ not in _WITHIN), None)
    inner = mentions.doc[token.i + 1 : comma.i] if comma is not None and comma.text == "," else ()
    roles = (mentions.roles[t.i] for t in inner if t.i in mentions.roles)
    if comma is None or comma.text != "," or any(role.kind == "person" for role in roles):
        return None
    name = next((n for t in mentions.doc[comma.i + 1 : comma.i + _TITLE] if (n := mentions.named(t)) is not None), None)
    ends = name is not None and (name.end == len(mentions.doc) or mentions.doc[name.end].text in _CLOSING)
    begins = name is not None and all(t.tag_ in _NAMES for t in mentions.doc[comma.i + 1 : name.start])
    return name if name is not None and name.type == "person" and ends and begins else None


def _appended(token: Token, mention: Mention, mentions: Mentions) -> Mention | None:
    """ "The airline, *Ryanair*, …": a description that the name follows."""
    for child in (*token.rights, *repairs.second_subject(token)):
        name = mentions.named(child) if child.dep_ in ("appos", "nsubj") else None
        alike = name is not None and (name.type == mention.type or (mention.type, name.type) in _ALIKE)
        called = name is not None and name.start == token.i + 1 and mention.type in ("organization", "person")
        if name is not None and (alike or called) and not phrases.listed(child):
            return name
    return None


def _before(token: Token, mention: Mention, mentions: Mentions) -> Mention | None:
    """ "Angela Merkel, *a politician* who …": the name that a description follows."""
    name = mentions.named(token.head) if token.dep_ == "appos" and not phrases.listed(token) else None
    if name is None or mention.plural or (name.type != mention.type and (mention.type, name.type) not in _ALIKE):
        return None
    return name


def is_called(referent: Referent, noun: str, doc: Doc) -> bool:
    """True for somebody beside whose name the noun stands: "Gallup, a polling *firm*", of all firms of an article."""
    heads = (doc[mention.head] for mention in referent.mentions if mention.kind == "name")
    return any(child.dep_ == "appos" and child.lemma_.lower() == noun for head in heads for child in head.rights)
