"""No space of a page waits for what follows before it has a place."""

from __future__ import annotations

import re

from builder.spaces import settled
from tests.site_tools import built_site

_INLINE = "(?:a|b|code|em|kbd|small|span|strong)"
_CODE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
_LONE_SPACE = re.compile(rf"</{_INLINE}>\s+<{_INLINE}\b.{{0,40}}")


def in_article(html: str) -> str:
    """Return what becomes of a part of a page's text."""
    done = settled(f"<article>{html}</article>")
    return done.removeprefix("<article>").removesuffix("</article>")


def test_a_cell_begins_and_ends_with_what_it_holds() -> None:
    assert settled('<td title="a > b">\n <p>x</p></td>') == '<td title="a > b"><p>x</p></td>'
    assert settled("<dd>\n more words\n</dd>") == "<dd>more words</dd>"


def test_a_space_after_words_belongs_to_them() -> None:
    level, proof = '<span class="support s-none">None', '<a class="state st-proved">Proved</a>'
    assert in_article(f"{level}</span>\n{proof}") == f"{level} </span>{proof}"
    assert in_article("<strong>a</strong> <code>b</code>") == "<strong>a </strong><code>b</code>"


def test_a_space_after_a_link_or_code_keeps_its_place_by_its_style() -> None:
    space = '<span class="td-space"> </span>'
    assert in_article("<a>a</a> <a>b</a>") == f"<a>a</a>{space}<a>b</a>"
    code, small = "<code>a</code>", "<small>b</small>"
    assert in_article(f"{code}\n{small}") == f"{code}{space}{small}"


def test_code_and_what_is_not_the_text_stay_to_the_letter() -> None:
    code = '<pre><code><span class="k">a</span> <span class="s">b</span></code></pre>'
    assert in_article(code) == code
    assert settled("<nav><a>a</a> <a>b</a></nav>") == "<nav><a>a</a> <a>b</a></nav>"


def test_no_page_has_a_lone_space_in_its_text() -> None:
    for file in built_site().rglob("*.html"):
        text = file.read_text(encoding="utf-8").partition("<article")[2].rpartition("</article>")[0]
        assert _LONE_SPACE.findall(_CODE.sub("", text)) == [], file
