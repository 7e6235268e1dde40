"""What a page tells programs: language, canonical address, pictures and structured data."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.site_tools import SITE_URL, address_of, built_site, nav_pages

DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
META = re.compile(r'<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)">')
ADDRESSES = [address_of(source) for source in nav_pages()]


def text_of(address: str) -> str:
    return (built_site() / address / "index.html").read_text(encoding="utf-8")


def structured(address: str) -> dict[str, Any]:
    """Return the structured data of a page by its type."""
    found = [json.loads(each) for each in DATA.findall(text_of(address))]
    return {each["@type"]: each for each in found}


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_tells_its_language_its_address_and_its_picture(address: str) -> None:
    text = text_of(address)
    meta = dict(META.findall(text))
    assert '<html lang="en"' in text
    assert f'<link rel="canonical" href="{SITE_URL}{address}">' in text
    assert meta["og:url"] == SITE_URL + address
    assert meta["og:image"].startswith(f"{SITE_URL}assets/")
    assert (built_site() / meta["og:image"].removeprefix(SITE_URL)).is_file()
    assert meta["twitter:card"] == "summary_large_image"
    assert meta["og:title"]
    assert meta["og:description"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_structured_data_names_the_page_and_where_it_stands(address: str) -> None:
    kinds = structured(address)
    about = next(data for kind, data in kinds.items() if kind != "BreadcrumbList")
    assert about["url"] == SITE_URL + address
    assert about["@context"] == "https://schema.org"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", about["dateModified"])
    if address:
        steps = kinds["BreadcrumbList"]["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert (steps[0]["item"], steps[-1]["item"]) == (SITE_URL, SITE_URL + address)


@pytest.mark.parametrize(
    ("address", "kind"),
    [("", "WebSite"), ("learn/flask/", "TechArticle"), ("compare/security/", "Dataset")],
)
def test_each_kind_of_page_is_called_what_it_is(address: str, kind: str) -> None:
    assert kind in structured(address)


def test_the_site_map_holds_every_page_with_a_day() -> None:
    listed = (built_site() / "sitemap.xml").read_text(encoding="utf-8")
    places = re.findall(r"<loc>([^<]+)</loc>\s*<lastmod>(\d{4}-\d\d-\d\d)</lastmod>", listed)
    assert sorted(place for place, _ in places) == sorted(SITE_URL + each for each in ADDRESSES)


def test_a_missing_page_is_not_structured_data() -> None:
    assert not DATA.search(Path(built_site() / "404.html").read_text(encoding="utf-8"))
