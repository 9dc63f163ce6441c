"""``backchannel ingest``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import ModelOption, StoreOption, extractor, folder, shelf
from graph.cli.show import table
from graph.reading import read

if TYPE_CHECKING:
    from graph.ingest import Summary


def ingest(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...", help="Files (.txt, .jsonl), folders, or - for JSON lines from standard input."
        ),
    ],
    store: StoreOption = None,
    model: ModelOption = None,
) -> None:
    """Read articles into the store: their events, claims and actors.

    Articles that the store holds already, unchanged, cost next to nothing, so a run that was cut off is resumed by the
    same command. What cannot be read is listed with its reason, also in journal.jsonl beside the store; the exit status
    is 1 if nothing could be read.
    """
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from graph.ingest import ingest as run
    from graph.upkeep import owned

    place = folder(store)
    screen = Console(stderr=True)
    progress = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        console=screen,
        transient=True,
        disable=not screen.is_terminal,
    )
    with owned(place) as opened, progress as bar:
        task = bar.add_task("Loading the language model ...")
        summary = run(
            opened,
            extractor(model, shelf(store).knowledge()),
            read(paths),
            journal=place / "journal.jsonl",
            on_progress=lambda so_far: bar.update(task, description=in_short(so_far)),
        )
    show(summary)
    if not summary.read:
        raise typer.Exit(1)


def in_short(summary: "Summary") -> str:
    """The summary as far as it has come, on one line."""
    skipped = f", {len(summary.skipped)} skipped" if summary.skipped else ""
    return f"{summary.read} articles, {summary.events} events{skipped}"


def show(summary: "Summary") -> None:
    """Prints the summary, and every skipped item with its reason."""
    counts = (summary.new, summary.unchanged, len(summary.skipped), summary.events, summary.claims, summary.triples)
    table(("new", "unchanged", "skipped", "events", "claims", "triples"), [counts])
    if summary.skipped:
        typer.echo()
        table(("skipped", "why"), ((one.origin, one.reason) for one in summary.skipped))
