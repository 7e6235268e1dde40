"""The fonts of the book: of pinned packages and one file here, never those of the machine."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent
CACHE = HERE.parent / ".cache" / "book-fonts"
PACKAGES = (
    "fontpkg_ibm_plex_serif",  # text
    "fontpkg_ibm_plex_sans_condensed",  # headings, tables, page numbers
    "fontpkg_ibm_plex_mono",  # code
    "fontpkg_ibm_plex_sans_arabic",
    "pylopdf_fonts_he",  # Hebrew
    "pylopdf_fonts_zh_cn",  # Chinese
)
_ALIASES = {
    "serif": "IBM Plex Serif",
    "sans-serif": "IBM Plex Sans Condensed",
    "monospace": "IBM Plex Mono",
}
ADVICE = (
    "book: the system library Pango could not be loaded; expected Pango 1.44 or newer; install it "
    "(Debian and Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0; macOS: brew install pango) and run make pdf again"
)


class MissingLibraryError(Exception):
    """The layout engine cannot start; the text says what to install."""


def use() -> None:
    """Let the layout engine see the fonts of the book and no others."""
    os.environ["FONTCONFIG_FILE"] = str(configuration())


def check() -> None:
    """Raise MissingLibraryError where the layout engine cannot start."""
    use()
    try:
        import weasyprint  # noqa: F401, PLC0415 -- loads the system libraries
    except OSError as error:
        print(f"book: {str(error).splitlines()[0]}", file=sys.stderr)
        raise MissingLibraryError(ADVICE) from error


def configuration() -> Path:
    """Write the list of font folders for this installation; return its path."""
    CACHE.mkdir(parents=True, exist_ok=True)
    file = CACHE / "fonts.conf"
    text = _text()
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        fresh = file.with_suffix(f".{os.getpid()}")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(file)
    return file


def _text() -> str:
    folders = [HERE / "fonts", *(_folder(package) for package in PACKAGES)]
    lines = [f"<dir>{escape(str(folder))}</dir>" for folder in folders]
    lines += [
        f"<alias><family>{name}</family><prefer><family>{family}</family></prefer></alias>"
        for name, family in _ALIASES.items()
    ]
    lines.append(f"<cachedir>{escape(str(CACHE))}</cachedir>")
    body = "\n".join(lines)
    head = '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
    return f"{head}\n<fontconfig>\n{body}\n</fontconfig>\n"


def files() -> list[Path]:
    """Return one file of each family: all its weights draw the same characters."""
    folders = [HERE / "fonts", *(_folder(package) for package in PACKAGES)]
    return [
        file
        for folder in folders
        for file in sorted(folder.rglob("*.[ot]tf"))
        if file.stem.endswith(("Regular", "-Variable", "Symbols"))
    ]


def _folder(package: str) -> Path:
    found = find_spec(package)
    if found is None or found.origin is None:
        raise MissingLibraryError(
            f"book: no package {package}; expected the set of requirements/book.txt; run make pdf"
        )
    return Path(found.origin).parent
