from fastapi.testclient import TestClient

from tests.stories import CALL


def test_a_claim_has_a_permanent_address(client: TestClient) -> None:
    claim = CALL.record().claims[0].id
    answer = client.get(f"/claims/{claim}").json()
    assert answer == client.get(f"/claims/{claim.removeprefix('claim:')}").json()
    assert (answer["subject"]["name"], answer["predicate"], answer["object"]["name"]) == (
        "Marco Rubio",
        "spoke_with",
        "Sergei Lavrov",
    )
    assert answer["sentence"]["text"] == CALL.text
    assert answer["article"]["url"] == "https://news.example/call"


def test_an_unknown_claim_is_not_found(client: TestClient) -> None:
    answer = client.get("/claims/0")
    assert (answer.status_code, answer.json()["type"]) == (404, "urn:backchannel:problem:not-found")
