"""The quicker ways of the layout engine: on pages that need each of them no byte differs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.book_tools import told_by

pytestmark = pytest.mark.book

BOXES = """<style>
body { font: 10pt/1.4 serif }
table { border-collapse: collapse; width: 90% }
td { border: 1pt solid; padding: 2% } .apart { border-collapse: separate; border-spacing: 2pt }
.box { box-sizing: border-box; width: 50%; padding: 1em; max-height: 40% }
.left { float: left; min-width: 3em } .over { position: relative; top: 1em }
.round { border: 2pt solid; border-radius: 4pt; padding: 0 3pt }
.oval { border: 1pt solid; border-radius: 30% / 50%; width: 40% } .half { width: 50% }
.one { border: 1pt solid; border-radius: 0 0 0 9pt } .two { columns: 2 }
ol { list-style-type: lower-alpha; text-transform: uppercase }
li.star { list-style-type: "* " } li.star::marker { color: red }
</style><h1>Boxes</h1><p class="box">Some <b>bold</b> <i>words</i>.</p>
<p class="left">Left</p><p class="over">Over</p><div class="half"><p class="box">Narrow.</p></div>
<p>A <span class="round">frame that goes on from one line to the next, because what stands in it
is longer than a line of this page can be, whatever its margins are</span>.</p>
<p class="oval">Oval</p><div class="half"><p class="oval">Oval</p></div><p class="one">Corner</p>
<table><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>One</td></tr></tbody></table>
<table class="apart"><tbody><tr><td>Two</td><td>Three</td></tr></tbody></table>
<ul><li>First</li><li class="star">Second<ol><li>Inside</li></ol></li></ul>
<div class="two"><p>One column.</p><p>Another.</p></div>"""

PAGES = """<style>
@page { margin: 2cm; @top-left { content: string(head) } @bottom-right { content: counter(page) } }
@page :first { @top-left { content: none } @bottom-left { content: "First"; color: red } }
@page :left { margin-left: 4cm; @top-right { content: "Left" } }
@page :nth(4) { @top-center { content: "Fourth" } }
@page :blank { @top-center { content: "Blank" } }
@page wide { size: a4 landscape; @top-center { content: "Wide" } }
h1 { string-set: head content(); break-before: page }
.wide { page: wide } .right { break-before: right }
</style><h1>One</h1><p>Words.</p><h1>Two</h1><p>Words.</p><p class="wide">Across.</p><h1>Three</h1>
<p class="right">To the right.</p><p class="right">Again.</p>
<p class="wide">Across.</p><h1>End</h1>"""

LETTERS = (
    """<style>
body { font: 10pt/1.4 serif, "IBM Plex Sans Arabic", "Noto Serif Hebrew", "Noto Serif SC" }
.caps { font-variant-caps: small-caps } .even { text-align: justify }
.under { text-decoration: underline } .spaced { letter-spacing: .2em; font-kerning: none }
.apart { word-spacing: 1em } .narrow { width: 4cm } .cut { overflow: hidden; white-space: nowrap }
.dots { text-overflow: ellipsis } .clamp { block-ellipsis: auto; max-lines: 1; overflow: hidden }
.break { hyphens: auto } .any { overflow-wrap: anywhere; width: 2cm } .big { line-height: normal }
.left { float: left } .narrow > i { white-space: nowrap }
.first::first-letter { font-size: 20pt } .first::first-line { color: red } pre { tab-size: 3 }
</style><h1>Letters</h1><p>AVATAR, first office, Tokyo; To. Va\u0302r x\u0323\u0302 e\u0301.</p>
<p class="caps">Small capitals</p><p class="under">Under a line</p><p class="spaced">Spaced To</p>
<p class="apart">Words far apart</p><pre>code = 1\n\tmore = 2.5\n\n</pre>
<p class="even">Words that go on for so long that they need a second line, and a third line, because
each line but the last is made as wide as the page, and none of them would be so by itself.</p>
<p class="even narrow">Words that go on for so long that they need a second line.</p>
<p class="narrow">Words that go on.</p><p>Words that go on.</p>
<p class="any">Words-that-go-on-and-on</p>
<p class="narrow break" lang="en">Internationalization, notwithstanding uncharacteristically
soft\u00adhyphens\u00adof\u00adlong\u00adwords.</p>
<p class="narrow cut dots">Words that go on for so long.</p>
<p class="cut narrow">Words that go on.</p>
<p class="narrow clamp">Words that go on for so long that they need a second line.</p>
<p class="narrow">"""
    + ", ".join(f"<b>{'word' * (n % 4)}{n * n}</b><i> p. {n}</i>" for n in range(500))
    + """.</p>
<p class="left">A block that is as wide as its words at most, and whose words are measured before
the page says that they need a second line.</p>
<p class="narrow">Words that<b>go</b><i>on</i>and<code>on</code>
and <b>on</b>-<i>and</i> on.</p><pre class="narrow">one&#13;two&#x2029;three</pre>
<p class="first">First letter and first line of words that go on for so long that they need a second
line of this page.</p><p class="big">Normal</p><p lang="de">Gr\u00fc\u00dfe</p>
<p>\u05d0\u05d1\u05d2</p>
<p dir="rtl">\u05e9\u05dc\u05d5\u05dd \u0645\u064e\u0631\u0652\u062d\u064e\u0628\u064b\u0627 and
more.</p>
<p dir="rtl">\u0645\u064e\u0631\u0652\u062d\u064e\u0628\u064b\u0627</p>
<p dir="rtl">\u0645\u064e\u0631\u0652\u062d\u064e\u0628\u064b\u0627</p>
<p>\u05e9\u05dc\u05d5\u05dd, \u4e2d\u6587\u3002
No font has \u0e44\u0e17\u0e22.\u200b</p>"""
)


def laid_out(folder: Path, body: str, *, quickly: bool) -> bytes:
    """Return one piece, laid out with the quicker ways or without."""
    out = folder / f"{quickly}.pdf"
    leave = "" if quickly else "engine.quicken = lambda: None"
    text = f'<html lang="en"><head><title>Piece</title></head><body>{body}</body></html>'
    told_by(
        f"from book import engine, fonts\nfonts.check()\n{leave}\n"
        "from book.layout import Piece, lay_out\n"
        f"lay_out(Piece({text!r}, 'file:///', {str(out)!r}))"
    )
    return out.read_bytes()


@pytest.mark.parametrize("body", [BOXES, PAGES, LETTERS], ids=["boxes", "pages", "letters"])
def test_the_quicker_ways_of_the_engine_change_no_byte(body: str, tmp_path: Path) -> None:
    with_them, without = (laid_out(tmp_path, body, quickly=quickly) for quickly in (True, False))
    assert with_them == without
