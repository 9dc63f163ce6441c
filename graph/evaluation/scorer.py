"""The scorer: a program beside the suites that prints the figures of a suite."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from graph.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path

NAME = "score.py"


def find(folder: Path) -> Path:
    """The scorer of a folder; `BadInput` if there is none."""
    scorer = folder / NAME
    if not scorer.is_file():
        raise BadInput(f"{scorer} is not there: suites come with the program that scores them")
    return scorer


def figures(scorer: Path, suite: str, records: Path, *, errors: int = 0) -> str:
    """What the scorer prints; `BadInput` with its last words if it fails."""
    command = [sys.executable, str(scorer), suite, str(records), "--errors", str(errors)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        last = (done.stderr.strip() or f"status {done.returncode}").splitlines()[-1]
        raise BadInput(f"{scorer} cannot score {suite}: {last}")
    return done.stdout
