"""The client for notebooks: the service's answers as pandas, networkx and rdflib values."""

from graph.client.client import Client

__all__ = ["Client"]
