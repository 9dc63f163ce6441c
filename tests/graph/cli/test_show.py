"""How answers look in a terminal."""

from datetime import date

import pytest

from graph.cli.show import when
from graph.model import TimeSpan

FRIDAY, SUNDAY = date(2025, 3, 14), date(2025, 3, 16)


@pytest.mark.parametrize(
    ("time", "shown"),
    [
        (None, ""),
        (TimeSpan(SUNDAY, SUNDAY, "day"), "2025-03-16"),
        (TimeSpan(FRIDAY, SUNDAY, "week"), "2025-03-14 to 2025-03-16"),
        (TimeSpan(SUNDAY, None, "open"), "not before 2025-03-16"),
    ],
)
def test_a_time_tells_what_is_known_of_it(time: TimeSpan | None, shown: str) -> None:
    assert when(time) == shown
