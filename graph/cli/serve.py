"""``backchannel serve``."""

import os
from typing import Annotated

import typer

from graph.cli.options import StoreOption, folder


def serve(
    host: Annotated[
        str, typer.Option(help="The address to listen on; others than 127.0.0.1 let other machines in.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on.")] = 8000,
    store: StoreOption = None,
) -> None:
    """Serve the graph over HTTP: SPARQL, actors, events, paths, views to embed; documented at /docs."""
    import uvicorn

    from app.logs import configuration

    # The service reads its settings from the environment, in whatever process uvicorn runs it.
    os.environ["BACKCHANNEL_STORE"] = str(folder(store))
    uvicorn.run("app.main:app", host=host, port=port, access_log=False, log_config=configuration())
