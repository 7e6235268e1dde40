"""A strict content security policy in each page, with a hash for each script inside it."""

from __future__ import annotations

import base64
import hashlib
import re

# Scripts with a type that no browser runs (JSON data) need no hash.
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_RUNS = re.compile(r"""\btype=(?!["']?(?:text/javascript|module)\b)""")
_AFTER = re.compile(r"""<meta charset=["']?utf-8["']?\s*/?>""", re.IGNORECASE)


def with_policy(html: str) -> str:
    """Return the page with its policy right after the character set; other files unchanged."""
    place = _AFTER.search(html)
    if place is None:
        return html
    tag = f'\n<meta http-equiv="Content-Security-Policy" content="{policy(html)}">'
    return f"{html[: place.end()]}{tag}{html[place.end() :]}"


def policy(html: str) -> str:
    """Return the policy that lets a page load what lies beside it, and nothing else."""
    scripts = " ".join(["'self'", *sorted(set(_hashes(html)))])
    sources = {
        "default-src": "'none'",
        "script-src": scripts,
        **dict.fromkeys(("style-src", "font-src", "connect-src", "worker-src"), "'self'"),
        "img-src": "'self' data:",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in sources.items())


def _hashes(html: str) -> list[str]:
    found = [match for match in _SCRIPT.finditer(html) if _is_inline(match["attributes"])]
    digests = [hashlib.sha256(match["code"].encode()).digest() for match in found]
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


def _is_inline(attributes: str) -> bool:
    return "src=" not in attributes and not _RUNS.search(attributes)
