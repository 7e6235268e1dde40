"""The names that pages may call. Wiring only: each macro hands the data to one function.

Importing this package imports nothing of the site's engine; ``define_env`` is handed all
it needs. Imports are absolute, because not every engine loads this folder as a package.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from functools import cache
from typing import Any


def define_env(env: Any) -> None:
    """Register the macros; called by the site's engine with its environment.

    Stops the build with every problem of the data before anything is written.
    """
    from macros import (
        badges,
        bench_results,
        changes,
        charts,
        checks,
        chooser_page,
        chooser_rules,
        chooser_shares,
        claims,
        claims_file,
        course,
        diagrams,
        examples,
        first_uses,
        glossary,
        history,
        house,
        load,
        packages,
        page_facts,
        performance,
        pitfall_tests,
        pitfalls,
        predictions,
        proof_lists,
        proofs,
        prose,
        quiz,
        release_series,
        runs_file,
        sections,
        sources,
        specimen,
        tables,
    )
    from macros.problems import BadDataError
    from macros.raw import RawHtml
    from macros.view import View

    def data() -> Any:
        return load.ledger(build_day())

    @cache  # for this build; the next one registers anew
    def checked() -> Any:
        return claims_file.read_claims(claims_file.CLAIMS, data().comparison)

    @cache  # for this build as well
    def measured() -> Any:
        versions = {each.package: each.version for each in data().comparison.frameworks}
        return bench_results.Results(runs_file.published(), repository, versions)

    def view() -> Any:
        return View(data(), _way_to_root(env.variables["page"].url), runs=measured().runs)

    if found := checks.before_build(build_day()):
        raise _stop(BadDataError(found))

    # One engine comes here for each page, the other calls on_post_page_macros.
    source = getattr(getattr(env, "page", None), "path", "")
    env.conf["markdown_extensions"] += [RawHtml()]
    if not source:  # where it comes once, ``env`` knows the page that is rendered
        env.conf["markdown_extensions"] += [first_uses.FirstUses(lambda: _here(env))]
    extra = env.conf["extra"]
    extra["frameworks"] = [
        {"name": each.name, "version": each.version} for each in data().comparison.frameworks
    ]
    last_run = run.day if (run := data().run) else None
    extra["last_run"] = str(last_run or "")
    days = page_facts.changed_days(load.ROOT)
    env.variables["with_marks_bound"] = prose.with_marks_bound
    env.variables["page_facts"] = lambda source, text: page_facts.facts(
        text, source, days, last_run
    )
    if source:
        env.page.meta["facts"] = page_facts.facts(None, source, days, last_run)
    repository = extra["repository"]
    macros = {
        "matrix": lambda: tables.matrix(view()),
        "group_table": lambda group: tables.group_table(view(), group),
        "group_rows": lambda group: sections.group_sections(view(), group),
        "group_list": lambda: tables.group_list(view()),
        "pair_table": lambda first, second: tables.pair_table(view(), first, second),
        "rows_table": lambda ids, caption: tables.rows_table(view(), ids, caption),
        "legend": badges.legend,
        "answer": lambda row, framework: prose.inline_answer(view(), row, framework),
        "cite": lambda row, framework=None: prose.cite(view(), row, framework),
        "count": lambda what: prose.count(view().ledger, what),
        "score": lambda: prose.score(view()),
        "specimen": lambda row: specimen.specimen(view(), row),
        "probe": lambda row, framework: proofs.probe_block(
            view().data.row(row),
            framework,
            sources.probe_sources(view().data.row(row).group, [framework]),
        ),
        "version": lambda framework: view().data.framework(framework).version,
        "proofs": lambda group, framework: proofs.framework_proofs(
            view(), group, framework, sources.probe_sources(group, [framework]), repository
        ),
        "release_table": lambda: release_series.release_table(view()),
        "release_count": lambda framework, kind="release": release_series.release_count(
            view(), framework, kind
        ),
        "newest_release": lambda framework, kind="release": release_series.newest_release(
            view(), framework, kind
        ),
        "releases_day": lambda: release_series.releases_day(view()),
        "package_table": lambda: packages.package_table(view()),
        "proof_list": lambda: proof_lists.group_list(view()),
        "proof_table": lambda group: proof_lists.cell_table(view(), group),
        "gaps": lambda: proofs.gaps(view()),
        "claim_table": lambda: claims.claim_table(view(), checked()),
        "claim_sections": lambda topic: claims.claim_sections(view(), checked(), topic, measured()),
        "claim_count": lambda source="": claims.claim_count(checked(), source),
        "verdict_legend": claims.verdict_legend,
        "prediction": lambda name, question, choices, answer: predictions.prediction(
            view(), name, question, choices, answer
        ),
        "course_progress": lambda: course.course_progress(view()),
        "step_progress": lambda step: course.step_progress(view(), step),
        "step_done": course.step_done,
        "quiz": lambda part: quiz.quiz(view(), part),
        "quiz_parts": lambda: quiz.quiz_parts(view()),
        "quiz_size": lambda: quiz.quiz_size(view()),
        "term": lambda name, shown=None: glossary.term(view(), name, shown),
        "support_timeline": lambda: charts.support_timeline(view()),
        "chooser": lambda: chooser_page.form(view()),
        "chooser_needs": lambda: chooser_page.needs_table(view()),
        "chooser_rules": lambda: chooser_rules.rules(view()),
        "chooser_shares": lambda: chooser_shares.shares_table(view()),
        "chooser_ties": lambda: chooser_shares.share_of_ties(view()),
        "chooser_repeated": lambda: chooser_shares.rows_under_several(view()),
        "changes": lambda: changes.changes(view(), history.read_history(load.EVIDENCE / "history")),
        "diagram": diagrams.figure,
        "modules": house.modules,
        "asserted": pitfalls.asserted,
        "tested": pitfall_tests.tested,
        "page_tests": lambda: pitfall_tests.page_tests(
            (load.ROOT / "docs" / (source or _here(env)[0])).read_text(encoding="utf-8"), repository
        ),
        "example": examples.example,
        "examples_table": lambda: examples.examples_table(f"{view().root}build/"),
    }
    macros |= {
        name: lambda *given, show=show: show(measured(), *given)
        for name, show in performance.MACROS.items()
    }
    for name, function in macros.items():
        env.macro(function, name)


def on_post_page_macros(env: Any) -> None:
    """Hand the facts about a page to the templates; called by the engine for each page."""
    page = env.page
    env.markdown = env.variables["with_marks_bound"](env.markdown)
    known = env.variables["page_facts"](page.file.src_uri, env.markdown)
    page.meta["facts"] = known
    page.update_date = str(known["modified"] or build_day())  # for the sitemap


def _here(env: Any) -> tuple[str, str]:
    """Return the source of the page that is rendered, and the way from it to the root."""
    page = env.variables["page"]
    return page.file.src_uri, _way_to_root(page.url)


def _way_to_root(url: str) -> str:
    folders = url.count("/")
    return "../" * folders


def build_day() -> date:
    """Return the day that the site speaks of: SOURCE_DATE_EPOCH where set, else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(UTC).date()


def _stop(error: Exception) -> Exception:
    """Return an exception that ends a build with its text alone, and a preview's rebuild too.

    The engine's command line prints a ClickException without a traceback; its preview
    server does the same for a SystemExit and goes on serving.
    """
    from click import ClickException

    class BuildStoppedError(ClickException, SystemExit):
        code = 1

    return BuildStoppedError(f"the data has problems:\n{error}")
