"""The client: a service's address, and the questions that a notebook asks of it."""

from __future__ import annotations

from dataclasses import fields
from typing import Self
from urllib.parse import quote

import networkx as nx
import pandas as pd
import rdflib
from pydantic import TypeAdapter

from graph.client.answers import Evidence, Path
from graph.client.frames import frame
from graph.client.transport import Transport
from graph.queries.claims import Claim

SOLUTIONS = "application/sparql-results+json"
PATHS = TypeAdapter(list[Path])
CLAIM = TypeAdapter(Claim)
EVIDENCE = TypeAdapter(list[Evidence])
# What an edge's ends and key do not tell already.
ATTRIBUTES = tuple(one.name for one in fields(Evidence) if one.name not in ("claim", "subject", "object"))


class Client:
    """A running service, ``Client("http://127.0.0.1:8000")``; ``token`` is its write token, ``timeout`` in seconds.

    Actors are given by id (``actor:marco-rubio``, ``marco-rubio``) or by name. Every method raises a BackchannelError
    with the service's own words: NotFound for an unknown name, BadQuery, BadInput, Refused, Overloaded, and
    StoreUnavailable if there is no service or it has no store.
    """

    def __init__(self, url: str, *, token: str | None = None, timeout: float = 30.0) -> None:
        self._service = Transport(url, token=token, timeout=timeout)

    def sparql(self, query: str) -> pd.DataFrame | bool | rdflib.Graph:
        """A SELECT as a DataFrame with typed columns, an ASK as a bool, a CONSTRUCT or DESCRIBE as an rdflib graph."""
        headers = {"Accept": f"{SOLUTIONS}, text/turtle", "Content-Type": "application/sparql-query"}
        response = self._service.send("POST", "sparql", content=query.encode(), headers=headers)
        if not response.headers["content-type"].startswith(SOLUTIONS):
            return rdflib.Graph().parse(data=response.text, format="turtle")
        answer = response.json()
        return bool(answer["boolean"]) if "boolean" in answer else frame(answer)

    def path(self, a: str, b: str, k: int = 1) -> list[Path]:
        """Up to ``k`` closest paths between two actors; empty if nothing connects them. Print one to read it."""
        parameters = {"from": a, "to": b, "k": k}
        return PATHS.validate_python(self._service.get("paths", **parameters)["items"])

    def network(self, actor: str, limit: int = 50) -> nx.MultiDiGraph[str]:
        """The actor and up to ``limit`` contacts, with the edges between them all.

        Nodes are ids with ``name``, ``type`` and ``country``. An edge is a claim, from subject to object and with the
        claim's id as key; its attributes are those of `Evidence`. Of a pair with very many claims the surest are there.
        """
        drawn = self._service.get(f"actors/{quote(actor, safe='')}/network", limit=limit)
        network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for node in drawn["nodes"]:
            network.add_node(node.pop("id"), **node)
        for pair in drawn["edges"]:
            for one in EVIDENCE.validate_python(pair["evidence"]):
                about = {name: getattr(one, name) for name in ATTRIBUTES}
                network.add_edge(one.subject, one.object, key=one.claim, **about)
        return network

    def actors(self, text: str | None = None, limit: int = 50) -> pd.DataFrame:
        """Actors whose name or alias contains the text, those with the most events first: one row an actor."""
        found = self._service.get("actors", text=text, limit=limit)["items"]
        return pd.DataFrame(found, columns=["id", "name", "type", "country", "sector", "title", "aliases", "events"])

    def claim(self, claim_id: str) -> Claim:
        """One claim by its id, with or without ``claim:``, with its sentence, article and event."""
        return CLAIM.validate_python(self._service.get(f"claims/{quote(claim_id.removeprefix('claim:'), safe='')}"))

    def close(self) -> None:
        """Ends the connection."""
        self._service.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
