"""``backchannel extract``."""

from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from graph.cli.options import ModelOption, OutOption, extractor, shelf, writing
from graph.model import Article, Rejected
from graph.reading import read

if TYPE_CHECKING:
    from graph.extraction import Extractor


def extract(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="IN...", help="Files (.jsonl, .txt), folders, or - for JSON lines from standard input."),
    ],
    out: OutOption = None,
    model: ModelOption = None,
) -> None:
    """Print what articles say as JSON, one line an article, without a store.

    What `backchannel kb import` added is known here too. Offsets count code points into the text as given. What cannot
    be read is said on standard error and the rest goes on; the exit status is 1 if nothing could be read.
    """
    working = extractor(model, shelf(None).knowledge())
    with writing(out) as file:
        done = [put(working, item, file) for item in read(paths)]
    if not any(done):
        raise typer.Exit(1)


def put(working: "Extractor", item: Article | Rejected, file: IO[bytes]) -> bool:
    """Writes an article's line; False where there is none, for a reason that goes to standard error."""
    from graph.ingest import attempt
    from graph.record_json import dumps

    record = item if isinstance(item, Rejected) else attempt(working.record, item)
    if isinstance(record, Rejected):
        typer.echo(f"{record.origin}: {record.reason}", err=True)
        return False
    file.write(dumps(record).encode() + b"\n")
    file.flush()
    return True
