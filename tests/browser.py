"""Find a Chromium for the tests, or get one: installed, then Playwright's own, then apt."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
ADVICE = (
    "browser: no Chrome or Chromium found and none could be installed; the browser tests need "
    "one; install Chromium (on Debian and Ubuntu: sudo apt-get install chromium) and run make "
    "test again"
)


def find() -> str | None:
    """Return the path of an installed Chrome or Chromium, or of Playwright's own."""
    named = os.environ.get("CHROME_PATH")
    installed = next((path for name in NAMES if (path := shutil.which(name))), None)
    return named or installed or (str(MAC) if MAC.exists() else None) or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> str | None:
    """Install a browser: Playwright's own, else Debian's as root; return its path or None."""
    _run(sys.executable, "-m", "playwright", "install", "chromium")
    if find() is None and Path("/etc/debian_version").exists() and os.geteuid() == 0:
        _run("apt-get", "update", "-qq")
        _run("apt-get", "install", "-y", "-qq", "chromium")
    return find()


def _run(*command: str) -> None:
    print("browser:", " ".join(command[-4:]), flush=True)
    subprocess.run(command, check=False)


def main() -> int:
    """Make sure that there is a browser; return the exit code."""
    if find() or install():
        return 0
    print(ADVICE, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
