"""Nobody takes all of the service."""

import asyncio

import pytest

from app.callers import MINUTE, Callers
from graph.errors import Exhausted, Overloaded


class Clock:
    """A clock that is set by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_one_caller_leaves_a_worker_to_the_others() -> None:
    async def scene() -> list[str]:
        callers, running, end = Callers(workers=3, queue=9, budget=99), list[str](), asyncio.Event()

        async def ask(caller: str) -> None:
            async with callers.turn(caller):
                running.append(caller)
                await end.wait()

        asked = [asyncio.ensure_future(ask(caller)) for caller in ("greedy", "greedy", "greedy", "modest")]
        await asyncio.sleep(0.01)
        before = list(running)
        end.set()
        await asyncio.gather(*asked)
        assert running[3:] == ["greedy"]
        return before

    assert asyncio.run(scene()) == ["greedy", "greedy", "modest"]


def test_the_line_has_an_end() -> None:
    async def scene() -> None:
        callers, end = Callers(workers=2, queue=1, budget=99), asyncio.Event()

        async def ask() -> None:
            async with callers.turn("one"):
                await end.wait()

        asked = [asyncio.ensure_future(ask()) for _ in range(3)]
        await asyncio.sleep(0.01)
        with pytest.raises(Overloaded, match="wait already") as refusal:
            await ask()
        assert refusal.value.retry_after
        end.set()
        await asyncio.gather(*asked)
        await ask()

    asyncio.run(scene())


def test_a_budget_is_used_up_and_comes_back() -> None:
    async def scene() -> None:
        clock = Clock()
        callers = Callers(workers=2, queue=1, budget=10, clock=clock)
        async with callers.turn("one"):
            clock.now += 11
        with pytest.raises(Exhausted) as refusal:
            await callers.turn("one").__aenter__()
        assert refusal.value.retry_after == MINUTE - 11
        async with callers.turn("other"):
            clock.now += MINUTE
        async with callers.turn("one"):
            pass

    asyncio.run(scene())
