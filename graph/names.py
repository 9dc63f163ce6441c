"""Names: the namespaces of the graph, compact ids and the slugs they are made of.

The namespaces are URNs, so that a graph means the same wherever it is served from.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, unquote

BASE = "urn:backchannel:"
PREFIXES: dict[str, str] = {
    "bc": f"{BASE}vocab:",
    "actor": f"{BASE}actor:",
    "place": f"{BASE}place:",
    "event": f"{BASE}event:",
    "claim": f"{BASE}claim:",
    "article": f"{BASE}article:",
    "run": f"{BASE}run:",
    "judgement": f"{BASE}judgement:",
    "verb": f"{BASE}verb:",
    "noun": f"{BASE}noun:",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "prov": "http://www.w3.org/ns/prov#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "schema": "https://schema.org/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "wgs84": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "wd": "http://www.wikidata.org/entity/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@lru_cache(maxsize=8192)  # the names of some articles, each asked for whenever it takes part
def slug(name: str) -> str:
    """A readable id of ASCII letters, digits and hyphens: ``"Pedro Sánchez"`` -> ``"pedro-sanchez"``.

    A name without any Latin letter or digit gives a short hash, so that no two of them share the empty id.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "").lower()).strip("-") or digest(name)


def digest(*parts: object) -> str:
    """Sixteen hexadecimal digits that depend on the parts alone."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]


def expand(compact: str) -> str:
    """``"actor:marco-rubio"`` -> its full IRI; a name without a prefix is one of our vocabulary.

    What follows the prefix is percent-encoded where an IRI needs it.
    """
    prefix, colon, local = compact.partition(":")
    if not colon:
        prefix, local = "bc", compact
    return PREFIXES[prefix] + quote(local, safe="-._~!$'()*+,;=@/:")


def compact(iri: str) -> str:
    """The reverse of `expand`; vocabulary comes back without its prefix, a foreign IRI unchanged."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            local = unquote(iri[len(namespace) :])
            return local if prefix == "bc" else f"{prefix}:{local}"
    return iri
