"""Options that several commands share, and what they open."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from graph.errors import BadInput

if TYPE_CHECKING:
    from graph.extraction import Extractor
    from graph.kb.shelf import Shelf
    from graph.linking.knowledge import Knowledge
    from graph.store import Store

StoreOption = Annotated[
    Path | None,
    typer.Option("--store", "-s", help="The folder of the store; BACKCHANNEL_STORE, else one of the user's own."),
]
ModelOption = Annotated[
    str | None, typer.Option("--model", help="The spaCy model; BACKCHANNEL_MODEL, else the small one.")
]
OutOption = Annotated[Path | None, typer.Option("--out", "-o", help="Where to write; standard output if not given.")]


def folder(store: Path | None) -> Path:
    """The store's folder: the one given, else the setting."""
    if store is not None:
        return store
    from graph.settings import Settings

    return Settings().store


def reading(store: Path | None) -> "Store":
    """The store, opened beside whichever process owns it."""
    from graph.store import open_store
    from graph.view import View

    return View.of(open_store(folder(store), read_only=True))


@contextmanager
def writing(out: Path | None) -> Iterator[IO[bytes]]:
    """Standard output, or a file that is written anew; BadInput where that cannot be."""
    if out is None:
        yield sys.stdout.buffer
        sys.stdout.flush()
        return
    try:
        file = out.open("wb")
    except OSError as error:
        raise BadInput(f"{out} cannot be written: {error.strerror}") from None
    with file:
        yield file


def shelf(store: Path | None) -> "Shelf":
    """Where imported knowledge is kept: in the folder of the setting, else in that of the store."""
    from graph.kb.shelf import Shelf
    from graph.settings import Settings

    settings = Settings() if store is None else Settings(store=store)
    return Shelf(settings.shelf)


def extractor(model: str | None, known: "Knowledge | None" = None) -> "Extractor":
    """The extractor on the model given, else on the setting's; with the ontology's knowledge, unless more is given."""
    from graph.extraction import Extractor
    from graph.settings import Settings

    return Extractor(model=model or Settings().model, known=known)
