"""A copy of the built site that opens from the file system, as a folder and as one zip file.

No server means: a link must name its file, and nothing can be fetched. So links to a folder get
`index.html`, and the search's index becomes a script, which may be loaded where data may not.
"""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from builder import beside, search_index, site
from macros.load import ROOT

NAME = "test-drive"
TARGET = ROOT / "offline"
LIMIT = 5_000_000  # bytes of the zip
SCRIPT = "search/search_index.js"
# What only a server or a search engine asks for, and what is published beside the site.
_LEFT_OUT = (
    "404.html",
    "sitemap.xml",
    "sitemap.xml.gz",
    "robots.txt",
    beside.BOOK,
    beside.ZIP,
)
_LINK = re.compile(
    r"""(?P<head><(?:a|link|area)\b[^>]*?\shref=)(?P<quote>["']?)(?P<way>[^"'\s>]*)(?P=quote)"""
)


class NoSiteError(Exception):
    """There is no built site to copy; the text says what to do."""


class TooLargeError(Exception):
    """The zip is larger than what we promise."""


def build(source: Path = site.SITE, target: Path = TARGET) -> Path:
    """Write the folder and the zip into ``target``; return the zip.

    Raises NoSiteError without a built site, TooLargeError above the promised size. Until all is
    written ``target`` is not touched.
    """
    if not (source / "index.html").is_file():
        raise NoSiteError(f"{source}: no built site; expected its index.html; run make site")
    fresh = target.with_name(f"{target.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(source, fresh / NAME, ignore=shutil.ignore_patterns(*_LEFT_OUT))
    for page in sorted((fresh / NAME).rglob("*.html")):
        html = beside.without_links(page.read_text(encoding="utf-8"))
        page.write_text(with_files(html), encoding="utf-8", newline="\n")
    _search_as_script(fresh / NAME)
    packed = pack(fresh / NAME, fresh / f"{NAME}.zip")
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
    return target / packed.name


def with_files(html: str) -> str:
    """Return a page whose links to a folder name the page in it."""
    return _LINK.sub(lambda link: f'{link["head"]}"{file_of(link["way"])}"', html)


def file_of(way: str) -> str:
    """Return the way to a file where ``way`` leads to a folder of this site."""
    parts = urlsplit(way)
    if parts.scheme or parts.netloc or not parts.path:
        return way
    last = parts.path.rpartition("/")[2]
    if last not in ("", ".", ".."):
        return way
    folder = parts.path if last == "" else f"{parts.path}/"
    return parts._replace(path=f"{folder.removeprefix('./')}index.html").geturl()


def _search_as_script(folder: Path) -> None:
    file = folder / search_index.FILE
    index = json.loads(file.read_text(encoding="utf-8"))
    index["pages"] = [[file_of(way or "./"), title] for way, title in index["pages"]]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    (folder / SCRIPT).write_text(f"globalThis.tdSearchIndex={text};\n", encoding="utf-8")
    file.unlink()


def pack(folder: Path, file: Path) -> Path:
    """Write a folder as a zip, the same bytes for the same files; return the zip.

    Raises TooLargeError above LIMIT.
    """
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for member in sorted(each for each in folder.rglob("*") if each.is_file()):
            name = f"{NAME}/{member.relative_to(folder).as_posix()}"
            entry = zipfile.ZipInfo(name, _moment())
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, member.read_bytes())
    size = file.stat().st_size
    if size > LIMIT:
        raise TooLargeError(
            f"{file}: {size:,} bytes; expected at most {LIMIT:,}; leave something out"
        )
    return file


def _moment() -> tuple[int, int, int, int, int, int]:
    """Return the time of the last commit, which every file in the zip bears."""
    told = site.environment().get("SOURCE_DATE_EPOCH") or "0"
    day = datetime.fromtimestamp(max(int(told), 315_532_800), UTC)  # a zip begins in 1980
    return day.year, day.month, day.day, day.hour, day.minute, day.second // 2 * 2


def main() -> int:
    """Build the copy, say where it lies; return the exit code."""
    try:
        packed = build()
    except (NoSiteError, TooLargeError) as error:
        print(error)
        return 1
    if site.SITE.is_dir():
        shutil.copyfile(packed, site.SITE / packed.name)
        beside.link(site.SITE, packed.name)
    size = packed.stat().st_size / 1e6
    print(f"{packed.relative_to(ROOT)}: {size:.1f} MB; unpacked: offline/{NAME}/index.html")
    return 0
