"""The load generator against small servers of known behavior."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

import pytest
import uvloop

from benchmarks import generator
from benchmarks.loop import HOST
from benchmarks.servers import free_port

pytestmark = pytest.mark.usefixtures("own_event_loop")
ASK = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
WHOLE = b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello"
CHUNKED = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
CLOSING = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello"
ENDLESS = b"HTTP/1.0 200 OK\r\n\r\nhello"
Answer = Callable[[asyncio.StreamWriter], Awaitable[None]]


@contextmanager
def server(answer: Answer) -> Iterator[tuple[int, list[int]]]:
    """Give the port of a server that answers as told, and a list with its connections."""
    port, opened, ready = free_port(), [], threading.Event()
    ends: list[Callable[[], object]] = []

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        opened.append(1)
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                await answer(writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def serve() -> None:
        loop, stop = asyncio.get_running_loop(), asyncio.Event()
        ends.append(lambda: loop.call_soon_threadsafe(stop.set))
        listening = await asyncio.start_server(talk, HOST, port)
        ready.set()
        await stop.wait()
        listening.close()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    assert ready.wait(10)
    try:
        yield port, opened
    finally:
        ends[0]()
        thread.join(10)


def says(content: bytes, *, ends: bool = False) -> Answer:
    async def answer(writer: asyncio.StreamWriter) -> None:
        for start in range(0, len(content), 7):  # in pieces, as a network may bring it
            writer.write(content[start : start + 7])
            await asyncio.sleep(0)
        if ends:
            await writer.drain()
            writer.close()

    return answer


@pytest.mark.parametrize(
    ("content", "ends"), [(WHOLE, False), (CHUNKED, False), (CLOSING, True), (ENDLESS, True)]
)
def test_every_kind_of_answer_is_read_to_its_end(content: bytes, ends: bool) -> None:
    with server(says(content, ends=ends)) as (port, _):
        load = uvloop.run(generator.fixed(port, [ASK], 4, 60, 10.0))
    assert (len(load.latencies), load.errors, load.unserved) == (60, 0, 0)


def test_an_answer_that_is_not_200_is_an_error() -> None:
    broken = WHOLE.replace(b"200 OK", b"500 No")
    with server(says(broken)) as (port, _):
        load = uvloop.run(generator.fixed(port, [ASK], 2, 10, 10.0))
    assert load.errors == 10
    assert not load.latencies, "no answer that counts"
    assert not load.cut, "but each request was asked"


def test_an_answer_that_is_not_200_counts_in_no_kind_of_loop() -> None:
    """Every other answer is refused, so half of what was asked was answered."""
    asked: list[int] = []

    async def every_other(writer: asyncio.StreamWriter) -> None:
        asked.append(1)
        writer.write(WHOLE if len(asked) % 2 else WHOLE.replace(b"200 OK", b"503 No"))

    for loop in ("closed", "open"):
        with server(every_other) as (port, _):
            load = uvloop.run(
                generator.fixed(port, [ASK], 1, 20, 10.0)
                if loop == "closed"
                else generator.opened(port, [ASK], [0.01] * 20, grace=2.0)
            )
        assert (len(load.latencies), load.errors, load.unserved) == (10, 10, 0)


def test_a_connection_that_breaks_at_the_end_does_not_hold_up_the_run() -> None:
    async def hang_up(writer: asyncio.StreamWriter) -> None:
        writer.close()

    with server(hang_up) as (port, _):
        load = uvloop.run(generator.fixed(port, [ASK], 2, 6, 30.0))
    assert (len(load.latencies), load.errors) == (0, 6)
    assert load.wall < 10e9


def test_what_the_time_ran_out_on_is_cut() -> None:
    async def slow(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.4)
        writer.write(WHOLE)

    with server(slow) as (port, _):
        assert uvloop.run(generator.fixed(port, [ASK], 2, 10, 0.6)).cut
        assert uvloop.run(generator.waves(port, [ASK], 2, 5.0, 0.6)).cut
        assert not uvloop.run(generator.closed(port, [ASK], 2, 0.1, 0.2)).cut, "it has no end"


def test_a_closed_loop_keeps_its_connections_busy() -> None:
    """Little's law: requests in flight are the rate times the latency."""

    async def wait(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.05)
        writer.write(WHOLE)

    with server(wait) as (port, opened):
        load = uvloop.run(generator.closed(port, [ASK], 8, 0.2, 1.0))
    assert len(opened) == 8
    rate, latency = len(load.latencies) / (load.wall / 1e9), sum(load.latencies) / 1e9
    assert rate * latency / len(load.latencies) == pytest.approx(8, rel=0.25)
    assert load.in_flight == pytest.approx(8, rel=0.25)


