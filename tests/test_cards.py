"""The cards of shared links: one a page, with its words, the same bytes each time."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.site_tools import ROOT, SITE_URL, built_site

PYTHON = ROOT / ".venv-cards" / "bin" / "python"
PNG = b"\x89PNG\r\n\x1a\n"
PAGES = ("index.html", "learn/flask/index.html", "404.html")
DATA = "data/v1/comparison.json"
ASK = """
import sys; from pathlib import Path; from builder import cards
for name in sys.argv[1:]:
    print(cards.words(Path(name).read_text(encoding="utf-8")))
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program of the cards' environment."""
    assert PYTHON.is_file(), "no .venv-cards; run make .venv-cards/ready"
    return subprocess.run(
        [PYTHON, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few pages of the built site with their cards."""
    folder = tmp_path_factory.mktemp("cards") / "site"
    for name in (*PAGES, DATA):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes((built_site() / name).read_bytes())
    told = run("-m", "builder.cards", str(folder))
    assert (told.returncode, told.stdout) == (0, "2 cards in site/assets/cards/\n"), told.stderr
    return folder


def test_each_page_names_its_own_card(small_site: Path) -> None:
    for page, card in (("index.html", "home"), ("learn/flask/index.html", "learn/flask")):
        text = (small_site / page).read_text(encoding="utf-8")
        named = re.findall(r'property="og:image" content="([^"]*)"', text)
        assert named == [f"{SITE_URL}assets/cards/{card}.png"]
        content = (small_site / "assets" / "cards" / f"{card}.png").read_bytes()
        assert content.startswith(PNG)
        sides = (int.from_bytes(content[at : at + 4]) for at in (16, 20))
        assert tuple(sides) == (1200, 630)
        assert len(content) < 40_000


def test_a_missing_page_keeps_the_common_card(small_site: Path) -> None:
    assert f"{SITE_URL}assets/card.png" in (small_site / "404.html").read_text(encoding="utf-8")


def test_a_card_says_section_title_description_and_versions() -> None:
    told = run("-c", ASK, *(str(built_site() / page) for page in PAGES)).stdout.splitlines()
    assert told[0].startswith("Words(section='', title='Test Drive', description='FastAPI, Flask")
    assert "section='Learn', title='Flask: minimal and flexible'" in told[1]
    assert re.search(r"versions='FastAPI [\d.]+, Flask [\d.]+, Django [\d.]+'", told[1])
    assert told[2] == "None"


def test_a_second_drawing_has_the_same_bytes(small_site: Path) -> None:
    ask = "import sys; from builder import cards; from pathlib import Path; " + (
        "cards.CACHE = Path(sys.argv[2]); "
        "text = Path(sys.argv[1]).read_text(encoding='utf-8'); "
        "known = cards.looks(Path(sys.argv[3])); "
        "sys.stdout.buffer.write(cards.drawn(cards.words(text), known))"
    )
    page = built_site() / "learn/flask/index.html"
    again = subprocess.run(
        [PYTHON, "-c", ask, page, small_site / "cache", small_site],
        cwd=ROOT, capture_output=True, check=True,
    )  # fmt: skip
    assert again.stdout == (small_site / "assets/cards/learn/flask.png").read_bytes()


def test_a_card_shows_each_framework_as_the_style_sheet_does(small_site: Path) -> None:
    ask = "import sys; from pathlib import Path; from builder import cards; " + (
        "print({name: look.color for name, look in cards.looks(Path(sys.argv[1])).items()})"
    )
    told = run("-c", ask, str(small_site)).stdout
    assert told == "{'FastAPI': '#00735a', 'Flask': '#8a5300', 'Django': '#0061a8'}\n"


def test_without_a_built_site_one_message_says_what_to_run(tmp_path: Path) -> None:
    told = run("-m", "builder.cards", str(tmp_path))
    assert told.returncode == 1
    assert told.stderr == f"{tmp_path}: no built site; expected index.html in it; run make site\n"
