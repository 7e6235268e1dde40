"""A line comes back, one in the room reaches everybody, and whoever has no name stays outside."""

import time
from collections.abc import Callable

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

WITHOUT_NAME = {"fastapi": "403", "flask": "101, then 1008", "django": "403"}
NO_ORIGIN = FOREIGN_PAGE = {"fastapi": "accepted", "flask": "accepted", "django": "403"}


@pytest.fixture
def open_socket(server):
    """Return a function that opens a socket as a page of the site itself does."""

    def open_one(path: str, origin: str | None = server.url) -> ClientConnection:
        return connect(server.url.replace("http", "ws", 1) + path, origin=origin)

    return open_one


def outcome(open_one: Callable[[], ClientConnection]) -> str:
    """Open a socket, and tell how that ended."""
    try:
        with open_one() as socket:
            socket.send("hello")
            socket.recv(timeout=10)
            return "accepted"
    except InvalidStatus as refused:
        return str(refused.response.status_code)
    except ConnectionClosed as closed:
        return f"101, then {closed.rcvd.code}"


def until_received(sender, receiver, line: str) -> str:
    """Send a line until it arrives: joining the room takes a moment."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        sender.send(line)
        try:
            return receiver.recv(timeout=0.5)
        except TimeoutError:
            continue
    return "nothing"


def test_each_line_comes_back(open_socket):
    with open_socket("/echo") as socket:
        socket.send("hello")
        assert socket.recv(timeout=10) == "HELLO"
        socket.send("again")
        assert socket.recv(timeout=10) == "AGAIN"


def test_a_line_in_the_room_reaches_the_others(open_socket):
    with open_socket("/room?name=ada") as ada, open_socket("/room?name=bob") as bob:
        assert until_received(ada, bob, "hello") == "ada: hello"


def test_whoever_sends_a_line_to_the_room_gets_it_as_well(open_socket):
    with open_socket("/room?name=ada") as ada:
        ada.send("hello")
        assert ada.recv(timeout=10) == "ada: hello"


def test_the_room_goes_on_when_somebody_leaves(open_socket):
    with open_socket("/room?name=ada") as ada:
        with open_socket("/room?name=bob") as bob:
            assert until_received(bob, ada, "bye") == "bob: bye"
        ada.send("still here")
        lines = iter(lambda: ada.recv(timeout=10), "ada: still here")
        assert all(line == "bob: bye" for line in lines)


def test_a_socket_without_a_name_does_not_get_into_the_room(open_socket, server):
    assert outcome(lambda: open_socket("/room")) == WITHOUT_NAME[server.framework]


def test_a_page_of_another_site_is_refused_where_the_origin_is_checked(open_socket, server):
    foreign = "http://evil.test"
    assert outcome(lambda: open_socket("/echo", foreign)) == FOREIGN_PAGE[server.framework]


def test_a_client_that_names_no_origin_is_no_browser_and_is_treated_alike(open_socket, server):
    assert outcome(lambda: open_socket("/echo", None)) == NO_ORIGIN[server.framework]
