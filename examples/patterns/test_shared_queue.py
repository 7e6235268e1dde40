"""One queue and one worker for three web programs, each in a process of its own."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from probes.serving import Serve, Server
from probes.zygote import Launch, Zygote

HERE = Path(__file__).parent / "shared_queue"
GUNICORN = ("-m", "gunicorn", "--no-control-socket", "--bind=127.0.0.1:{port}", "--threads=4")
COMMANDS = {
    "fastapi": ("-m", "uvicorn", "--port={port}", "fastapi_app:app"),
    "flask": (*GUNICORN, "flask_app:app"),
    "django": (*GUNICORN, "django_app:application"),
}
WORKER = ("-m", "celery", "--app=jobs", "worker", "--pool=solo", "--loglevel=info")
MISSING = {"fastapi": 422, "flask": 400, "django": 400}
SECONDS = 60


class Place:
    """A folder with a queue, and what puts in and takes out there."""

    def __init__(self, folder: Path, zygotes: Callable[[str], Zygote]) -> None:
        self.folder, self.zygotes = folder, zygotes
        self.environment = {
            "PYTHONPATH": str(HERE),
            "QUEUE": str(folder / "queue"),
            "SECRET_KEY": "only-for-this-test",
        }

    def web(self, framework: str):
        serve = Serve(self.folder, [], self.zygotes(framework))
        return serve.forked(*COMMANDS[framework], **self.environment)

    @contextmanager
    def worker(self) -> Iterator[int]:
        """Run the worker; gives its process id once it takes work."""
        log = self.folder / "worker.log"
        launch = Launch(WORKER, self.folder, log, {**os.environ, **self.environment})
        process = self.zygotes("flask").start(launch)
        try:
            wait_for(lambda: log.exists() and " ready." in log.read_text())
            yield process.pid
        finally:
            end(process, signal.SIGTERM)


def end(process, signum: int) -> None:
    if process.wait(0) is None:
        os.kill(process.pid, signum)
        assert process.wait(SECONDS) is not None


def wait_for(seen: Callable[[], object]) -> None:
    deadline = time.monotonic() + SECONDS
    while not seen():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def order(web: Server, text: str, seconds: float = 0) -> dict:
    answer = httpx.post(f"{web.url}/texts", data={"text": text, "seconds": seconds})
    assert answer.status_code == 202
    return answer.json()


def result(web: Server, job: str) -> dict:
    def done():
        return httpx.get(f"{web.url}/texts/{job}").json()["result"]

    wait_for(done)
    return done()


@pytest.fixture
def place(tmp_path: Path, zygotes: Callable[[str], Zygote]) -> Place:
    return Place(tmp_path, zygotes)


def test_one_worker_does_the_work_of_three_programs_and_each_can_ask_for_it(place: Place):
    with (
        place.web("fastapi") as fastapi, place.web("flask") as flask, place.web("django") as django,
        place.worker() as worker,
    ):  # fmt: skip
        for ordered, asked in ((fastapi, flask), (flask, django), (django, fastapi)):
            job = order(ordered, "three small words")
            assert result(asked, job["id"]) == {"words": 3, "process": worker}
            assert job["process"] != worker


@pytest.mark.parametrize("framework", COMMANDS)
def test_what_was_ordered_waits_for_a_worker_though_the_web_program_is_killed(
    place: Place, framework: str
):
    with place.web(framework) as web:
        job = order(web, "two words")["id"]
        assert httpx.get(f"{web.url}/texts/{job}").json() == {"state": "PENDING", "result": None}
        web.stop(signal.SIGKILL)
    with place.worker(), place.web(framework) as again:
        assert result(again, job)["words"] == 2


def test_a_worker_that_is_told_to_stop_ends_its_job_first(place: Place):
    with place.web("flask") as web:
        with place.worker():
            job = order(web, "two words", seconds=2)["id"]
            wait_for(lambda: job in (place.folder / "worker.log").read_text())
        assert httpx.get(f"{web.url}/texts/{job}").json()["state"] == "SUCCESS"


def test_a_worker_that_is_killed_loses_the_job_that_it_had_begun(place: Place):
    with place.web("flask") as web:
        with place.worker() as worker:
            begun = order(web, "two words", seconds=5)["id"]
            wait_for(lambda: begun in (place.folder / "worker.log").read_text())
            os.kill(worker, signal.SIGKILL)
        with place.worker():
            later = order(web, "three more words")["id"]
            assert result(web, later)["words"] == 3
            assert httpx.get(f"{web.url}/texts/{begun}").json()["state"] == "PENDING"


@pytest.mark.parametrize("framework", COMMANDS)
def test_an_order_without_a_text_is_refused(place: Place, framework: str):
    with place.web(framework) as web:
        assert httpx.post(f"{web.url}/texts").status_code == MISSING[framework]
