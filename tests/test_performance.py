"""The performance chapter: what it shows of records, and what it says when there are none."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pytest

from macros import (
    bench_choices,
    bench_compared,
    bench_cost,
    bench_history,
    bench_method,
    bench_waiting,
    bench_words,
    performance,
)
from macros.bench_charts import Log, axis_of, percent
from macros.bench_results import Results
from macros.bench_words import VerdictChangedError
from macros.figures import NoFigureError
from macros.methods import method_of
from macros.runs import Benchmark, CrossCheck
from tests.bench_records import record

PAGES = {
    "bench_scenario": ("hello", "hello_flask_gthread"),
    "bench_conclusion": ("body",),
    "bench_rests_on": ("usual_django", "different"),
    "bench_share": ("hello_flask_gthread", 5),
    "bench_memory": ("flask",),
    "bench_cpu": ("orm_django_orm",),
    "bench_rate": ("wait_fastapi_async", 100),
    "bench_sample_time": ("fixed",),
    "bench_variation": ("cpu",),
}


@pytest.fixture(scope="module")
def results() -> Results:
    return Results([record(seed=seed) for seed in (1, 2, 3)], "https://code.example")


@pytest.mark.parametrize("name", performance.MACROS)
def test_nothing_published_is_said_and_no_number_shown(name: str) -> None:
    stopped = record(status="capped")
    for runs in ([], [stopped]):
        text = performance.MACROS[name](Results(runs, "https://code.example"), *PAGES.get(name, ()))
        assert "No complete run" in text or "not measured yet" in text.lower() or text == ""
        assert not re.search(r"\d ?(×|ms|µs|requests)", text)


@pytest.mark.parametrize("name", performance.MACROS)
def test_every_macro_shows_its_record_as_sound_html(name: str, results: Results) -> None:
    text = performance.MACROS[name](results, *PAGES.get(name, ()))
    assert "not measured yet" not in text
    assert " style=" not in text, "the content security policy allows none"
    block = re.sub(r"<!--/?raw-->", "", text).replace("<br>", "<br/>")
    ElementTree.fromstring(f"<div>{block}</div>")


@pytest.mark.parametrize("name", ["bench_headlines", "bench_choices", "bench_sweep"])
def test_every_picture_has_words_for_those_who_do_not_see_it(name: str, results: Results) -> None:
    text = performance.MACROS[name](results)
    pictures = re.findall(r"<svg[^>]*>\n<title[^>]*>[^<]{40,}</title>", text)
    assert len(pictures) == text.count("<svg") >= 1
    assert text.count("<table") >= 1, "and its numbers as a table"


def test_the_control_stands_in_the_first_chart(results: Results) -> None:
    text = bench_compared.headlines(results)
    assert "Control: nothing differs" in text
    assert text.count("<circle") == 11


def test_a_number_in_prose_has_its_interval(results: Results) -> None:
    assert re.search(r"[\d.]+× \([\d.]+ to [\d.]+\)", bench_words.conclusion(results, "body"))
    found = bench_words.share(results, "hello_flask_gthread", 5)
    assert re.fullmatch(r"[\d.]+ % \([\d.]+ % to [\d.]+ %\)", found)


def test_memory_in_prose_names_framework_and_server(results: Results) -> None:
    assert re.fullmatch(r"\d+ MB \(Flask on Gunicorn\)", bench_cost.memory(results, "flask"))


def test_new_records_change_the_words_of_a_conclusion(results: Results) -> None:
    assert "**more CPU per request" in bench_words.conclusion(results, "usual_django")
    noisy = Results([record(seed=9, noise=0.5)], "https://code.example")
    assert "**not resolved" in bench_words.conclusion(noisy, "usual_django")


def test_a_sentence_that_its_verdict_no_longer_carries_stops_the_build(results: Results) -> None:
    assert bench_words.rests_on(results, "usual_django", "different") == ""
    with pytest.raises(VerdictChangedError, match='records say "different"'):
        bench_words.rests_on(results, "usual_django", "not resolved")


def test_a_sentence_that_says_which_way_two_differ_stops_the_build_when_it_turns(
    results: Results,
) -> None:
    assert bench_words.rests_on(results, "usual_django", "more") == ""
    with pytest.raises(VerdictChangedError, match=r'says "less" .* records say "more"'):
        bench_words.rests_on(results, "usual_django", "less")


def test_a_comparison_that_was_not_declared_is_named(results: Results) -> None:
    with pytest.raises(NoFigureError, match="there are usual_fastapi"):
        bench_words.conclusion(results, "flask_wins")


def marked_run(*rows: str, **given: Any) -> Benchmark:
    """Return a made-up record with every sample of ``rows`` marked, or of all rows."""
    made = record(**given)
    samples = tuple(
        each.model_copy(update={"marks": ("foreign",)}) if each.row in rows or not rows else each
        for each in made.samples
    )
    return made.model_copy(update={"samples": samples})


def run_by(method: int | None, seed: int, **changed: Any) -> Benchmark:
    made = record(seed=seed, **changed)
    return made.model_copy(
        update={"software": made.software.model_copy(update={"method": method, "code": None})}
    )


def test_runs_that_measured_in_another_way_are_not_taken_together() -> None:
    """Waiting changed between the methods, a computing request did not."""
    both = Results([run_by(2, 1), run_by(3, 2)], "https://code.example")
    waiting, hello = both.together("blocking"), both.together("usual_django")
    assert waiting is not None
    assert hello is not None
    assert (waiting.runs, waiting.ratio.n) == (1, 8)
    assert (hello.runs, hello.ratio.n) == (2, 16)


@pytest.mark.parametrize(("wall", "method"), [(0.35, 1), (1.2, 2)])
def test_the_method_of_an_old_record_follows_from_its_samples(wall: float, method: int) -> None:
    old = run_by(None, 1)
    samples = tuple(
        each.model_copy(update={"wall": wall} if each.loop == "closed" else {})
        for each in old.samples
    )
    assert method_of(old.model_copy(update={"samples": samples})) == method


def test_a_rate_is_shown_by_no_figure_once_its_gates_withhold_it() -> None:
    noisy = Results([marked_run("wait_fastapi_async")], "https://code.example")
    shown = bench_compared.headlines(noisy)
    assert "chart-headlines-rate" not in shown
    cells = r"awaited against blocking.*\n<td[^>]*>requests/s</td>\n<td[^>]*>withheld"
    assert re.search(cells, shown)
    assert "**withheld" in bench_words.conclusion(noisy, "blocking")
    with pytest.raises(VerdictChangedError, match='records say "withheld"'):
        bench_words.rests_on(noisy, "blocking", "different")
    swept = bench_waiting.sweep(noisy)
    assert "FastAPI async, Uvicorn: 1 connections withheld, 10 connections withheld" in swept
    assert swept.count("<circle") == 4 * (len(noisy.complete[0].rows("wait")) - 1)


def test_a_run_that_withholds_a_rate_leaves_it_to_the_others() -> None:
    noisy = Results([record(seed=1), marked_run(seed=2)], "https://code.example")
    found = noisy.together("blocking")
    assert found is not None
    assert found.runs == 1


def test_a_page_gives_one_verdict_of_one_comparison(results: Results) -> None:
    """The newest run alone would resolve what all of them together do not."""
    loud = Results([record(seed=9, noise=0.5), record(seed=2)], "https://code.example")
    together = loud.together("usual_fastapi")
    assert together is not None
    assert loud.complete[-1].finding(together.pair).verdict != together.verdict
    row = r'FastAPI / Flask, usual servers</td>\n<td[^>]*>[^<]*</td>\n<td[^>]*><span class="[^"]*">'
    assert re.search(row + together.verdict, bench_choices.choices(loud))


def test_the_history_tells_the_day_and_the_start_of_the_machine() -> None:
    runs = [
        made.model_copy(update={"machine": made.machine.model_copy(update={"boot": boot * 12})})
        for boot, made in zip("aab", (record(seed=seed) for seed in (1, 2, 3)), strict=True)
    ]
    shown = bench_history.history(Results([record(seed=0), *runs], "https://code.example"))
    found = re.findall(r'data-label="Start of the machine">([^<]*)<', shown)
    assert found == ["not kept", "1", "1", "2"]
    assert "November 23, 2026" in shown


def versions_of(**known: str) -> Results:
    return Results([record()], "https://code.example", known)


def test_every_page_names_the_versions_and_says_when_they_are_not_those_of_the_site() -> None:
    same = bench_method.origin(versions_of(Flask="3.1.3"))
    assert "Python 3.13.0, Flask 3.1.3, Granian 2.8.7." in same
    assert "Not the versions of this site" not in same
    for show in (bench_method.origin, bench_history.history):
        assert "Not the versions of this site: Flask 3.1.3, here 3.2.0." in show(
            versions_of(Flask="3.2.0")
        )


def test_a_generator_far_from_a_known_tool_is_told() -> None:
    checks = [
        CrossCheck(row="hello_flask_gthread", tool="wrk", ours=ours, theirs=3050)
        for ours in (2700, 3000)
    ]
    shown = bench_method.second_opinion(Results([record(cross_checks=checks)], ""))
    assert re.findall(r'data-label="Too far apart">([^<]*)<', shown) == ["more than 10 %", "no"]


def test_the_footprint_has_intervals_numbers_and_the_time_until_ready(results: Results) -> None:
    shown = bench_cost.footprint(results)
    times = re.findall(r'data-label="Start to first answer, time">([^<]*)<', shown)
    assert re.fullmatch(r"400 ms \(400 to 400\), n = \d+", times[0])
    assert re.search(r'data-label="Import, CPU">280 ms \(280 to 280\), n = 8<', shown)


def test_a_latency_has_its_interval_and_its_number(results: Results) -> None:
    shown = bench_waiting.latencies(results)
    assert re.search(r'data-label="p50">\d+ ms \(\d+ to \d+\)<', shown)
    assert 'data-label="Requests">1,200<' in shown


def test_a_sentence_on_workers_counts_the_verdicts(results: Results) -> None:
    told = bench_cost.workers_in_words(results)
    assert re.search(r"Of 6 rows .*: \*\*\d different, \d same.*, \d not resolved\*\*", told)
    assert bench_cost.workers(results).count("td-verdict") == 6


def test_numbers_of_the_way_of_measuring_come_from_the_records(results: Results) -> None:
    assert bench_words.took(results) == "8.7 to 8.7 minutes, 15 at the most"
    assert bench_words.sample_time(results, "closed") == "0.35 s"
    assert re.fullmatch(r"[\d.]+ %", bench_words.variation(results, "rate"))


def test_rates_of_a_noisy_run_are_withheld() -> None:
    noisy = Results([marked_run()], "https://code.example")
    assert "withheld" in bench_words.rate(noisy, "wait_fastapi_async", 100)
    assert "withheld" in bench_compared.scenario(noisy, "hello", "hello_flask_gthread")
    assert "µs" in bench_compared.scenario(noisy, "hello", "hello_flask_gthread"), "CPU is shown"


def test_workers_beyond_the_cores_show_no_throughput(results: Results) -> None:
    """Two workers and the generator need three cores."""
    assert "not measured here" in bench_cost.workers(results)


def test_an_interrupted_run_stands_in_the_history_and_nowhere_else(results: Results) -> None:
    stopped = record(status="interrupted", seed=5, name="stopped")
    more = Results([*results.runs, stopped], "https://code.example")
    assert "interrupted" in bench_history.history(more)
    assert bench_compared.headlines(more) == bench_compared.headlines(results)


def test_an_axis_is_logarithmic_and_symmetric() -> None:
    axis = axis_of([0.7, 1.9])
    assert (axis.low, axis.high) == (0.5, 2.0)
    assert axis.at(1.0) == pytest.approx(50)
    assert Log(1, 100).at(1000) == 100, "what is beyond an end stands at it"


def test_small_shares_are_told_more_finely() -> None:
    assert percent(0.25) == "25 %"
    assert percent(0.0312) == "3.1 %"
