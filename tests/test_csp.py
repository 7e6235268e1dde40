"""Each page lets in what lies beside it, its own scripts by hash, and nothing else."""

from __future__ import annotations

import base64
import hashlib

from builder.csp import policy, with_policy

PAGE = (
    '<head><meta charset="utf-8"><script>one()</script><script src="a.js"></script>'
    '<script type="application/json">{"a": 1}</script></head>'
)


def test_a_script_in_the_page_is_named_by_its_hash() -> None:
    digest = base64.b64encode(hashlib.sha256(b"one()").digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}';" in policy(PAGE)


def test_data_and_files_need_no_hash() -> None:
    assert policy(PAGE).count("sha256-") == 1


def test_nothing_is_allowed_by_default_and_nothing_unsafe() -> None:
    assert policy("").startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in policy(PAGE)


def test_the_policy_stands_before_the_first_script() -> None:
    html = with_policy(PAGE)
    assert html.index("Content-Security-Policy") < html.index("<script>")


def test_a_file_that_is_no_page_stays_as_it_is() -> None:
    assert with_policy("<svg></svg>") == "<svg></svg>"
