"""The records of the benchmark: what one run measured, how, and on what.

A record is written by ``python -m benchmarks`` and by nobody else. It holds samples and checks
and nothing that is computed from them: every figure is a function of this file.
Times are in seconds, memory and sizes in bytes, unless a name says otherwise.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from macros.fields import Identifier, Record, Sentence, Short, Url

SCHEMA: Literal[1] = 1

Metric = Literal["cpu", "rate"]
Kind = Literal["full", "smoke"]
Status = Literal["complete", "interrupted", "capped", "failed"]
Seconds = Annotated[float, Field(ge=0)]
Count = Annotated[int, Field(ge=0)]
Phase = Literal["fixed", "closed", "open", "footprint"]
Mark = Literal["foreign", "generator", "lag", "little", "cut", "errors"]


class Scenario(Record):
    """One job that every row of it does."""

    id: Identifier
    code: Annotated[str, Field(pattern=r"^S\d$")]
    title: Short
    question: Sentence


class BenchRow(Record):
    """A framework with everything that is chosen beside it, and where its code stands."""

    id: Identifier
    scenario: Identifier
    framework: Identifier
    server: Short
    handler: Short
    extra: Short | None = None
    deviations: tuple[Short, ...] = ()
    source: Annotated[str, Field(pattern=r"^benchmarks/apps/[a-z_]+\.py$")]
    tutorial: Url
    path: Annotated[str, Field(pattern=r"^/")]
    command: str
    workers: Annotated[int, Field(ge=1)] = 1
    slots: Count | None = None


class Pair(Record):
    """A comparison that was declared before the run: ``row`` divided by ``against``."""

    id: Identifier
    question: Sentence
    short: str = ""
    varies: Literal["framework", "server", "validator", "client", "middleware", "code"]
    row: Identifier
    against: Identifier
    metric: Metric
    connections: Count | None = None


class Plan(Record):
    """What was to be done, fixed before the first sample."""

    seed: int
    rounds: Annotated[int, Field(ge=1)]
    turns: Annotated[int, Field(ge=1)] = 1
    cap: Seconds
    connections: Count
    levels: tuple[Count, ...]
    rates: tuple[Count, ...]
    wait: Seconds
    server_cores: tuple[int, ...]
    generator_cores: tuple[int, ...]
    scenarios: tuple[Scenario, ...]
    rows: tuple[BenchRow, ...]
    headlines: tuple[Pair, ...]
    control: Pair
    requests: dict[Identifier, Count] = Field(default_factory=dict)


class Machine(Record):
    """What a reader needs to know of the machine; neither its name nor its user."""

    processor: str
    cores: Count
    threads_per_core: Count | None = None
    governor: str | None = None
    turbo: str | None = None
    kernel: str
    virtualization: str | None = None
    memory: Count
    cpu_limit: str | None = None
    load_before: float
    load_after: float | None = None
    boot: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")] | None = None
    uptime: Seconds | None = None


class Software(Record):
    """What ran: the interpreter, the lock and packages of the environment, the measuring code.

    ``code`` is a digest of what stands in benchmarks/ but the records, ``commit`` the last commit
    before, ``method`` the number of the last change of method that this code knows. The first
    records have none of the three.
    """

    python: str
    build: str
    lock: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    packages: dict[str, str]
    code: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")] | None = None
    commit: Annotated[str, Field(pattern=r"^[0-9a-f]{7,40}$")] | None = None
    method: Annotated[int, Field(ge=1)] | None = None


class Check(Record):
    """What an answer was before and after the samples of one row, bytes and all."""

    row: Identifier
    when: Literal["before", "after"]
    status: Count
    body_bytes: Count
    header_bytes: Count
    body: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    parsed: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    times: Count = 1


class Sample(Record):
    """One visit of one row. ``cpu`` is what the server's whole process tree used.

    ``requests`` are those answered with status 200; ``errors`` were refused or broken. ``cut``
    tells that the time was over before the work was whole.
    ``wall`` is the time in which ``requests`` were answered, ``span`` the time between the two
    readings of the meters; in a closed loop it is longer by the ramp.
    A round visits a computing row in several turns.
    """

    row: Identifier
    round: Count
    order: Count
    restart: Count
    loop: Literal["fixed", "closed", "open"]
    connections: Count = 0
    offered: Count = 0
    requests: Count
    errors: Count
    unserved: Count
    wall: Seconds
    span: Seconds
    cpu: Seconds
    user: Seconds
    system: Seconds
    switches: Count
    foreign: Seconds
    steal: Seconds
    generator: Seconds
    lag: Seconds
    in_flight: Seconds
    turn: Count = 0
    cut: bool = False
    marks: tuple[Mark, ...] = ()
    latencies: tuple[Count, ...] = ()

    @property
    def cpu_per_request(self) -> float:
        """Return the server's seconds of CPU for one request."""
        return self.cpu / self.requests

    @property
    def rate(self) -> float:
        """Return answered requests a second."""
        return self.requests / self.wall


class Start(Record):
    """One start of a server: how long until its first right answer, and what it held then."""

    row: Identifier
    phase: Phase
    ready: Seconds
    cpu: Seconds
    memory: Count
    processes: Count


class Stack(Record):
    """What a framework with its usual server brings along, from the installed distributions."""

    framework: Identifier
    server: Short
    requirement: Short
    distributions: tuple[str, ...]
    size: Count


class Import(Record):
    """CPU of a fresh interpreter that imports one application, and of one that imports none."""

    framework: Identifier
    round: Count
    cpu: Seconds
    bare: Seconds


class Ceiling(Record):
    """What the generator can ask of a server that does nothing."""

    rate: Seconds
    generator_per_request: Seconds


class CrossCheck(Record):
    """One row asked by this generator and by a known tool, one after the other."""

    row: Identifier
    tool: Short
    ours: Seconds
    theirs: Seconds


class Benchmark(Record):
    """One run of the benchmark."""

    schema_version: Literal[1]
    kind: Kind
    status: Status
    reason: str = ""
    started: datetime
    took: Seconds
    plan: Plan
    machine: Machine
    software: Software
    checks: tuple[Check, ...] = ()
    samples: tuple[Sample, ...] = ()
    starts: tuple[Start, ...] = ()
    stacks: tuple[Stack, ...] = ()
    imports: tuple[Import, ...] = ()
    ceiling: Ceiling | None = None
    cross_checks: tuple[CrossCheck, ...] = ()
    skipped: tuple[str, ...] = ()
    name: str = Field(default="", exclude=True)
