"""Queries from outside: each in a process of its own, under a deadline and a limit of memory."""

import asyncio
import multiprocessing
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from pebble import ProcessExpired, ProcessFuture, ProcessPool
from starlette.concurrency import run_in_threadpool

from app.callers import Callers
from app.settings import Settings
from graph.errors import Late, Overloaded
from graph.store import worker
from graph.store.checkpoints import Checkpoints
from graph.store.worker import Asked

SPARE = 2  # workers beyond those that run, so that nobody waits for one to be replaced
TASKS = 1_000  # queries of a worker before another takes its place, so that what it never gave back is freed


class Queries:
    """Answers queries by workers that read a checkpoint of the store; they start when the first query comes.

    A worker that passes the deadline or the limit of memory is killed and replaced; nobody else notices.
    """

    def __init__(self, checkpoints: Checkpoints, settings: Settings) -> None:
        self._settings = settings
        self._files = TemporaryDirectory(prefix="backchannel-", ignore_cleanup_errors=True)
        self._checkpoints = checkpoints
        self._callers = Callers(
            workers=settings.query_workers, queue=settings.query_queue, budget=settings.query_budget
        )
        self._pool = ProcessPool(
            max_workers=settings.query_workers + SPARE,
            max_tasks=TASKS,
            initializer=worker.begin,
            initargs=[settings.query_memory],
            context=_context(),
        )

    async def answer(
        self, asked: Asked, *, caller: str, seconds: float | None = None, frozen: Path | None = None
    ) -> bytes | Path:
        """The whole answer, a large one in a file that the caller removes; of a ``frozen`` store, else as it stands.

        Raises what the query deserves: `BadQuery`, `Refused`; `Late` after the deadline, which is the service's or
        ``seconds`` if that is less; `TooLarge`; `Overloaded` and `Exhausted` where it may be tried again. Cancelling
        stops the query.
        """
        limit = min(seconds or self._settings.query_seconds, self._settings.query_seconds)
        async with self._callers.turn(caller):
            if frozen is not None:
                return await self._run(frozen, asked, limit)
            checkpoint = await run_in_threadpool(self._checkpoints.acquire)
            try:
                return await self._run(checkpoint.folder, asked, limit)
            finally:
                await run_in_threadpool(self._checkpoints.release, checkpoint)

    async def _run(self, folder: Path, asked: Asked, limit: float) -> bytes | Path:
        spool = Path(self._files.name) / uuid4().hex
        future: ProcessFuture[bytes | Path] = self._pool.schedule(
            worker.answer, args=[folder, asked, spool, self._settings.max_answer], timeout=limit
        )
        try:
            return await asyncio.wrap_future(future)
        except TimeoutError:
            spool.unlink(missing_ok=True)
            raise Late(f"The query ran longer than {limit:g} s and was stopped; ask for less.") from None
        except ProcessExpired as death:
            spool.unlink(missing_ok=True)
            memory = self._settings.query_memory // 1_000_000
            raise Overloaded(f"The query needed more than {memory:,} MB, or brought its process down.") from death
        except asyncio.CancelledError:
            spool.unlink(missing_ok=True)
            raise

    def close(self) -> None:
        """Stop all workers, whatever they do."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()
        self._checkpoints.close()
        self._files.cleanup()


def _context() -> multiprocessing.context.BaseContext:
    """How workers start: from a server that has loaded what they need, and no thread nor store of this process."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", worker.__name__])
    return context