@pytest.mark.parametrize("pause", [0.4, 1.2], ids=["first is the ramp", "first is the sample"])
def test_a_wave_of_answers_is_never_cut_in_two(pause: float) -> None:
    """In whole waves every connection is busy all the time, however slow the machine is."""

    async def wait(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(pause)
        writer.write(WHOLE)

    with server(wait) as (port, _):
        load = uvloop.run(generator.waves(port, [ASK], 20, 0.3, 10.0))
    assert len(load.latencies) == 20
    assert load.in_flight == pytest.approx(20, rel=0.25)
    assert not load.cut


def test_the_last_of_many_waves_is_whole_too() -> None:
    """The shortest time ends inside the seventh wave; its other answers must come as well."""

    async def wait(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.05)
        writer.write(WHOLE)

    with server(wait) as (port, _):
        load = uvloop.run(generator.waves(port, [ASK], 20, 0.35, 10.0))
    assert len(load.latencies) > 20
    assert len(load.latencies) % 20 == 0
    assert load.in_flight == pytest.approx(20, rel=0.1)
    assert not load.cut


def test_an_open_loop_counts_from_when_a_request_was_due() -> None:
    """The server stalls once; a closed loop would see one slow answer, this one sees a queue."""
    stalled: list[float] = []

    async def stall_once(writer: asyncio.StreamWriter) -> None:
        if not stalled:
            stalled.append(1.0)
            time.sleep(0.6)  # the whole server, as a blocked loop does
        writer.write(WHOLE)

    with server(stall_once) as (port, _):
        load = uvloop.run(generator.opened(port, [ASK], [0.01] * 100, grace=2.0))
    late = sum(each > 100_000_000 for each in load.latencies)
    assert len(load.latencies) == 100
    assert late >= 30


def test_connections_are_opened_when_they_are_needed() -> None:
    with server(says(WHOLE)) as (port, opened):
        uvloop.run(generator.opened(port, [ASK], [0.05] * 10, grace=1.0))
    assert len(opened) < 10


def test_an_open_loop_ends_with_its_last_answer() -> None:
    with server(says(WHOLE)) as (port, _):
        load = uvloop.run(generator.opened(port, [ASK], [0.01] * 10, grace=30.0))
    assert len(load.latencies) == 10
    assert load.wall < 15e9


def test_requests_over_broken_connections_are_errors_and_the_next_ones_go_on() -> None:
    asked: list[int] = []

    async def first_hangs_up(writer: asyncio.StreamWriter) -> None:
        asked.append(1)
        if len(asked) == 1:
            await asyncio.sleep(0.1)
            writer.close()
        else:
            writer.write(WHOLE)

    with server(first_hangs_up) as (port, _):
        load = uvloop.run(generator.opened(port, [ASK], [0.01] * 5, grace=2.0, most=1))
    assert (len(load.latencies), load.errors, load.unserved) == (4, 1, 0)


def test_requests_that_nobody_answers_are_counted() -> None:
    async def silent(_writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(3600)

    with server(silent) as (port, _):
        load = uvloop.run(generator.opened(port, [ASK], [0.01] * 5, grace=0.2))
    assert (len(load.latencies), load.unserved) == (0, 5)


def test_a_server_that_is_not_there_is_an_error_and_no_hang() -> None:
    load = uvloop.run(generator.fixed(free_port(), [ASK], 2, 4, 1.0))
    assert load.errors
    assert not load.latencies
