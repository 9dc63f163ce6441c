"""Tokens: the parse of an article as plain objects, with the names that spaCy gives their attributes.

spaCy makes a new object at every access to a token and looks its strings up again, which took a third of the time
after the parse. Here each token is one object, made once, and two accesses give the same one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from spacy import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from functools import _lru_cache_wrapper

    from spacy import tokens as spacy
    from spacy.strings import StringStore

_STRINGS = (attrs.ORTH, attrs.LOWER, attrs.LEMMA, attrs.POS, attrs.TAG, attrs.DEP, attrs.ENT_TYPE)
_NUMBERS = (attrs.IDX, attrs.SPACY, attrs.IS_PUNCT, attrs.IS_SPACE, attrs.ENT_IOB, attrs.HEAD)
_IOB = ("", "I", "O", "B")
_REMEMBERED: list[_lru_cache_wrapper[Any]] = []
T = TypeVar("T")


def remembered(about: Callable[[Token], T]) -> Callable[[Token], T]:
    """Ask a function once for each token: it is asked again and again by others. Forgotten when a text is closed."""
    found = lru_cache(maxsize=None)(about)
    _REMEMBERED.append(found)
    return found


class Token:
    """A word or mark of a text: ``i`` is its position among the tokens, ``idx`` among the characters."""

    __slots__ = (
        *("doc", "i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_"),
        *("is_punct", "is_space", "text_with_ws", "head", "lefts", "rights", "children", "_subtree"),
    )

    doc: Doc
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    is_punct: bool
    is_space: bool
    text_with_ws: str
    head: Token
    lefts: Sequence[Token]
    rights: Sequence[Token]
    children: Sequence[Token]
    _subtree: tuple[int, int, int] | None

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return self.text

    def nbor(self, step: int = 1) -> Token:
        """The token so many further on, the next one by default; IndexError outside of the text."""
        if self.i + step < 0:
            raise IndexError(self.i + step)
        return self.doc.tokens[self.i + step]

    @property
    def is_quote(self) -> bool:
        """True for quotation marks of any kind."""
        return self.doc.parsed[self.i].is_quote

    @property
    def like_url(self) -> bool:
        """True for what looks like the address of a site."""
        return self.doc.parsed[self.i].like_url

    @property
    def sent(self) -> Span:
        """The sentence that it stands in."""
        return self.doc.sents[bisect_right(self.doc.starts, self.i) - 1]

    @property
    def left_edge(self) -> Token:
        """The first token of all that hangs on this one."""
        return self.doc.tokens[self._reach()[0]]

    @property
    def right_edge(self) -> Token:
        """The last token of all that hangs on this one."""
        return self.doc.tokens[self._reach()[1] - 1]

    @property
    def subtree(self) -> list[Token]:
        """This token and all that hang on it, in the order of the text."""
        start, end, size = self._reach()
        inside = self.doc.tokens[start:end]
        return inside if size == end - start else [token for token in inside if self in (token, *token.ancestors)]

    @property
    def ancestors(self) -> Iterator[Token]:
        """The token that it hangs on, what that one hangs on, and so forth."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The others of its coordination: "Xi" and "Modi" for "Putin" in "Putin, Xi and Modi"."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found += [child for child in token.rights if child.dep_ == "conj"]
        return tuple(token for token in found if token is not self)

    def _reach(self) -> tuple[int, int, int]:
        """Where all that hangs on it begins and ends, and how many they are: fewer if others stand in between."""
        if self._subtree is None:
            start, end, size = self.i, self.i + 1, 1
            for child in self.children:
                first, last, count = child._reach()
                start, end, size = min(start, first), max(end, last), size + count
            self._subtree = start, end, size
        return self._subtree


