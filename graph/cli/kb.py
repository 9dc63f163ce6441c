"""``backchannel kb``: knowledge that users add to the ontology's own."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import StoreOption, shelf
from graph.cli.show import put, table
from graph.errors import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.kb.importing import Outcome
    from graph.linking.known import Known

kb = typer.Typer(no_args_is_help=True, help="Add knowledge of your own about actors, and see what is known.")


@kb.command("import")
def add(
    file: Annotated[Path, typer.Argument(help="A file of actors; the formats stand in docs/knowledge.md.")],
    format_: Annotated[
        str | None, typer.Option("--format", "-f", help="csv, json, ftm or cameo; guessed if not given.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", help="What to call it; the file's name if not given. Replaces what it held."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Report only, and keep nothing.")] = False,
    store: StoreOption = None,
) -> None:
    """Import actors from a file; articles that are read from now on are read with them.

    What cannot be used is listed with its line and the reason, and the rest is imported; the exit status is 1 then.
    Names that are somebody else's already are listed as well, and left to them.
    """
    from graph.kb.formats import rows
    from graph.kb.importing import settled
    from graph.names import slug

    place, name = shelf(store), source or slug(file.stem)
    outcome = settled(rows(file, format_), place.knowledge(without=name))
    if outcome.entries and not dry_run:
        place.put(name, file.name, datetime.now(UTC).date().isoformat(), outcome.entries)
    _report(name, outcome)
    if outcome.rejected or not outcome.entries:
        raise typer.Exit(1)


def _report(name: str, outcome: "Outcome") -> None:
    counts = (name, len(outcome.entries), outcome.extending, len(outcome.rejected), len(outcome.conflicts))
    table(("source", "entries", "extending", "left out", "conflicts"), [counts])
    for title, found in (("left out", outcome.rejected), ("conflict", outcome.conflicts)):
        if found:
            typer.echo()
            table((title, "why"), ((one.origin, one.reason) for one in found))


@kb.command("list")
def show_sources(store: StoreOption = None) -> None:
    """List what was imported."""
    found = shelf(store).sources()
    table(("source", "entries", "file", "day"), ((each.name, each.entries, each.file, each.day) for each in found))


@kb.command()
def show(
    actor: Annotated[str, typer.Argument(metavar="ID", help="An id or a name.")],
    store: StoreOption = None,
) -> None:
    """Show what is known about an actor, the ontology's and what was imported."""
    known = shelf(store).knowledge()
    found = known.get(actor) or known.get(f"actor:{actor}") or known.get(f"place:{actor}") or known.named(actor)
    if found is None:
        raise NotFound(f"Nobody is known as {actor!r}.")
    put(rows=_facts(found))


def _facts(known: "Known") -> "Iterator[tuple[str, str]]":
    facts = ("id", "name", "type", "country", "sector", "gender", "wikidata", "source")
    yield from ((name, value) for name in facts if (value := getattr(known, name)))
    for name in ("aliases", "demonyms", "capitals", "surnames"):
        yield from ((name, value) for value in getattr(known, name))
    for office in known.offices:
        yield "office", f"{office.title}, {office.of}, {office.begin or ''} to {office.end or ''}".rstrip()


@kb.command()
def remove(
    source: Annotated[str, typer.Argument(help="A source as `kb list` names it.")], store: StoreOption = None
) -> None:
    """Forget what was imported as a source."""
    shelf(store).remove(source)
