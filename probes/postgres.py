"""Run a throwaway PostgreSQL server on loopback for a probe, and stop it by its id."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DEBIAN_PROGRAMS = Path("/usr/lib/postgresql")
USER = "probe"
READY_SECONDS = 30.0
STOP_SECONDS = 15.0
# The data dies with the probe, so nothing has to reach the disk.
_SETTINGS = (
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "dynamic_shared_memory_type=mmap",
    "max_connections=30",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
)


@contextlib.contextmanager
def postgres(folder: Path) -> Iterator[str]:
    """Run a new, empty server and give the address of its database, a ``postgresql://`` URL.

    The cluster lives in a temporary folder and is gone afterwards. Raises RuntimeError
    when no server is installed, or with the server's own output when it does not start.
    """
    initdb, server = _program("initdb"), _program("postgres")
    account = _account()
    # PostgreSQL refuses to run as root, and the other account cannot enter root's folders.
    place = folder if account is None else None
    with tempfile.TemporaryDirectory(prefix="postgres-", dir=place) as home:
        if account is not None:
            os.chown(home, account.pw_uid, account.pw_gid)
        data = Path(home, "data")
        _create(initdb, data, account)
        port = _free_port()
        command = [server, "-D", str(data), "-p", str(port)]
        with _running(command, Path(home), account) as process:
            _wait_until_ready(process, data, Path(home, "server.log"))
            yield f"postgresql://{USER}@127.0.0.1:{port}/postgres"


def _program(name: str) -> str:
    """Find one of the server's programs: on the path, or where Debian keeps them."""
    found = shutil.which(name)
    if found:
        return found
    versions = sorted(DEBIAN_PROGRAMS.glob(f"*/bin/{name}"), key=_version, reverse=True)
    if not versions:
        raise RuntimeError(
            f"this probe needs a PostgreSQL server, and {name} was not found; install it with "
            "`apt-get install postgresql` (Debian, Ubuntu) or `brew install postgresql` (macOS)"
        )
    return str(versions[0])


def _version(program: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in program.parts[-3].split(".") if part.isdigit())


def _account() -> pwd.struct_passwd | None:
    """Return the account to run the server under when we are root, else None."""
    if os.geteuid() != 0:
        return None
    with contextlib.suppress(KeyError):
        return pwd.getpwnam("postgres")
    return pwd.getpwnam("nobody")


def _as_account(account: pwd.struct_passwd | None) -> dict[str, Any]:
    if account is None:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _create(initdb: str, data: Path, account: pwd.struct_passwd | None) -> None:
    command = [
        initdb, "--pgdata", str(data), "--username", USER, "--auth", "trust",
        "--no-locale", "--encoding", "UTF8", "--no-sync", "--no-instructions",
    ]  # fmt: skip
    made = subprocess.run(
        command,
        check=False, capture_output=True, text=True, cwd=data.parent, **_as_account(account),
    )  # fmt: skip
    if made.returncode != 0:
        raise RuntimeError(f"initdb failed:\n{made.stdout}{made.stderr}")


@contextlib.contextmanager
def _running(
    command: list[str], home: Path, account: pwd.struct_passwd | None
) -> Iterator[subprocess.Popen[bytes]]:
    options = [part for setting in _SETTINGS for part in ("-c", setting)]
    with (home / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [*command, *options],
            stdout=log, stderr=subprocess.STDOUT, cwd=home, **_as_account(account),
        )  # fmt: skip
    try:
        yield process
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    # SIGINT is PostgreSQL's fast shutdown: it does not wait for clients to leave.
    process.send_signal(signal.SIGINT)
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait_until_ready(process: subprocess.Popen[bytes], data: Path, log: Path) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if _state(data) == "ready":
            return
        time.sleep(0.02)
    raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text(errors='replace')[-2000:]}")


def _state(data: Path) -> str:
    """Return the state that the server keeps in line 8 of its pid file, as pg_ctl reads it."""
    with contextlib.suppress(FileNotFoundError):
        lines = (data / "postmaster.pid").read_text().splitlines()
        return lines[7].strip() if len(lines) > 7 else ""
    return ""
