"""Every page is valid HTML: the Nu HTML checker finds neither an error nor a warning."""

from __future__ import annotations

import shutil

import pytest

from tests.audit import html_problems
from tests.site_tools import built_site

HAS_CHECKER = all(map(shutil.which, ("java", "npm")))


@pytest.mark.skipif(not HAS_CHECKER, reason="the HTML checker needs Java and npm; CI has both")
def test_every_page_is_valid() -> None:
    found = html_problems(built_site())
    assert not found, "\n".join(["", *found[:40], f"{len(found)} in all, budget 0"])
