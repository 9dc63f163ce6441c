"""The attack: all hostile requests from one address, while another asks a small question again and again."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection

import httpx

from tests.hostile.requests import Hostile, everything

ATTACKERS = 4
PATIENCE = 60.0  # seconds for one answer
PAUSE = 0.05  # seconds between two small questions
SMALL = "ASK { ?a bc:spoke_with ?b }"


@dataclass(slots=True)
class Outcome:
    """What the hostile requests got (status, media type, body), and the bystander: seconds, and what was wrong."""

    answers: list[tuple[Hostile, int, str, bytes]]
    waits: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def attack(address: str) -> Outcome:
    """Send everything, and look at how another caller fares meanwhile."""
    outcome, ended = Outcome([]), threading.Event()
    watching = threading.Thread(target=_stand_by, args=(address, outcome, ended))
    watching.start()
    try:
        with ThreadPoolExecutor(ATTACKERS) as pool:
            outcome.answers = list(pool.map(lambda hostile: (hostile, *send(address, hostile)), everything()))
    finally:
        ended.set()
        watching.join()
    return outcome


def send(address: str, hostile: Hostile) -> tuple[int, str, bytes]:
    """The request as it stands: no client of HTTP mends it on the way."""
    connection = HTTPConnection(address.removeprefix("http://"), timeout=PATIENCE)
    try:
        connection.request(hostile.method, hostile.path, hostile.body, hostile.headers)
        answer = connection.getresponse()
        return answer.status, answer.headers.get_content_type(), answer.read()
    finally:
        connection.close()


def _stand_by(address: str, outcome: Outcome, ended: threading.Event) -> None:
    with httpx.Client(transport=httpx.HTTPTransport(local_address="127.0.0.2"), timeout=PATIENCE) as client:
        while not ended.is_set():
            begin = time.monotonic()
            answer = client.get(f"{address}/sparql", params={"query": SMALL})
            outcome.waits.append(time.monotonic() - begin)
            if answer.status_code != 200 or answer.json()["boolean"] is not True:
                outcome.wrong.append(answer.text)
            time.sleep(PAUSE)
