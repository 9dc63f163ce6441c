"""How answers look in a terminal."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from graph.model import TimeSpan
    from graph.queries.articles import Source
    from graph.queries.claims import Claim

# Text of the news must not be able to steer the terminal.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def table(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Prints a table with its columns' names."""
    put(*columns, rows=rows, show_header=True)


def evidence(claims: Iterable["Claim"]) -> None:
    """Prints who did what to whom and when, and below that the sentence that says so and where it stands.

    Claims of one sentence that follow on each other share it.
    """
    for (words, origin), members in groupby(claims, lambda claim: (claim.sentence.text, source(claim.article))):
        put(rows=((one.subject.name, one.predicate, one.object.name, when(one.time)) for one in members))
        put(rows=[("  ", f"“{words}”"), ("  ", f"{origin}")])
        typer.echo()


def put(*columns: str, rows: Iterable[Iterable[object]], show_header: bool = False) -> None:
    """Prints rows in columns: folded to the width of a terminal, one line a row into anything else."""
    shown = Table(*columns, box=None, pad_edge=False, header_style="bold", show_header=show_header)
    for row in rows:
        shown.add_row(*map(cell, row))
    for column in shown.columns:
        column.overflow = "fold"
    console = Console(highlight=False)
    if console.is_terminal:
        console.print(shown)
        return
    console.width = 100_000
    with console.capture() as captured:
        console.print(shown)
    typer.echo("\n".join(line.rstrip() for line in captured.get().splitlines()))


def cell(value: object) -> Text:
    """A value as harmless text on one line."""
    return Text(CONTROL.sub("�", " ".join(str("" if value is None else value).split())))


def source(article: "Source") -> str:
    """An article's title, or its id, and the day of its publication."""
    title = article.title or article.id
    return f"{title}, {article.published}" if article.published else title


def when(time: "TimeSpan | None") -> str:
    """The day or days on which something happened; nothing where the article does not tell."""
    if time is None:
        return ""
    if time.end is None:
        return f"not before {time.begin}"
    return str(time.begin) if time.begin == time.end else f"{time.begin} to {time.end}"