class Span(Sequence[Token]):
    """The tokens ``start`` to ``end`` (exclusive) of a text, with a ``label_`` if somebody gave it one."""

    __slots__ = ("__dict__", "doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, key: int) -> Token: ...
    @overload
    def __getitem__(self, key: slice) -> Span: ...
    def __getitem__(self, key: int | slice) -> Token | Span:
        if isinstance(key, int):
            return self.doc.tokens[range(self.start, self.end)[key]]
        start, end, _ = key.indices(len(self))
        return Span(self.doc, self.start + start, self.start + max(start, end))

    @property
    def text(self) -> str:
        """As it stands in the text, without the blank behind it."""
        words = self.doc.tokens[self.start : self.end]
        return "".join([*(token.text_with_ws for token in words[:-1]), *(token.text for token in words[-1:])])

    @cached_property
    def root(self) -> Token:
        """The token that the others hang on, the highest in the sentence if there are several, but a mark last."""
        heads = [token for token in self if token.head is token or not self.start <= token.head.i < self.end]
        return min(heads, key=lambda token: (_is_bare_mark(token), sum(1 for _ in token.ancestors)))


class Doc(Sequence[Token]):
    """A parsed text; ``parsed`` is what spaCy made of it, for its matchers."""

    def __init__(self, parsed: spacy.Doc) -> None:
        self.parsed = parsed
        self.text = parsed.text
        self.tokens = _tokens(parsed, self)
        self.starts = [sentence.start for sentence in parsed.sents]
        self.sents = [Span(self, *ends) for ends in pairwise((*self.starts, len(self.tokens)))]

    def close(self) -> None:
        """Let go of the tokens, which hold one another: a whole article would wait for the garbage collector."""
        for found in _REMEMBERED:
            found.cache_clear()
        for token in self.tokens:
            del token.head
        self.tokens.clear()
        self.sents.clear()

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, key: int) -> Token: ...
    @overload
    def __getitem__(self, key: slice) -> Span: ...
    def __getitem__(self, key: int | slice) -> Token | Span:
        if isinstance(key, int):
            return self.tokens[key]
        start, end, _ = key.indices(len(self.tokens))
        return Span(self, start, max(start, end))

    @property
    def ents(self) -> list[Span]:
        """The names that the entity recogniser found, with its labels."""
        return [self.span(found) for found in self.parsed.ents]

    def span(self, found: spacy.Span) -> Span:
        """What one of spaCy's own matchers found, as one of ours."""
        return Span(self, found.start, found.end, found.label_)

    def char_span(self, begin: int, end: int, alignment_mode: Literal["strict", "expand"] = "strict") -> Span | None:
        """The tokens of these characters; None if they do not end where tokens do, unless it is to expand."""
        found = self.parsed.char_span(begin, end, alignment_mode=alignment_mode)
        return None if found is None else self.span(found)


def _is_bare_mark(token: Token) -> bool:
    return (token.is_punct or token.is_space) and not token.children and token.head is not token


class _Strings(dict[int, str]):
    """spaCy's strings by their hashes, each looked up once a text."""

    def __init__(self, store: StringStore) -> None:
        self._store = store

    def __missing__(self, key: int) -> str:
        found = self[key] = self._store[key]
        return found


def _tokens(parsed: spacy.Doc, doc: Doc) -> list[Token]:
    strings = _Strings(parsed.vocab.strings)
    texts = [[strings[key] for key in column] for column in parsed.to_array(list(_STRINGS)).T.tolist()]
    numbers = parsed.to_array(list(_NUMBERS)).astype("int64").T.tolist()
    tokens = [Token() for _ in range(len(parsed))]
    for i, (token, text, lower, lemma, pos, tag, dep, label, idx, space, punct, blank, iob, head) in enumerate(
        zip(tokens, *texts, *numbers, strict=True)
    ):
        token.doc, token.i, token.idx = doc, i, idx
        token.text, token.lower_, token.lemma_ = text, lower, lemma
        token.pos_, token.tag_, token.dep_ = pos, tag, dep
        token.ent_type_, token.ent_iob_ = label, _IOB[iob]
        token.is_punct, token.is_space = bool(punct), bool(blank)
        token.text_with_ws = f"{text} " if space else text
        token.head = tokens[i + head]
        token.lefts = token.rights = token.children = ()
        token._subtree = None
    _hang(tokens)
    return tokens


def _hang(tokens: Sequence[Token]) -> None:
    """Tell each token what hangs on it; most have nothing, and share one empty sequence."""
    below: dict[int, list[Token]] = {}
    for token in tokens:
        if token.head is not token:
            below.setdefault(token.head.i, []).append(token)
    for i, children in below.items():
        head = tokens[i]
        head.children = children
        head.lefts = [child for child in children if child.i < i]
        head.rights = children[len(head.lefts) :]
