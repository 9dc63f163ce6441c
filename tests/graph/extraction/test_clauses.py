from collections.abc import Callable

import pytest

from graph.extraction import clauses, governors
from graph.extraction.tokens import Doc

Parse = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "verb", "subjects", "objects"),
    [
        ("Iran attacked Israel.", "attacked", ["Iran"], ["Israel"]),
        ("Israel was attacked by Iran.", "attacked", ["Iran"], ["Israel"]),
        ("Iran and Syria attacked Israel and Jordan.", "attacked", ["Iran", "Syria"], ["Israel", "Jordan"]),
        ("Iran wants to attack Israel.", "attack", ["Iran"], ["Israel"]),
        ("Russia urged Iran to attack Israel.", "attack", ["Iran"], ["Israel"]),
        ("Iran, which attacked Israel, left.", "attacked", ["Iran"], ["Israel"]),
        ("Iran left and attacked Israel.", "attacked", ["Iran"], ["Israel"]),
        ("Iran left, attacking Israel.", "attacking", ["Iran"], ["Israel"]),
        ("Iran expressed interest in attacking Israel.", "attacking", ["Iran"], ["Israel"]),
        ("Russia accused Iran of attacking Israel.", "attacking", ["Iran"], ["Israel"]),
        ("It was a proposal Ukraine has accepted.", "accepted", ["Ukraine"], ["proposal"]),
        ("Jets are chosen and bought by Norway.", "chosen", ["Norway"], ["Jets"]),
        ("Ali was accused of fraud and jailed by Norway.", "accused", [], ["Ali"]),
        ("Reuters quoted Merkel as saying little.", "saying", ["Merkel"], []),
        ("Kyiv rejected Norway's plan to leave Mali.", "leave", ["Norway"], ["Mali"]),
        ("Kyiv rejected the Volvo plan to leave Mali.", "leave", ["Volvo"], ["Mali"]),
        ("Norway approved a plan to leave Mali.", "leave", ["Norway"], ["Mali"]),
        ("Norway opposed a plan to leave Mali.", "leave", [], ["Mali"]),
        ("Kyiv approved a plan by Norway to leave Mali.", "leave", ["Norway"], ["Mali"]),
        ("Norway protested against a plan to leave Mali.", "leave", [], ["Mali"]),
        ("Norway argued against a plan to leave Mali.", "leave", [], ["Mali"]),
        ("Kyiv met Norway's call to leave Mali.", "leave", ["Kyiv"], ["Mali"]),
        ("The army selected Volvo on Monday to build trucks.", "build", ["Volvo"], ["trucks"]),
        ("The ship was named Hope by Norway to honour Merkel.", "honour", ["Norway"], ["Merkel"]),
        ("The ships are to be sold to Mali.", "sold", [], ["ships"]),
        ("It was named Hope by Norway to honour Merkel.", "honour", ["Norway"], ["Merkel"]),
        ("It was a lamp that is used to warn ships.", "warn", [], ["ships"]),
        ("Volvo allowed to sell trucks to Mali", "allowed", [], ["Volvo"]),
        ("Volvo allowed to sell trucks to Mali", "sell", ["Volvo"], ["trucks"]),
        ("Volvo allowed Mali to sell trucks.", "allowed", ["Volvo"], ["Mali"]),
        ("Philips releases lamp SDK, confirms upcoming sale", "confirms", ["Philips"], ["sale"]),
        ("“Stop the war,” Merkel said.", "Stop", [], ["war"]),
        ("It rained.", "rained", ["It"], []),
    ],
)
def test_subjects_and_objects(parse: Parse, text: str, verb: str, subjects: list[str], objects: list[str]) -> None:
    token = next(token for token in parse(text) if token.text == verb)
    assert [t.text for t in clauses.subjects(token)] == subjects
    assert [t.text for t in clauses.objects(token)] == objects


def test_a_summarising_noun_has_the_clause_before_it_for_author(parse: Parse) -> None:
    doc = parse("The US suggested a halt, a proposal Ukraine has accepted.")
    proposal = next(token for token in doc if token.text == "proposal")
    assert [token.text for token in clauses.author(proposal)] == ["US"]


@pytest.mark.parametrize(("text", "naming"), [("He called it unlikely.", True), ("He called Macron.", False)])
def test_is_naming(parse: Parse, text: str, naming: bool) -> None:
    assert clauses.is_naming(parse(text)[1]) is naming


def test_governors_end_at_the_root(parse: Parse) -> None:
    doc = parse("The Kremlin said that Rubio met Lavrov.")
    lavrov = next(token for token in doc if token.text == "Lavrov")
    assert [(t.text, dep) for t, dep in governors.governors(lavrov)] == [("met", "dobj"), ("said", "ccomp")]


def test_who_is_called_on_is_to_act(parse: Callable[[str], Doc]) -> None:
    verb = next(token for token in parse("Merkel called on Fox News to fire Roe.") if token.text == "fire")
    assert [token.text for token in clauses.subjects(verb)] == ["News"]
