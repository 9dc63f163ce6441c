import json
import logging

import pytest
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from app.logs import JsonLines
from app.telemetry import HEADER
from tests.app.conftest import service


def counted(client: TestClient) -> dict[tuple[str, str, str], float]:
    """The requests counted so far by method, route and status."""
    families = text_string_to_metric_families(client.get("/metrics").text)
    samples = [
        sample for family in families for sample in family.samples if sample.name == "backchannel_requests_total"
    ]
    return {(s.labels["method"], s.labels["route"], s.labels["status"]): s.value for s in samples}


def test_requests_are_counted_by_route_and_status(client: TestClient) -> None:
    before = counted(client)
    for address in ("/actors/marco-rubio", "/actors/sergei-lavrov", "/actors/nobody-at-all", "/nowhere", "/elsewhere"):
        client.get(address)
    after = counted(client)
    grown = {key: after[key] - before.get(key, 0) for key in after if after[key] != before.get(key, 0)}
    assert grown == {
        ("GET", "/actors/{actor}", "200"): 2,
        ("GET", "/actors/{actor}", "404"): 1,
        ("none", "none", "404"): 2,
        ("GET", "/metrics", "200"): 1,
    }


def test_metrics_tell_the_store_and_the_times(client: TestClient) -> None:
    text = client.get("/metrics").text
    assert f"backchannel_store_version {float(service(client).store.version)}" in text
    assert 'backchannel_request_seconds_count{route="/metrics"}' in client.get("/metrics").text


def test_ready(client: TestClient) -> None:
    assert client.get("/ready").json() == {"store_version": service(client).store.version}


@pytest.mark.parametrize(("given", "kept"), [("abc-1.2_3", True), ("a b", False), ("x" * 65, False), ("", False)])
def test_an_answer_bears_the_id_of_its_request(client: TestClient, given: str, kept: bool) -> None:
    answered = client.get("/ready", headers={HEADER: given}).headers[HEADER]
    assert (answered == given) == kept
    assert answered


def test_problems_bear_an_id_too(client: TestClient) -> None:
    assert client.get("/nowhere").headers[HEADER] != client.get("/nowhere").headers[HEADER]
    assert client.get("/sparql?query=nonsense", headers={HEADER: "mine"}).headers[HEADER] == "mine"


def test_the_log_holds_the_route_and_not_the_question(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="app.telemetry"):
        client.get("/actors?text=secretive", headers={HEADER: "mine"})
    (record,) = (record for record in caplog.records if record.name == "app.telemetry")
    line = json.loads(JsonLines().format(record))
    assert (line["request"], line["route"], line["status"], line["level"]) == ("mine", "/actors", 200, "info")
    assert "secretive" not in json.dumps(line)


def test_a_fault_is_logged_with_its_traceback() -> None:
    try:
        raise ValueError("of ours")
    except ValueError as error:
        record = logging.LogRecord("app", logging.ERROR, "", 0, "%s failed", ("it",), (ValueError, error, None))
    line = json.loads(JsonLines().format(record))
    assert line["message"] == "it failed"
    assert "ValueError: of ours" in line["traceback"]
