"""The command ``backchannel``: one module a command, joined in `graph.cli.commands`."""

from graph.cli.commands import main

__all__ = ["main"]
