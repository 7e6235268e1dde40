"""The macros of the performance chapter by the names that its pages call."""

from __future__ import annotations

from collections.abc import Callable

from macros import (
    bench_choices,
    bench_compared,
    bench_cost,
    bench_history,
    bench_method,
    bench_versions,
    bench_waiting,
    bench_words,
)

MACROS: dict[str, Callable[..., str]] = {
    "bench_origin": bench_method.origin,
    "bench_headlines": bench_compared.headlines,
    "bench_scenario": bench_compared.scenario,
    "bench_choices": bench_choices.choices,
    "bench_shares": bench_cost.shares,
    "bench_sweep": bench_waiting.sweep,
    "bench_latencies": bench_waiting.latencies,
    "bench_pitfall": bench_waiting.pitfall,
    "bench_workers": bench_cost.workers,
    "bench_footprint": bench_cost.footprint,
    "bench_memory": bench_cost.memory,
    "bench_rows": bench_method.rows_in_full,
    "bench_history": bench_history.history,
    "bench_changes": bench_history.changes,
    "bench_drift": bench_history.drift,
    "bench_packages": bench_versions.packages,
    "bench_gates": bench_method.gates,
    "bench_second_opinion": bench_method.second_opinion,
    "bench_conclusion": bench_words.conclusion,
    "bench_share": bench_words.share,
    "bench_rests_on": bench_words.rests_on,
    "bench_cpu": bench_words.cpu,
    "bench_rate": bench_words.rate,
    "bench_took": bench_words.took,
    "bench_sample_time": bench_words.sample_time,
    "bench_variation": bench_words.variation,
    "bench_workers_in_words": bench_cost.workers_in_words,
}
