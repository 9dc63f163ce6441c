"""A service under attack: every request gets the right status, and another caller is served all the time."""

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.hostile.attack import PATIENCE, attack
from tests.hostile.requests import everything
from tests.serving import serving

LIMITS = {"QUERY_MEMORY": "300000000", "QUERY_BUDGET": "100000", "MAX_ANSWER": "50000000"}


@pytest.fixture(scope="module")
def address(stories: Path) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in LIMITS.items():
            patch.setenv(f"BACKCHANNEL_{name}", value)
        with serving(stories) as address:
            yield address


def test_the_set_is_large_and_its_names_tell_its_members_apart() -> None:
    names = [hostile.name for hostile in everything()]
    assert len(names) == len(set(names)) >= 60


def test_an_attack_gets_what_it_deserves_while_others_are_served(address: str) -> None:
    outcome = attack(address)
    wrong = list(outcome.wrong)
    for hostile, status, media_type, body in outcome.answers:
        if status not in hostile.statuses:
            wrong.append(f"{hostile.name}: {status}, not one of {hostile.statuses}: {body[:200]!r}")
        elif status >= 400 and (media_type != "application/problem+json" or json.loads(body)["status"] != status):
            wrong.append(f"{hostile.name}: no problem document, but {media_type}")
    assert not wrong, "\n".join(wrong)
    assert len(outcome.waits) > 10


def test_clients_that_dawdle_or_leave_do_not_take_the_service_with_them(address: str) -> None:
    host, port = address.removeprefix("http://").split(":")
    dawdlers = [socket.create_connection((host, int(port))) for _ in range(50)]
    for dawdler in dawdlers:
        dawdler.sendall(b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nquery=")
    for _ in range(20):
        with socket.create_connection((host, int(port))) as leaver:
            leaver.sendall(b"GET /sparql?query=SELECT%20*%20%7B%3Fa%20%3Fb%20%3Fc%7D HTTP/1.1\r\nHost: x\r\n\r\n")
    assert httpx.get(f"{address}/sparql", params={"query": "ASK {}"}, timeout=PATIENCE).status_code == 200
    for dawdler in dawdlers:
        dawdler.close()


def test_a_request_that_is_none_is_refused(address: str) -> None:
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=PATIENCE) as connection:
        connection.sendall(b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n")
        assert re.match(rb"HTTP/1.1 400 ", connection.recv(100))
