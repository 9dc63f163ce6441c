"""Content: bytes to text and JSON, with errors a user understands."""

from __future__ import annotations

import json

from graph.errors import BadInput


def decode(data: bytes) -> str:
    """UTF-8, with or without a byte order mark; newlines stay as they are."""
    if b"\0" in data:
        raise BadInput("binary or UTF-16 (it contains NUL bytes); UTF-8 text is expected")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"not UTF-8 (byte {data[error.start]:#04x} at {error.start:,})") from None


def fields(data: bytes) -> dict[str, object]:
    """A JSON object; BadInput says what else was found."""
    try:
        value = json.loads(decode(data))
    except json.JSONDecodeError as error:
        raise BadInput(f"not JSON ({error.msg} at column {error.colno})") from None
    except (ValueError, RecursionError):  # a number of thousands of digits; brackets nested by the thousand
        raise BadInput("not JSON that can be read (a number or a nesting out of all measure)") from None
    if not isinstance(value, dict):
        raise BadInput("not a JSON object with a text")
    return value
