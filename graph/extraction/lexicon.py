"""The event lexicon: the words that express each type of event, read from ``ontology/events``.

The words are data and this module only reads and checks them; ``docs/lexicon.md`` describes the files.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from graph.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FOLDER = Path(__file__).parents[2] / "ontology" / "events"

PLOVER = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "CONCEDE",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
TYPES = frozenset(PLOVER) | {"STATEMENT"}

ANYWHERE = "~"  # before a further word of a verb that may stand anywhere in its clause
SUBJECT = "^"  # before one that heads its subject

WORD_LISTS = ("light_verbs", "happenings", "forces", "participants", "spheres")  # files that hold words without frames
CLASSES = "classes"  # the file of the classes of words that units share
CLASS = "@"  # before the name of a class of words, which stands for any of them

Kind = Literal["actor", "person", "named", "politician", "body", "media", "place"]
_RANKS = {None: 2, "actor": 1}  # how little a kind asks; the others ask most

_PREPOSITIONS = """
about above across after against along alongside amid among around as at before behind beside between beyond by
concerning during for from in including inside into near of off on onto opposite out outside over regarding round since
through throughout to toward towards under until upon via with within without
"""
PREPOSITIONS = frozenset(_PREPOSITIONS.split())
VERB_SLOTS = PREPOSITIONS | {"subject", "object", "indirect", "clause", "clause_subject", "object_possessor"}
NOUN_SLOTS = PREPOSITIONS | {"possessor", "modifier", "clause", "clause_subject", "occasion"}


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to express one relation: the words, and the slots around them that fill the roles.

    ``verbs`` and ``nouns`` hold lemmas, several words separated by blanks. ``actor``, ``recipient``, ``topic`` and
    ``instrument`` hold slots, of which the first that is filled wins. ``reciprocal``: the actors act on each other.
    ``actor_kind`` and ``recipient_kind``: the frame holds only if that role is filled, and by somebody of that kind.
    ``topic_kind``: it holds only if what it is about is an act, in a clause or a noun: not "offers discounts".
    ``intransitive``: the verb has no object, so that "demonstrated a lack" is no protest. ``reports``: the clause that
    depends on the word is what the actor says. ``requires``: slots that something has to fill: "return" is a return of
    something only if it has an object. ``lacks``: slots that nothing may fill: "called on Xi *to act*" is no visit.
    ``happens``: it holds though nobody takes part, if the text makes a point of it: "Riots broke out". ``cameo`` is the
    CAMEO root code.
    """

    type: str
    cameo: str
    predicate: str
    mode: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    instrument: tuple[str, ...] = ()
    reciprocal: bool = False
    actor_kind: Kind | None = None
    recipient_kind: Kind | None = None
    topic_kind: Literal["act"] | None = None
    reports: bool = False
    intransitive: bool = False
    requires: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    happens: bool = False
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """One word or fixed expression of a frame.

    ``head`` is the lemma that the expression is found by: the first word of a verb, the last word of a noun.
    ``words`` are the lemmas that must come with it. Those of a verb depend on it or on one named before ("come under
    fire", "refuse to meet"); those of a noun stand before it, the nearest first ("military aid").
    What depends on such a word counts as the verb's own ("cancelled a visit *to* Paris", "refused to meet *Kim*").
    ``forms`` are the words without the marks of where they may stand.
    """

    head: str
    words: tuple[str, ...]
    frame: Frame = field(compare=False)
    forms: frozenset[str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "forms", frozenset(word.lstrip(ANYWHERE + SUBJECT) for word in self.words))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All units by head lemma, the most demanding first, so that the first that holds is the right one.

    ``support`` are verbs that lend a noun their subject as its actor ("launch an attack"), ``undergoing`` those that
    lend it as its recipient ("face sanctions"). A verb with a particle has a blank in between: ``"carry out"``.
    ``happenings`` are nouns of events that no frame makes one of the types. ``abstract`` are nouns that take no part in
    such events, as are those that end like them, but for the ``concrete`` ones. ``unaccusative`` are verbs whose
    subject undergoes what they say. ``forces`` are nouns of what has no will, ``mishaps``
    words for accidents, ``hazards`` what kills in some of them, and ``weapons`` words for violence that is none.
    """

    verbs: Mapping[str, tuple[Unit, ...]]
    nouns: Mapping[str, tuple[Unit, ...]]
    support: frozenset[str]
    undergoing: frozenset[str]
    happenings: frozenset[str]
    abstract: frozenset[str]
    concrete: frozenset[str]
    unaccusative: frozenset[str]
    willed: frozenset[str]
    changes: frozenset[str]
    forces: frozenset[str]
    mishaps: frozenset[str]
    hazards: frozenset[str]
    weapons: frozenset[str]
    sport: frozenset[str]
    private: frozenset[str]

    @property
    def frames(self) -> tuple[Frame, ...]:
        """Every frame once, in no particular order."""
        units = [unit for table in (self.verbs, self.nouns) for group in table.values() for unit in group]
        return tuple({id(unit.frame): unit.frame for unit in units}.values())


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with the package, read once."""
    return load()


