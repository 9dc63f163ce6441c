"""Records as JSON: the line that ``backchannel extract`` prints for an article.

Offsets count code points into the text as given. What is not known is null; nothing is left out.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from graph.model import Participant, Record


def dumps(record: Record) -> str:
    """The record as one line of JSON, without the newline."""
    return json.dumps(to_dict(record), ensure_ascii=False)


def to_dict(record: Record) -> dict[str, Any]:
    """``id, sentences, entities, events, claims``, in plain JSON values; days are ISO 8601 strings."""
    return {field.name: plain(getattr(record, field.name)) for field in fields(record)}


def plain(value: object) -> Any:
    """A value of the model as JSON has it; a participant carries its span's offsets itself."""
    if isinstance(value, Participant):
        return {"entity": value.entity, "role": value.role, **plain(value.span)}
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
