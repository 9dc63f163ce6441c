"""JSON lines: a line that fails takes no other with it."""

import io
from pathlib import Path

import pytest

from graph.model import Article, Rejected
from graph.reading import lines


def test_good_lines_survive_bad_ones(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"id": "a", "text": "One."}\r\n'
        b"\n"
        b'{"id": "b", "text": \n'
        b'{"id": "c", "text": "caf\xe9"}\n'
        b'{"id": "d"}\n'
        b'{"id": "e", "text": "Two\\nlines\\u2028."}'
    )
    articles = list(lines.articles(path))
    assert [item.id for item in articles if isinstance(item, Article)] == ["a", "e"]
    assert [item.origin for item in articles if isinstance(item, Rejected)] == [f"{path}:{n}" for n in (3, 4, 5)]
    assert articles[-1] == Article("e", "Two\nlines\u2028.")


def test_a_line_separator_of_unicode_ends_no_line() -> None:
    line = '{"id": "a", "text": "One.\u2028Two.\u0085"}\n'.encode()
    assert list(lines.stream(io.BytesIO(line), origin="-")) == [Article("a", "One.\u2028Two.\u0085")]


def test_a_line_beyond_all_measure_is_rejected_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MAX_BYTES", 40)
    file = io.BytesIO(b'{"text": "' + b"x" * 1000 + b'"}\n{"id": "b", "text": "Two."}\n')
    assert list(lines.stream(file, origin="-")) == [
        Rejected("-:1", "too large, more than 40 bytes in a line"),
        Article("b", "Two."),
    ]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_rejected(data: bytes) -> None:
    assert list(lines.stream(io.BytesIO(data), origin="x")) == [Rejected("x", "is empty")]


def test_a_missing_file_is_rejected(tmp_path: Path) -> None:
    (rejected,) = lines.articles(tmp_path / "a.jsonl")
    assert rejected == Rejected(str(tmp_path / "a.jsonl"), "cannot be read: No such file or directory")
