"""Each page has a twin in Markdown that says the same."""

from __future__ import annotations

import html
import re

from builder.export.markdown import convert
from tests.site_pages import pages
from tests.site_tools import SITE_URL, built_site

FENCE = re.compile(r"(?ms)^\s*(?:> )*(`{3,})[^\n]*\n.*?^\s*(?:> )*\1$")
WORD = re.compile(r"\w{3,}")


def without_code(text: str) -> str:
    """Return Markdown without its code."""
    return re.sub(r"``? ?.+? ?``?", "", FENCE.sub("", text))


def test_every_page_has_its_twin_and_names_it() -> None:
    site = built_site()
    for page in pages():
        if page.address != "404.html" and page.links:
            assert (site / page.address / "index.md").is_file(), page.address
            assert "index.md" in page.links, page.address


def test_a_twin_has_the_headings_of_its_page() -> None:
    for page in sorted(built_site().rglob("index.md")):
        source = page.with_suffix(".html").read_text(encoding="utf-8")
        article = source[source.index("<article") : source.rindex("</article>")]
        wanted = re.findall(r"<h([1-6])\b[^>]*>(.*?)</h\1>", article, re.DOTALL)
        marks = re.findall(r"(?m)^(?:> )*\s*(#{1,6}) ", FENCE.sub("", page.read_text("utf-8")))
        assert [len(mark) for mark in marks] == [int(level) for level, _ in wanted], page


def test_a_twin_holds_the_words_of_its_page() -> None:
    for file in ("compare/security", "evidence/gaps", "glossary", "build/json_body", "learn/flask"):
        folder = built_site() / file
        source = (folder / "index.html").read_text(encoding="utf-8")
        article = source[source.index("<h1") : source.rindex("</article>")]
        left_out = r"<(svg|script|button|form|footer)\b.*?</\1>|<a class=.?td-up.*?</a>"
        article = re.sub(left_out, "", article, flags=re.DOTALL)
        twin = (folder / "index.md").read_text(encoding="utf-8").replace("\\", "")
        plain = re.sub(r"<[^>]+>", " ", re.sub(r"</?(?:wbr|code|span|a|b|em)\b[^>]*>", "", article))
        words = {*WORD.findall(html.unescape(plain))}
        missing = words - {*WORD.findall(html.unescape(twin))}
        assert missing == set(), file


def test_no_twin_holds_a_tag() -> None:
    for file in sorted(built_site().rglob("index.md")):
        assert re.findall(r"<[a-z/!]", without_code(file.read_text(encoding="utf-8"))) == [], file


def test_llms_lists_every_twin() -> None:
    text = (built_site() / "llms.txt").read_text(encoding="utf-8")
    assert text.startswith("# Test Drive\n\n> ")
    listed = re.findall(rf"\]\({re.escape(SITE_URL)}(.*?)index\.md\)", text)
    twins = [file.parent.relative_to(built_site()) for file in built_site().rglob("index.md")]
    assert sorted(listed) == sorted("" if str(t) == "." else f"{t.as_posix()}/" for t in twins)


def test_a_table_becomes_a_table() -> None:
    table = "<table><tr><th>A|B</th><th>C</th></tr><tr><td><p>1</p></td><td>2\n3</td></tr></table>"
    assert convert(table) == "| A\\|B | C |\n| --- | --- |\n| 1 | 2 · 3 |\n"


def test_lists_quotes_and_terms_keep_their_shape() -> None:
    text = (
        "<ol><li>One<ul><li>Inner</li></ul></li><li>Two</li></ol><blockquote><p>Q</p></blockquote>"
    )
    assert convert(text) == "1. One\n  - Inner\n2. Two\n\n> Q\n"
    assert convert("<dl><dt>T</dt><dd>D</dd></dl>") == "- **T:** D\n"


def test_code_keeps_its_language_and_its_lines() -> None:
    block = "<pre><span></span><code>a &lt; b\n\nc</code></pre>"
    code = f'<div class="language-python highlight">{block}</div>'
    assert convert(code) == "```python\na < b\n\nc\n```\n"


def test_each_tab_is_labeled() -> None:
    tabs = (
        '<div class="tabbed-set"><div class="tabbed-labels"><label for="a">X</label>'
        '<label for="b">Y</label></div><div class="tabbed-content"><div class="tabbed-block">'
        '<p>1</p></div><div class="tabbed-block"><p>2</p></div></div></div>'
    )
    assert convert(tabs) == "**X**\n\n1\n\n**Y**\n\n2\n"


def test_what_is_text_in_the_page_stays_text_in_the_twin() -> None:
    text = "<p>&lt;script&gt;x&lt;/script&gt; [a](javascript:b) *c* `d`</p>"
    assert convert(text) == "&lt;script&gt;x&lt;/script&gt; \\[a\\](javascript:b) \\*c\\* \\`d\\`\n"