def load(folder: Path = FOLDER) -> Lexicon:
    """Read all files of a folder; `BadInput` names the file and the frame of what does not fit the format."""
    frames: list[Frame] = []
    files = {path.stem: _read(path) for path in sorted(folder.glob("*.toml"))}
    words: dict[str, Any] = {key: value for name in WORD_LISTS for key, value in files.pop(name, {}).items()}
    classes = files.pop(CLASSES, {})
    for name, content in files.items():
        frames += _frames(content, f"{name}.toml", classes)
    if not frames:
        raise BadInput(f"{folder}: no event lexicon here")
    return Lexicon(
        verbs=_index(_unit(unit.split(), frame) for frame in frames for unit in frame.verbs),
        nouns=_index(_unit(unit.split()[::-1], frame) for frame in frames for unit in frame.nouns),
        support=frozenset(words.get("support", ())),
        undergoing=frozenset(words.get("undergoing", ())),
        happenings=frozenset(words.get("nouns", ())),
        abstract=frozenset(words.get("abstract", ())),
        concrete=frozenset(words.get("concrete", ())),
        unaccusative=frozenset(words.get("unaccusative", ())),
        willed=frozenset(words.get("willed", ())),
        changes=frozenset(words.get("changes", ())),
        forces=frozenset(words.get("forces", ())),
        mishaps=frozenset(words.get("mishaps", ())),
        hazards=frozenset(words.get("hazards", ())),
        weapons=frozenset(words.get("weapons", ())),
        sport=frozenset(words.get("sport", ())),
        private=frozenset(word for name in ("trade", "science", "culture") for word in words.get(name, ())),
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{path.name}: not a TOML file: {error}") from error


def _frames(content: dict[str, Any], file: str, classes: Mapping[str, Any]) -> list[Frame]:
    type_ = content.get("type")
    if type_ not in TYPES:
        raise BadInput(f"{file}: unknown event type {type_!r}")
    for key in ("label", "definition", "cameo"):
        if not isinstance(content.get(key), str):
            raise BadInput(f"{file}: {key} is missing")
    tables = content.get("frame", [])
    frames = [_frame(table, f"{file}, frame {n}", type_, content["cameo"]) for n, table in enumerate(tables, 1)]
    return [_spelt_out(frame, classes, f"{file}, frame {n}") for n, frame in enumerate(frames, 1)]


def _frame(table: dict[str, Any], where: str, type_: str, cameo: str) -> Frame:
    values: dict[str, Any] = {key: _value(key, value, where) for key, value in table.items()}
    if not values.get("predicate"):
        raise BadInput(f"{where}: predicate is missing")
    frame = Frame(type=type_, cameo=cameo, **values)
    _check_slots(frame, where)
    return frame


_LISTS = ("verbs", "nouns", "actor", "recipient", "topic", "instrument", "requires", "lacks", "examples")
_FLAGS = ("reciprocal", "reports", "intransitive", "happens")
_KINDS: dict[str, tuple[str, ...]] = {
    "actor_kind": get_args(Kind),
    "recipient_kind": get_args(Kind),
    "topic_kind": ("act",),
}
_STRINGS = ("predicate", "mode", *_KINDS)
_EXPECTED: dict[str, type] = {
    **dict.fromkeys(_LISTS, tuple),
    **dict.fromkeys(_FLAGS, bool),
    **dict.fromkeys(_STRINGS, str),
}


def _value(key: str, value: object, where: str) -> object:
    if key not in _EXPECTED:
        raise BadInput(f"{where}: unknown key {key!r}")
    if isinstance(value, list) and all(isinstance(item, str) and item for item in value):
        value = tuple(value)
    if not isinstance(value, _EXPECTED[key]):
        raise BadInput(f"{where}: {key} has a value of the wrong type: {value!r}")
    if key in _KINDS and value not in _KINDS[key]:
        raise BadInput(f"{where}: {key} can only be {', '.join(map(repr, _KINDS[key]))}, not {value!r}")
    return value


def _spelt_out(frame: Frame, classes: Mapping[str, Any], where: str) -> Frame:
    """The frame with every unit that its alternatives and classes stand for."""
    try:
        verbs, nouns = (_units(units, classes) for units in (frame.verbs, frame.nouns))
    except KeyError as error:
        raise BadInput(f"{where}: no class of words is called {error}") from error
    return replace(frame, verbs=verbs, nouns=nouns)


def _units(units: Iterable[str], classes: Mapping[str, Any]) -> tuple[str, ...]:
    """ "lift|roll_back @ban" -> lift ban, lift curfew, …, roll back ban, …"""
    choices = (product(*(_alternatives(word, classes) for word in unit.split())) for unit in units)
    return tuple(dict.fromkeys(" ".join(words).replace("_", " ") for group in choices for words in group))


def _alternatives(word: str, classes: Mapping[str, Any]) -> list[str]:
    parts = ((part, part.removeprefix(CLASS)) for part in word.split("|"))
    return [form for part, name in parts for form in (classes[name] if part != name else [part])]


def _check_slots(frame: Frame, where: str) -> None:
    """A frame of both verbs and nouns may name slots of either; the word takes those that it can have."""
    if not frame.verbs and not frame.nouns:
        raise BadInput(f"{where}: neither verbs nor nouns")
    known = (VERB_SLOTS if frame.verbs else frozenset()) | (NOUN_SLOTS if frame.nouns else frozenset())
    for slot in (*frame.actor, *frame.recipient, *frame.topic, *frame.instrument, *frame.requires, *frame.lacks):
        if slot not in known:
            raise BadInput(f"{where}: unknown slot {slot!r}")


def _unit(words: list[str], frame: Frame) -> Unit:
    """``["bomb", "car"]`` (a noun's words come reversed) -> the unit of ``car bomb``."""
    return Unit(words[0], tuple(words[1:]), frame)


def _index(units: Iterable[Unit]) -> dict[str, tuple[Unit, ...]]:
    table: dict[str, list[Unit]] = {}
    for unit in units:
        table.setdefault(unit.head, []).append(unit)
    return {head: tuple(sorted(group, key=_demand)) for head, group in table.items()}


def _demand(unit: Unit) -> tuple[int, int]:
    """Longer units first, then those that ask who fills a role; sorting keeps the files' order among equals."""
    frame = unit.frame
    return -len(unit.words), _RANKS.get(frame.actor_kind, 0) + _RANKS.get(frame.recipient_kind, 0) - bool(
        frame.topic_kind
    )
