"""``backchannel evaluate``."""

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import ModelOption, extractor, writing
from graph.cli.show import table
from graph.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.evaluation.identity import Identity
    from graph.evaluation.judged import Judged
    from graph.evaluation.reliability import Row
    from graph.evaluation.suite import Suite
    from graph.extraction import Extractor

IDENTITY = "identity"  # a suite of mentions, and whose they are
OURS = ("claims", IDENTITY)  # what no program beside the suites scores


def evaluate(
    folder: Annotated[
        Path,
        typer.Argument(
            help="Holds SUITE/articles.jsonl, SUITE/gold.jsonl, and score.py for all but claims and identity."
        ),
    ],
    suite: Annotated[
        list[str] | None, typer.Option("--suite", help="Which suite, once or more; plover and meantime if not given.")
    ] = None,
    errors: Annotated[int, typer.Option("--errors", min=0, help="How many errors of each kind to print.")] = 0,
    records: Annotated[
        Path | None, typer.Option("--records", help="Where to keep what was extracted, as SUITE.jsonl.")
    ] = None,
    model: ModelOption = None,
) -> None:
    """Measure the extraction on suites of articles in which people marked what is right.

    Prints the figures of the suite's own program; then, of what the suite allows to judge, the share that is right by
    confidence and by the kind of sentence it was found in.
    """
    from graph.evaluation import scorer
    from graph.evaluation.suite import load

    names = suite or ["plover", "meantime"]
    scoring = {name: scorer.find(folder) for name in names if name not in OURS}
    suites = [load(folder, name) for name in names]
    working = extractor(model)
    with ExitStack() as stack:
        place = folder_for(records) if records else Path(stack.enter_context(TemporaryDirectory()))
        for one in suites:
            if one.name == IDENTITY:
                show_identity(who_is_who(one, working, place / f"{one.name}.jsonl"), errors)
                continue
            found = extract(one, working, place / f"{one.name}.jsonl")
            if one.name in scoring:
                typer.echo(scorer.figures(scoring[one.name], one.name, place / f"{one.name}.jsonl", errors=errors))
            show(one.name, found, errors)


def folder_for(records: Path) -> Path:
    """The folder, made if it is not there; BadInput where that cannot be."""
    try:
        records.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInput(f"{records} cannot be made: {error.strerror}") from None
    return records


def extract(suite: "Suite", working: "Extractor", out: Path) -> "list[Judged]":
    """Writes the records of a suite, and returns what could be judged of them."""
    from graph.evaluation.judges import judged
    from graph.record_json import dumps

    with writing(out) as file:
        return list(judged(suite, working, keep=lambda record: file.write(dumps(record).encode() + b"\n")))


def who_is_who(suite: "Suite", working: "Extractor", out: Path) -> "Identity":
    """Writes the records of a suite as a store has them, and returns its mentions."""
    from graph.evaluation.identity import identity
    from graph.record_json import dumps

    with writing(out) as file:
        return identity(suite, working, keep=lambda record: file.write(dumps(record).encode() + b"\n"))


def show_identity(found: "Identity", errors: int) -> None:
    """Prints B-cubed within articles and across them, and the first mentions that are not found or taken for others."""
    table(
        ("identity, B-cubed", "mentions", "found", "precision", "recall", "F1"),
        (
            (name, one.labelled, one.found, f"{one.precision:.3f}", f"{one.recall:.3f}", f"{one.f1:.3f}")
            for name, one in (("within articles", found.within()), ("across articles", found.across()))
        ),
    )
    for error in list(found.errors())[:errors]:
        typer.echo(f"wrong: {error}")


def show(suite: str, judged: "Sequence[Judged]", errors: int) -> None:
    """Prints the tables of what was judged, and the most confident errors."""
    from graph.evaluation.constructs import by_construct
    from graph.evaluation.reliability import calibration_error, reliability

    if not judged:
        typer.echo(f"{suite}: nothing that was extracted can be judged.")
        return
    pairs = [(one.confidence, one.right) for one in judged]
    rows(f"{suite}, by confidence", reliability(pairs))
    typer.echo(f"\nexpected calibration error {calibration_error(pairs):.3f}\n")
    rows(f"{suite}, by construct", by_construct(judged))
    typer.echo()
    for one in sorted((one for one in judged if not one.right), key=lambda one: -one.confidence)[:errors]:
        typer.echo(f"wrong at {one.confidence:.2f}: {one.said}")


def rows(title: str, found: "Iterable[Row]") -> None:
    """Prints a table of figures."""
    figures = ((one.name, one.items, f"{one.confidence:.2f}", f"{one.right:.2f}") for one in found)
    table((title, "judged", "confidence", "right"), figures)
