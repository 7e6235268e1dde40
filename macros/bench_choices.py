"""What another framework changes, beside what any other choice changes."""

from __future__ import annotations

from macros.bench_charts import Dot, ratio_chart
from macros.bench_parts import badge, band_note, figure, span, table
from macros.bench_results import Results, needs_a_run
from macros.figures import Finding, NoFigureError
from macros.resampling import SAME
from macros.runs import Pair
from macros.text import escape

CHOICES: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...] = (
    ("Another framework", (
        ("FastAPI / Flask, usual servers", "hello_fastapi_uvicorn", "hello_flask_gthread"),
        ("Django / Flask, Gunicorn threads", "hello_django_gthread", "hello_flask_gthread"),
        ("FastAPI / Flask, Granian", "hello_fastapi_granian", "hello_flask_granian"),
        ("Django / Flask, Granian", "hello_django_granian", "hello_flask_granian"),
        ("FastAPI / Flask, body: Pydantic", "body_fastapi_granian", "body_flask_pydantic_granian"),
    )),
    ("Another server, same application", (
        ("Flask: Gunicorn threads / Granian", "hello_flask_gthread", "hello_flask_granian"),
        ("Django: Gunicorn threads / Granian", "hello_django_gthread", "hello_django_granian"),
        ("FastAPI: Uvicorn / Granian", "hello_fastapi_uvicorn", "hello_fastapi_granian"),
        ("Flask, body: Gunicorn / Granian", "body_flask_pydantic", "body_flask_pydantic_granian"),
    )),
    ("Another validator, same framework", (
        ("Flask: marshmallow / Pydantic", "body_flask_marshmallow", "body_flask_pydantic"),
        ("Django: REST framework / Ninja", "body_django_drf", "body_django_ninja"),
    )),
    ("Another HTTP client, same framework", (
        ("Flask: HTTPX / requests", "call_flask_httpx", "call_flask_requests"),
        ("FastAPI: HTTPX / aiohttp", "call_fastapi_httpx", "call_fastapi_aiohttp"),
    )),
    ("Another part of the framework", (
        ("Django: default middleware / none", "hello_django_granian", "hello_django_bare_granian"),
        ("Django: own templates / Jinja", "page_django_templates", "page_django_jinja"),
        ("FastAPI: async session / def", "orm_fastapi_async", "orm_fastapi_sqlmodel"),
    )),
)  # fmt: skip


@needs_a_run
def choices(results: Results) -> str:
    """Return what changes with the framework beside what changes with any other choice."""
    assert results.current
    declared = {(pair.row, pair.against) for pair in results.current.run.plan.headlines}
    groups, cells = [], []
    for head, pairs in CHOICES:
        dots = []
        for label, row, against in pairs:
            found = _found(results, _pair(label, row, against))
            dots.append(Dot(label, found.ratio, results.current.row(row).framework))
            kind = "declared" if (row, against) in declared else "exploratory"
            cells.append([escape(head), escape(label), span(found.ratio, "×"),
                          badge(found.verdict), str(found.runs), kind])  # fmt: skip
        groups.append((head, dots))
    title = "What another framework changes, and what another server, validator or client changes"
    chart = ratio_chart("chart-choices", title, groups, SAME)
    heads = ("What changes", "Compared", "CPU per request", "Verdict", "Runs", "Status")
    caption = "Choices at the same scale, over all complete runs"
    return figure(chart, band_note()) + table(caption, heads, cells)


def _found(results: Results, pair: Pair) -> Finding:
    found = results.over_runs(pair)
    if found is None:
        raise NoFigureError(f'"{pair.row}" and "{pair.against}" share no round in any run')
    return found


def _pair(label: str, row: str, against: str) -> Pair:
    return Pair(
        id="explored", question=label, varies="code", row=row, against=against, metric="cpu"
    )
