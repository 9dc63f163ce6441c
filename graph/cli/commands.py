"""The command and its subcommands.

What a subcommand needs is imported when it runs: ``backchannel --help`` must not wait for a language model.
"""

from importlib.metadata import version
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from graph.cli.contacts import contacts
from graph.cli.evaluate import evaluate
from graph.cli.export import export
from graph.cli.extract import extract
from graph.cli.ingest import ingest
from graph.cli.judge import judgements, merge, not_same, rename, retract, retype, same_happening, split, undo
from graph.cli.kb import kb
from graph.cli.path import path
from graph.cli.query import query
from graph.cli.review import review
from graph.cli.serve import serve
from graph.errors import BackchannelError, BadInput, BadQuery, Conflict, NotFound


class Commands(TyperGroup):
    """Shows an error that was raised on purpose as one line: status 2 if the user can mend it, else 1."""

    def invoke(self, ctx: Any) -> Any:
        """Runs the subcommand."""
        try:
            return super().invoke(ctx)
        except BackchannelError as error:
            meant = (
                f" Perhaps: {', '.join(error.suggestions)}."
                if isinstance(error, NotFound) and error.suggestions
                else ""
            )
            typer.echo(f"backchannel: {error}{meant}", err=True)
            raise typer.Exit(2 if isinstance(error, BadInput | BadQuery | Conflict) else 1) from None


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (ingest, contacts, path, query, serve, export, extract, evaluate):
    app.command()(command)
for decision in (merge, not_same, same_happening, split, rename, retype, retract, undo, judgements, review):
    app.command(rich_help_panel="Judgements")(decision)
app.add_typer(kb, name="kb")


def show_version(wanted: bool) -> None:
    """Prints the version and ends."""
    if wanted:
        typer.echo(version("backchannel"))
        raise typer.Exit


@app.callback()
def root(
    show: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Who talked to whom in the news, when, where and about what, and the sentence that says so."""


def main() -> None:
    """Runs the command with the arguments of this process."""
    app(prog_name="backchannel")
