"""What the benchmark measures: its rows, and the comparisons declared between them."""

from __future__ import annotations

from benchmarks import catalog, comparisons, footprint
from benchmarks.plan import Options, chosen
from macros.load import ROOT

JOBS = catalog.jobs()
ROWS = {job.row.id: job.row for job in JOBS}


def test_every_row_names_framework_server_code_and_tutorial() -> None:
    assert len(ROWS) == len(JOBS)
    for row in ROWS.values():
        assert row.server
        assert (ROOT / row.source).is_file()
        assert row.command.startswith(("python -m ", "DJANGO_SETTINGS_MODULE="))


def test_every_scenario_has_rows_of_each_framework() -> None:
    for scenario in catalog.SCENARIOS:
        own = {row.framework for row in ROWS.values() if row.scenario == scenario.id}
        assert own >= {"flask", "fastapi"} or scenario.id == "footprint", scenario.id
        assert "django" in own or scenario.id in {"footprint", "call"}, scenario.id


def test_ten_comparisons_are_declared_between_rows_that_exist() -> None:
    assert len(comparisons.HEADLINES) == 10
    assert {"framework", "server", "validator", "client"} <= {
        p.varies for p in comparisons.HEADLINES
    }
    for pair in (*comparisons.HEADLINES, comparisons.CONTROL):
        assert ROWS[pair.row].scenario == ROWS[pair.against].scenario


def test_the_control_is_the_same_row_on_a_server_of_its_own() -> None:
    by_id = {job.row.id: job for job in JOBS}
    one, other = by_id[comparisons.CONTROL.against], by_id[comparisons.CONTROL.row]
    assert one.arguments == other.arguments
    assert one.row.command == other.row.command
    assert one.server_key != other.server_key


def test_django_is_measured_with_its_default_middleware_and_without() -> None:
    bare = ROWS["hello_django_bare_granian"]
    assert "no middleware" in bare.deviations
    assert ROWS["hello_django_granian"].deviations == ROWS["hello_flask_granian"].deviations


def test_a_smoke_run_has_a_row_of_every_kind_in_the_catalog() -> None:
    """A kind is a server, a kind of function, a validator, a client: whatever may not start."""
    smoke = [job.row for job in chosen(Options(seed=1, kind="smoke"))]
    for name in ("server", "scenario", "extra", "handler", "deviations"):
        started, known = (
            {(row.framework, getattr(row, name)) for row in rows} for rows in (smoke, ROWS.values())
        )
        assert started == known, name
    assert len(smoke) < len(ROWS)


def test_rows_on_postgresql_say_so() -> None:
    options = Options(seed=1, postgres="postgresql://u@127.0.0.1/x")
    for job in chosen(options):
        assert ("PostgreSQL" in job.row.deviations) == (job.row.scenario == "orm")


def test_a_stack_counts_what_its_requirements_need() -> None:
    flask = next(stack for stack in footprint.stacks() if stack.framework == "flask")
    assert {"flask", "werkzeug", "jinja2", "gunicorn"} <= set(flask.distributions)
    assert "asgiref" not in flask.distributions, "an extra that nobody asked for"
    assert flask.size > 1_000_000
