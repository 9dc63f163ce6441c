from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import BadInput
from graph.extraction.confidence import FILE, LEAST, MOST, UNTYPED, Weights, load
from graph.extraction.features import NAMES
from graph.model import Record


def confidence(record: Record, predicate: str) -> float:
    return next(event.confidence for event in record.events if event.predicate == predicate)


def test_what_is_plain_is_surer_than_what_is_not(read: Callable[[str], Record]) -> None:
    verb = confidence(read("Rubio met Lavrov."), "met_with")
    pronoun = confidence(read("Marco Rubio spoke. He met Lavrov."), "met_with")
    noun = confidence(read("The talks between Iran and Israel failed."), "held_talks_with")
    unknown = confidence(read("Emmanuel Macron outlived Angela Merkel."), "verb:outlive")
    assert 1 > verb > pronoun > unknown > 0
    assert noun > unknown


def test_what_is_outside_the_lexicon_is_at_most_an_even_chance() -> None:
    weights = Weights(9.0, dict.fromkeys(NAMES, 0.0))
    assert weights.confidence({"construct.other": 1.0}) == UNTYPED
    assert weights.confidence({"construct.active": 1.0}) == MOST
    assert Weights(-9.0, {}).confidence({}) == LEAST


def test_a_predicate_without_a_weight_of_its_own_changes_nothing() -> None:
    weights = Weights(0.0, {"predicate.met_with": 1.0})
    assert weights.confidence({"predicate.waved_at": 1.0}) == 0.5
    assert weights.confidence({"predicate.met_with": 1.0}) > 0.5


def test_the_weights_know_their_predicates() -> None:
    text = (FILE.parent / "predicates.ttl").read_text(encoding="utf-8")
    named = {name.partition(".")[2] for name in load().features if name.startswith("predicate.")}
    assert not {name for name in named if f"bc:{name} a " not in text}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("\nintercept = ", "\ninterrupt = ", "intercept is missing"),
        ('"pronoun" = ', '"proverb" = ', "role.pronoun is missing"),
        ("[role]", '[fact2]\n"x" = 1\n[role]', "fact2.x is no feature"),
        ("\nintercept = ", '\nintercept = "high" #', "intercept is no weight: 'high'"),
        ("\nintercept = ", "\nintercept = true #", "intercept is no weight: True"),
        ("\nintercept = ", "\nintercept = nan #", "intercept is no weight: nan"),
        ("\nintercept = ", "\nintercept = = ", "the weights cannot be read"),
    ],
)
def test_bad_weights_are_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    file = tmp_path / "confidence.toml"
    file.write_text(FILE.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BadInput, match=f"confidence.toml: {message}"):
        load(file)


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="the weights cannot be read"):
        load(tmp_path / "none.toml")
