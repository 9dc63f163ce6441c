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
        ("Rubio met Lavrov.", None),
        ("Starmer spoke, and Rubio met Lavrov.", None),
    ],
)
def test_source(read: Callable[[str], Record], text: str, source: str | None) -> None:
    event = next(e for e in read(text).events if e.predicate == "met_with")
    assert event.attributed_to == source
