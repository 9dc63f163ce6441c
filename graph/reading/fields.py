"""Fields: what an article may say of itself in JSON, checked, with errors that name the field."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

from graph.errors import BadInput
from graph.model import Article
from graph.names import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

# The parser holds about a gigabyte for a million characters, and no news article comes near that.
MAX_CHARACTERS = 1_000_000
ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`/?#]+(?:[/?#].*)?", re.IGNORECASE)
FORBIDDEN = re.compile(r"[\s<>\"{}|\\^`\x00-\x1f\x7f]+")


def article(fields: Mapping[str, object], *, default_id: str | None = None) -> Article:
    """An article from ``id, text, title, published (or date), url, source``; only ``text`` is needed.

    An article that names no id has ``default_id``, else its url, else a hash of its text. Fields of other names
    are ignored. Raises BadInput with the name of the field that cannot be used.
    """
    text, url = body(fields.get("text")), address(fields)
    return Article(
        id=words(fields, "id") or default_id or url or digest(text),
        text=text,
        title=words(fields, "title"),
        published=published(fields),
        url=url,
        source=words(fields, "source"),
    )


def body(value: object) -> str:
    """The text itself, untouched; BadInput where there is none, or it is too long or no text at all."""
    if value is None:
        raise BadInput("has no text")
    if not isinstance(value, str):
        raise BadInput("text: expected a string")
    if len(value) > MAX_CHARACTERS:
        raise BadInput(f"text: too large, {len(value):,} characters where {MAX_CHARACTERS:,} are allowed")
    if not clean("text", value).strip():
        raise BadInput("text: is empty")
    return value


def words(fields: Mapping[str, object], name: str) -> str | None:
    """A field of text; a blank one counts as absent. A number will do for an id."""
    value = fields.get(name)
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if not isinstance(value, str):
        raise BadInput(f"{name}: expected a string")
    return clean(name, value)


def address(fields: Mapping[str, object]) -> str | None:
    """The article's own address: it becomes a node of the graph and a link that people click.

    Characters that no address may hold, such as quotation marks, are percent-encoded.
    """
    value = words(fields, "url")
    if value is None:
        return None
    if not ADDRESS.fullmatch(value.strip()):
        raise BadInput(f"url: {value[:80]!r} is no http(s) address")
    return FORBIDDEN.sub(lambda match: quote(match[0]), value.strip())


def published(fields: Mapping[str, object]) -> date | None:
    """The day of publication, from ``published`` or ``date``."""
    name = "published" if words(fields, "published") else "date"
    value = words(fields, name)
    return None if value is None else day(name, value)


def day(name: str, value: str) -> date:
    """The day of an ISO 8601 date or date-time, as written: a zone does not move it."""
    try:
        return datetime.fromisoformat(value.strip()).date()
    except ValueError:
        raise BadInput(f"{name}: {value[:40]!r} is no ISO 8601 date such as 2025-03-16") from None


def clean(name: str, value: str) -> str:
    """The value, or BadInput for what JSON can escape but no text holds: NUL and half characters."""
    if "\0" in value:
        raise BadInput(f"{name}: contains NUL characters")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise BadInput(f"{name}: contains a surrogate, which is half a character") from None
    return value
