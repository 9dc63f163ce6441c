"""Bytes to text and JSON."""

import pytest

from graph.errors import BadInput
from graph.reading import content


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("Zażółć\r\n\u2028 “x”\r".encode(), "Zażółć\r\n\u2028 “x”\r"),
        (b"\xef\xbb\xbfText", "Text"),
    ],
)
def test_text_is_kept_as_given(data: bytes, text: str) -> None:
    assert content.decode(data) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\0\3", "binary"),
        ("Text".encode("utf-16"), "UTF-16"),
        ("Zażółć".encode("iso-8859-2"), r"not UTF-8 \(byte 0xbf at 2\)"),
    ],
)
def test_what_is_no_utf8_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(BadInput, match=reason):
        content.decode(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"text": }', "not JSON .*column 10"),
        (b"[1]", "not a JSON object"),
        (b'{"id": ' + b"9" * 5000 + b"}", "out of all measure"),
        (b"[" * 100_000, "out of all measure"),
    ],
)
def test_what_is_no_json_object_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(BadInput, match=reason):
        content.fields(data)
