from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from graph.extraction.factuality import Factuality, effects, factuality
from graph.model import Modality

ASSERTED = Factuality()


def of(modality: Modality) -> Factuality:
    return Factuality("positive", modality)


NOT = Factuality("negative", "asserted")


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Rubio met Lavrov in Riyadh.", "met", ASSERTED),
        ("Rubio did not meet Lavrov.", "meet", NOT),
        ("Rubio never met Lavrov.", "met", NOT),
        ("Rubio refused to meet Lavrov.", "meet", NOT),
        ("Rubio left without meeting Lavrov.", "meeting", NOT),
        ("The two sides held no talks.", "talks", NOT),
        ("The minister cancelled a meeting with Lavrov.", "meeting", NOT),
        ("Rubio will meet Lavrov on Friday.", "meet", of("planned")),
        ("Rubio plans to meet Lavrov.", "meet", of("planned")),
        ("Talks between Iran and Israel will begin in Geneva.", "Talks", of("planned")),
        ("Rubio could meet Lavrov.", "meet", of("hypothetical")),
        ("Rubio wants to meet Lavrov.", "meet", of("hypothetical")),
        ("If Turkey attacks Syria, the EU will leave.", "attacks", of("hypothetical")),
        ("Putin has expressed interest in discussing the war with Trump.", "discussing", of("hypothetical")),
        ("Germany urged Russia to withdraw its troops.", "withdraw", of("demanded")),
        ("France called for talks with Iran.", "talks", of("demanded")),
        ("Russia should withdraw its troops.", "withdraw", of("demanded")),
        ("Did Rubio meet Lavrov?", "meet", of("questioned")),
        ("Rubio began to meet voters.", "meet", ASSERTED),
        ("The Kremlin said that Rubio met Lavrov.", "met", ASSERTED),
        ("Germany condemned the attack on Kyiv.", "attack", ASSERTED),
        ("They discussed agreements reached at a summit in Riyadh.", "summit", ASSERTED),
        ("Rubio will meet Lavrov and discuss the war.", "discuss", of("planned")),
    ],
)
def test_factuality(parse: Callable[[str], Doc], text: str, trigger: str, expected: Factuality) -> None:
    token = next(token for token in parse(text) if token.text == trigger)
    assert factuality(token) == expected


def test_what_is_denied_is_negative_and_said_to_be_denied(parse: Callable[[str], Doc]) -> None:
    token = next(token for token in parse("Iran denied that it had attacked the ship.") if token.text == "attacked")
    assert factuality(token) == Factuality("negative", "denied")


def test_every_word_has_one_effect() -> None:
    assert set(effects()) == {"modals", "verbs", "nouns", "conjunctions", "adverbs", "occurrence"}
    assert all(effect for table in effects().values() for effect in table.values())
