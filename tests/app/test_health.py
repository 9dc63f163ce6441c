from importlib.metadata import version

from fastapi.testclient import TestClient

from tests.stories import STORIES


def test_health_tells_what_the_store_holds(client: TestClient) -> None:
    answer = client.get("/health").json()
    assert (answer["status"], answer["version"]) == ("ok", version("backchannel"))
    assert answer["articles"] == len(STORIES)
    assert answer["quads"] > answer["articles"]
