"""Fair shares: how much of the service each caller uses."""

import asyncio
import time
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from math import ceil

from graph.errors import Exhausted, Overloaded

MINUTE = 60.0  # seconds


class Callers:
    """Lets no caller take all workers, nor more than ``budget`` seconds of them in a minute; the others wait in line.

    One event loop uses it. ``clock`` counts seconds.
    """

    def __init__(self, *, workers: int, queue: int, budget: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._budget = budget
        self._clock = clock
        self._room = workers + queue
        self._free = asyncio.Semaphore(workers)
        self._shares: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(workers - 1))
        self._present: dict[str, int] = defaultdict(int)
        self._used: dict[str, deque[tuple[float, float]]] = defaultdict(deque)

    @asynccontextmanager
    async def turn(self, caller: str) -> AsyncIterator[None]:
        """Wait for a turn and take it; raises `Exhausted` and `Overloaded`, which say when to come again."""
        self._check_budget(caller)
        if sum(self._present.values()) >= self._room:
            raise Overloaded("Too many queries wait already.", retry_after=5)
        self._present[caller] += 1
        try:
            async with self._shares[caller], self._free:
                begin = self._clock()
                try:
                    yield
                finally:
                    self._used[caller].append((begin, self._clock() - begin))
        finally:
            self._leave(caller)

    def _check_budget(self, caller: str) -> None:
        now, used = self._clock(), self._used[caller]
        while used and used[0][0] < now - MINUTE:
            used.popleft()
        if sum(seconds for _, seconds in used) >= self._budget:
            wait = ceil(used[0][0] + MINUTE - now)
            raise Exhausted(
                f"Your queries took {self._budget:g} seconds within a minute; come again in {wait} s.",
                retry_after=max(wait, 1),
            )

    def _leave(self, caller: str) -> None:
        """Forget a caller of whom there is nothing to remember."""
        self._present[caller] -= 1
        if not self._present[caller]:
            del self._present[caller]
            self._shares.pop(caller, None)
        for name in [name for name, used in self._used.items() if not used or used[-1][0] < self._clock() - MINUTE]:
            del self._used[name]
