from collections.abc import Callable

import pytest

from graph.model import Event, Record

Read = Callable[[str], Record]
TODAY = "2025-03-16"  # the day of publication of what `read` reads
TALE = "The minister was ill. The weather was bad."  # sentences in between, so that no date stands in the lead


def _first(read: Read, text: str, word: str) -> Event:
    return next(e for e in read(text).events if text[e.trigger.begin : e.trigger.end] == word)


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        (
            f"Kenya visits Chad\n\n{TALE} {TALE} Kenya visited Chad on March 3.",
            "visits",
            "2025-03-03",
        ),
        (
            "Kenya said that it had signed a treaty with Chad. Kenya signed the treaty with Chad on March 3.",
            "signed",
            "2025-03-03",
        ),
        (
            f"Norway's maiden flight fails\n\n{TALE} {TALE} The maiden flight began on January 11.",
            "flight",
            "2025-01-11",
        ),
        (
            f"{TALE} {TALE} Kenya signed a contract with Chad on March 3. The deal pleased investors.",
            "deal",
            "2025-03-03",
        ),
        (f"Kenya closed a port after a fire in Oslo. {TALE} {TALE} The fire began on March 10.", "fire", "2025-03-10"),
    ],
)
def test_a_day_that_is_stated_once_holds_for_all_that_tells_of_it(read: Read, text: str, word: str, day: str) -> None:
    time = _first(read, text, word).time
    assert time is not None
    assert (time.begin.isoformat(), time.text) == (day, None)


@pytest.mark.parametrize(
    ("text", "word", "day"),
    [
        (
            "Kenya said that it had signed a treaty with Chad. Kenya signed a treaty with Mali on March 3.",
            "signed",
            None,
        ),
        ("Kenya had met Chad. Kenya met Chad on March 3. Kenya met Chad on March 5.", "met", None),
        ("Kenya met Chad on March 5. Kenya met Chad on March 3.", "met", "2025-03-05"),
        (f"Kenya meets Chad\n\n{TALE} {TALE} Kenya will meet Chad on March 30.", "meets", TODAY),
        (f"Kenya attacked Chad. {TALE} {TALE} Kenya attacked Chad on March 3.", "attacked", TODAY),
        ("Kenya had not met Chad. Kenya met Chad on March 3.", "met", None),
        ("Kenya had praised Chad. Mali praised Chad on March 3.", "praised", None),
        (f"The test flight was long. {TALE} {TALE} The maiden flight in Oslo was on January 11.", "flight", TODAY),
    ],
)
def test_what_may_be_another_happening_keeps_its_time(read: Read, text: str, word: str, day: str | None) -> None:
    time = _first(read, text, word).time
    assert (time.begin.isoformat() if time else None) == day
