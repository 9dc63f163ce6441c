from fastapi.testclient import TestClient


def test_places_are_listed(client: TestClient) -> None:
    answer = client.get("/places", params={"text": "riy"}).json()
    assert [(place["id"], place["events"]) for place in answer["items"]] == [("place:riyadh", 1)]
    assert client.get("/places", params={"country": "RUS"}).json()["items"] == []
