"""Three services of half a second are asked at once, and their trouble is told to the client."""

import random
import socket
import time

import httpx
import pytest

WORKERS = {
    "fastapi": [["{topic}/slow_service.py"]],
    "flask": [["{topic}/slow_service.py"]],
    "django": [["{topic}/slow_service.py"]],
}
SECONDS_OF_ONE_SERVICE = 0.5
NO_NUMBER = {"fastapi": 422, "flask": 404, "django": 404}


def free_port() -> int:
    """Return a port below those that the system hands out, so that nobody takes it meanwhile."""
    while True:
        with socket.socket() as listener:
            port = random.randrange(20_000, 30_000)
            if listener.connect_ex(("127.0.0.1", port)) != 0:
                return port


@pytest.fixture(scope="module", autouse=True)
def services():
    """Choose the port of the slow services, which start beside each program."""
    address = f"http://127.0.0.1:{free_port()}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SERVICES", address)
        yield address


@pytest.fixture(scope="module", autouse=True)
def awake(services, server):
    """Wait until the services answer as well."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            return httpx.get(f"{services}/price/1", timeout=30)
        except httpx.ConnectError:
            time.sleep(0.05)
    raise TimeoutError(services)


def seconds_for(client, path: str) -> float:
    started = time.monotonic()
    client.get(path).raise_for_status()
    return time.monotonic() - started


def test_the_answers_of_all_services_are_gathered(client):
    assert client.get("/products/1").json() == {
        "price": {"euro": 12},
        "stock": {"pieces": 3},
        "reviews": {"stars": 4},
    }


def test_three_services_take_less_time_than_their_sum(client):
    fastest = min(seconds_for(client, "/products/1") for _ in range(3))
    assert SECONDS_OF_ONE_SERVICE <= fastest < 3 * SECONDS_OF_ONE_SERVICE


def test_a_service_that_fails_makes_a_bad_gateway(client):
    assert client.get("/products/666").status_code == 502


def test_a_service_that_hangs_is_given_up(client):
    assert client.get("/products/999").status_code == 504


def test_a_product_that_is_no_number_is_refused(client, server):
    assert client.get("/products/first").status_code == NO_NUMBER[server.framework]
