"""``backchannel export``."""

from enum import StrEnum
from typing import Annotated

import typer

from graph.cli.options import OutOption, StoreOption, reading, writing


class Format(StrEnum):
    """What the graph can be written as."""

    turtle = "turtle"
    trig = "trig"
    nquads = "nquads"
    jsonld = "jsonld"
    graphml = "graphml"


def export(
    notation: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="TriG, N-Quads and JSON-LD keep all; Turtle drops which article said what; "
            "GraphML is the network of actors.",
        ),
    ] = Format.trig,
    out: OutOption = None,
    store: StoreOption = None,
) -> None:
    """Write the whole graph, for other tools."""
    from graph.export import export as run

    with reading(store) as opened, writing(out) as file:
        run(opened, file, format=notation.value)
