"""When a sample is marked. A mark hides nothing: the sample stays in the record with it."""

from __future__ import annotations

from macros.runs import Mark, Sample

FOREIGN = 0.25  # of one core, used by somebody else
GENERATOR = 0.85  # of its core, used by the generator
LATE = 0.005  # seconds; the generator's own lateness, 99th percentile, where latency counts
LITTLE = 0.10  # how far in-flight may be from rate x latency
WAITS = 5  # a window shorter than this many latencies cannot show Little's law


def marks(sample: Sample) -> tuple[Mark, ...]:
    """Return the gates that a sample did not pass."""
    found: list[Mark] = []
    if sample.foreign > FOREIGN * sample.span:
        found.append("foreign")
    if sample.generator > GENERATOR * sample.span:
        found.append("generator")
    if sample.loop == "open" and sample.lag > LATE:
        found.append("lag")
    if _little_applies(sample) and abs(sample.in_flight / sample.connections - 1) > LITTLE:
        found.append("little")
    if sample.cut:
        found.append("cut")
    if sample.errors:
        found.append("errors")
    return tuple(found)


def _little_applies(sample: Sample) -> bool:
    if sample.loop == "open" or not sample.requests or not sample.connections:
        return False
    latency = sample.connections * sample.wall / sample.requests
    return sample.wall >= WAITS * latency
