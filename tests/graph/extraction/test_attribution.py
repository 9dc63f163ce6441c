from collections.abc import Callable

import pytest

from graph.model import Record


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Kremlin said that Rubio met Lavrov.", "actor:kremlin"),
        ("Rubio met Lavrov, the Kremlin announced.", "actor:kremlin"),
        ("Rubio met Lavrov, according to the Kremlin.", "actor:kremlin"),
        ("According to the Russian statement, Rubio met Lavrov.", "actor:russia"),
        ("“Rubio met Lavrov,” Starmer said.", "actor:keir-starmer"),
        ("The Kremlin praised a summit at which Rubio met Lavrov.", None),
        ("The Kremlin ordered Rubio to meet Lavrov.", "actor:kremlin"),
        ("Rubio met Lavrov.", None),
        ("Starmer spoke, and Rubio met Lavrov.", None),
    ],
)
def test_source(read: Callable[[str], Record], text: str, source: str | None) -> None:
    event = next(e for e in read(text).events if e.predicate == "met_with")
    assert event.attributed_to == source


@pytest.mark.parametrize(
    ("text", "predicate", "source"),
    [
        ("The Kremlin said that Norway plans to sell the plant.", "verb:sell", "actor:norway"),
        ("Norway intends to paint a ship.", "verb:paint", "actor:norway"),
        ("Keir Starmer tells airlines not to buy jets.", "verb:buy", "actor:keir-starmer"),
        ("Norway has negotiated the purchase of two ships.", "noun:purchase", "actor:norway"),
        ("Norway has plans to import ships.", "verb:import", "actor:norway"),
        ("Keir Starmer, who wants to sell ships, flew to Norway.", "verb:sell", "actor:keir-starmer"),
        ("“Norway will sell the plant,” Reuters quoted Keir Starmer as saying.", "verb:sell", "actor:keir-starmer"),
        ("“We sold the plant. Norway bought the ships,” Keir Starmer said.", "verb:sell", "actor:keir-starmer"),
        ("“We sold the plant. Those ships, which Norway bought, sank,” Keir Starmer said.", "verb:buy", None),
        ("Norway sold the plant.", "verb:sell", None),
    ],
)
def test_whose_word_or_will_it_is(read: Callable[[str], Record], text: str, predicate: str, source: str | None) -> None:
    event = next(e for e in read(text).events if e.predicate == predicate)
    assert event.attributed_to == source


def test_who_quotes_says_that_somebody_said_it(read: Callable[[str], Record]) -> None:
    record = read("“Norway has a plant,” Reuters quoted Keir Starmer as saying.")
    quoted, saying = (event for event in record.events if event.type == "STATEMENT")
    assert (quoted.attributed_to, saying.attributed_to) == (None, "actor:reuters")
