"""The performance chapter: what it shows of records, and what it says when there are none."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from macros import bench_compared, bench_cost, bench_method, bench_words, performance
from macros.bench_charts import Log, axis_of, percent
from macros.bench_results import Results
from macros.bench_words import VerdictChangedError
from macros.figures import NoFigureError
from tests.bench_records import record

PAGES = {
    "bench_scenario": ("hello", "hello_flask_gthread"),
    "bench_conclusion": ("body",),
    "bench_rests_on": ("usual_django", "different"),
    "bench_share": ("hello_flask_gthread", 5),
    "bench_memory": ("flask",),
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


def test_a_comparison_that_was_not_declared_is_named(results: Results) -> None:
    with pytest.raises(NoFigureError, match="there are usual_fastapi"):
        bench_words.conclusion(results, "flask_wins")


def test_rates_of_a_noisy_run_are_withheld() -> None:
    made = record()
    samples = tuple(each.model_copy(update={"marks": ("foreign",)}) for each in made.samples)
    noisy = Results([made.model_copy(update={"samples": samples})], "https://code.example")
    assert "withheld" in bench_words.rate(noisy, "wait_fastapi_async", 100)
    assert "withheld" in bench_compared.scenario(noisy, "hello", "hello_flask_gthread")
    assert "µs" in bench_compared.scenario(noisy, "hello", "hello_flask_gthread"), "CPU is shown"


def test_workers_beyond_the_cores_show_no_throughput(results: Results) -> None:
    """Two workers and the generator need three cores."""
    assert "not measured here" in bench_cost.workers(results)


def test_an_interrupted_run_stands_in_the_history_and_nowhere_else(results: Results) -> None:
    stopped = record(status="interrupted", seed=5, name="stopped")
    more = Results([*results.runs, stopped], "https://code.example")
    assert "interrupted" in bench_method.history(more)
    assert bench_compared.headlines(more) == bench_compared.headlines(results)


def test_an_axis_is_logarithmic_and_symmetric() -> None:
    axis = axis_of([0.7, 1.9])
    assert (axis.low, axis.high) == (0.5, 2.0)
    assert axis.at(1.0) == pytest.approx(50)
    assert Log(1, 100).at(1000) == 100, "what is beyond an end stands at it"


def test_small_shares_are_told_more_finely() -> None:
    assert percent(0.25) == "25 %"
    assert percent(0.0312) == "3.1 %"
