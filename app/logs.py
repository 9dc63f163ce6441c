"""The log: a line of JSON for each thing that happens, to be read by programs."""

import json
import logging
from datetime import UTC, datetime
from typing import Any

ABOUT = "about"  # the attribute of a log record that holds its particulars


class JsonLines(logging.Formatter):
    """Time, level, logger and message, the particulars given as ``extra={"about": {…}}``, and a traceback if any."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, ABOUT, {}),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def configuration() -> dict[str, Any]:
    """What `logging.config.dictConfig` takes, for uvicorn: our lines and its own, on standard error."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": JsonLines}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
        "loggers": {name: {"handlers": ["stderr"], "level": "INFO"} for name in ("app", "graph", "uvicorn.error")},
    }
