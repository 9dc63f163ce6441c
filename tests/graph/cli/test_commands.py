"""The command as a whole."""

import subprocess
import sys
from importlib.metadata import version

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from graph.cli.commands import app


def test_the_version_is_the_project_s() -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert (result.exit_code, result.stdout) == (0, version("backchannel") + "\n")


COMMANDS = (
    "ingest contacts path query serve export extract evaluate "
    "merge not-same same-happening split rename retype retract undo judgements review kb"
).split()


def test_these_are_all_commands() -> None:
    assert list(get_command(app).commands) == COMMANDS  # type: ignore[attr-defined]  # a group


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert f"backchannel {command}" in result.stdout.replace("root ", "backchannel ")


@pytest.mark.parametrize("arguments", [["unknown"], ["path", "one"], ["query", "ASK {}", "--format", "word"]])
def test_a_wrong_call_is_status_2(arguments: list[str]) -> None:
    assert CliRunner().invoke(app, arguments).exit_code == 2


def test_help_waits_for_nothing_heavy() -> None:
    code = "import sys, graph.cli.commands; print(sorted({'spacy', 'pandas', 'uvicorn', 'fastapi'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout == "[]\n"
