"""Write everything that programs read into the built site."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from builder.cache import Cache
from builder.export import badge, commit, document, feeds, formats, moved, news, spreadsheet, twins
from builder.export.document import Place
from builder.export.model import OneRow, Whole
from macros.history import read_history
from macros.ledger import Ledger
from macros.load import EVIDENCE, ROOT
from macros.published import Published, Redirects, read_published, read_redirects
from macros.text import series

FOLDER = Path("data") / "v1"
CACHE = ROOT / ".cache" / "twins.json"
RECORDS = ROOT / "benchmarks" / "records"


def write(site: Path, ledger: Ledger) -> None:
    """Write the data, the feeds, the badges and the twins into ``site``, and old addresses.

    Raises BadDataError for a bad record or redirect.
    """
    published = read_published()
    redirects = read_redirects(ledger.comparison, published)
    place = Place(twins.site_url(_home(site)), commit.of_data(ROOT))
    moved.write_anchors(site, moved.of_today(ledger))
    found = twins.twins(site, Cache(CACHE, twins.maker()))
    twins.write(site, found)
    moved.write_pages(site, redirects, place.site_url)
    write_data(site / FOLDER, ledger, place, published, redirects)
    _write(site, {"llms.txt": twins.llms(place.site_url, found, _compared(ledger))})


def write_data(
    folder: Path, ledger: Ledger, place: Place, published: Published, redirects: Redirects
) -> None:
    """Write the files below `/data/v1/` into ``folder``."""
    whole = document.whole(ledger, place)
    _write(folder, _texts(whole, ledger, place))
    _write(folder / "feeds", _feeds(ledger, published, place))
    _copy_records(EVIDENCE, folder / "evidence")
    _copy_records(EVIDENCE / "history", folder / "evidence" / "history")
    names = _copy_records(RECORDS, folder / "measurements")
    _write(folder / "measurements", {"index.json": json.dumps(names) + "\n"})
    moved.copy_files(folder, redirects)


def _compared(ledger: Ledger) -> str:
    return series([framework.name for framework in ledger.comparison.frameworks])


def _home(site: Path) -> str:
    home = site / "index.html"
    return home.read_text("utf-8") if home.exists() else ""


def _texts(whole: Whole, ledger: Ledger, place: Place) -> Mapping[str, str]:
    data, day = ledger.comparison, ledger.today
    pages = {row.id: row.page for row in whole.rows}
    rows = {row.row.id: row for row in document.single_rows(whole)}
    return {
        "comparison.json": whole.model_dump_json(exclude_none=True) + "\n",
        "comparison.csv": spreadsheet.text(whole),
        "openapi.json": formats.text(formats.openapi(place.site_url, _compared(ledger))),
        "schema/comparison.json": formats.text(formats.schema(Whole)),
        "schema/row.json": formats.text(formats.schema(OneRow)),
        **{
            f"rows/{name}.json": row.model_dump_json(indent=1, exclude_none=True) + "\n"
            for name, row in rows.items()
        },
        **{f"badges/{row.id}.svg": badge.svg(row, data.frameworks, day) for row in data.rows},
        **{
            f"badges/{row.id}.html.txt": badge.snippet(row, data.frameworks, pages[row.id], day)
            for row in data.rows
        },
    }


def _feeds(ledger: Ledger, published: Published, place: Place) -> Mapping[str, str]:
    data = ledger.comparison
    all_news = news.news(ledger, published, read_history(EVIDENCE / "history"))
    since = max(framework.released for framework in data.frameworks)
    title = "Test Drive: changed verdicts"
    texts = {"all.atom": feeds.feed("all", title, place.site_url, all_news, since)}
    for framework in data.frameworks:
        mine = [each for each in all_news if each.framework == framework]
        name = f"{title}, {framework.name}"
        feed = feeds.feed(framework.id, name, place.site_url, mine, framework.released)
        texts[f"{framework.id}.atom"] = feed
    return texts


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    for parent in sorted({(folder / name).parent for name in texts}):
        parent.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())


def _copy_records(source: Path, target: Path) -> list[str]:
    """Copy the JSON files of one folder; return their names without the ending."""
    target.mkdir(parents=True, exist_ok=True)
    files = sorted(source.glob("*.json")) if source.exists() else []
    for file in files:
        shutil.copyfile(file, target / file.name.removeprefix("_"))
    return [file.stem for file in files]
