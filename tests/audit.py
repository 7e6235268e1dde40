"""`make audit`: look at every page in every way, which takes too long for each `make test`.

Barriers on every page at three widths in both schemes, the HTML checker on every page, and the
table of the budget.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from macros.program import exit_code
from tests import budget
from tests.barriers import VIEWS, barriers
from tests.site_tools import ROOT, address_of, built_site, nav_pages
from tests.visits import Visit, chromium, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHECKER = ROOT / "tests" / "checker"
JAR = CHECKER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


class CheckerMissingError(Exception):
    """The HTML checker cannot run here; the text says what it needs."""


def html_problems(site: Path) -> list[str]:
    """Return a line for each error and warning of the Nu HTML checker.

    Raises CheckerMissingError where Java is missing, or npm before the first run.
    """
    files = [str(file) for file in sorted(site.rglob("*.html"))]
    command = [_java(), "-Xss4m", "-jar", str(_jar()), "--format", "json"]
    ran = subprocess.run(
        [*command, "--exit-zero-always", *files], capture_output=True, text=True, check=False
    )
    if ran.returncode:
        raise CheckerMissingError(f"audit: the HTML checker failed: {ran.stderr[-500:]}")
    told = json.loads(ran.stderr or '{"messages": []}')["messages"]
    return [_line(site, one) for one in told if one["type"] == "error" or one.get("subType")]


def _line(site: Path, message: dict[str, str]) -> str:
    file = message.get("url", "").removeprefix("file:").removeprefix(str(site.resolve()))
    return f"{file}:{message.get('lastLine', 1)}: {message['message']}"


def _java() -> str:
    java = shutil.which("java")
    if java is None:
        raise CheckerMissingError(
            "audit: no Java found; the HTML checker needs one; install it (on Debian and Ubuntu: "
            "sudo apt-get install default-jre-headless) and run make audit again"
        )
    return java


def _jar() -> Path:
    if JAR.is_file():
        return JAR
    npm = shutil.which("npm")
    if npm is None:
        raise CheckerMissingError(
            "audit: the HTML checker is not installed and there is no npm to install it; install "
            "Node 20 or newer and run make audit again"
        )
    install = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run(install, cwd=CHECKER, check=True, stdout=subprocess.DEVNULL)
    return JAR


def all_barriers(browser: Browser, home: str) -> Iterator[str]:
    """Yield a line for each barrier of every page, in every view."""
    for source in nav_pages():
        with browser.new_context() as context:
            visit = Visit(context, home)
            visit.go(address_of(source))
            yield from (f"/{address_of(source)}: {line}" for line in barriers(visit.page, VIEWS))
            yield from (f"/{address_of(source)}: console: {error}" for error in visit.errors)


def main() -> int:
    """Audit the built site; return 1 when there is anything to mend."""
    found: list[str] = []
    try:
        found += html_problems(built_site())
    except CheckerMissingError as error:
        found.append(str(error))
    with chromium() as browser, served(built_site()) as home:
        found += all_barriers(browser, home)
    budget.main()
    print("\n".join([*found, f"audit: {len(found)} to mend"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(exit_code(main))
