"""Ask the addresses of other sites that the built pages link to whether they still answer."""

from __future__ import annotations

import asyncio
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import httpx

from macros.load import ROOT
from upkeep.words import code, counted

AT_ONCE = 8  # addresses; and of one host
AT_ONCE_OF_A_HOST = 2
TRIES = 3
FIRST_PAUSE = 1.0  # seconds; each later one is four times as long
SECONDS = 30.0
LARGEST = 5_000_000  # bytes that are read to find an anchor
GONE = (404, 410)
AGENT = "test-drive-links (a weekly look at the links of a documentation site)"
Links = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Answer:
    """What came of asking one address: "" for ``wrong`` where it answers as it should."""

    address: str
    wrong: str = ""
    dead: bool = False


def external(site: Path, own: Iterable[str]) -> Links:
    """Return the addresses outside of ``own`` that a built site links to, each with its pages."""
    ours, found = tuple(own), defaultdict(set)
    for file in sorted(site.rglob("*.html")):
        page = file.relative_to(site).as_posix().removesuffix("index.html")
        for address in _links(file.read_text(encoding="utf-8")):
            if not address.startswith(ours):
                found[address].add(page or "index.html")
    return {address: tuple(sorted(found[address])) for address in sorted(found)}


def own_addresses(config: Path = ROOT / "mkdocs.yml") -> tuple[str, ...]:
    """Return the addresses of the site and of its repository, which other tests look after."""
    text = config.read_text(encoding="utf-8")
    found = re.search(r"^  repository: (\S+)$", text, re.M), re.search(r'SITE_URL, "(\S+?)"', text)
    return tuple(match[1] for match in found if match)


class _Anchors(HTMLParser):
    """Collects the addresses of other sites that a page links to, and its own anchors."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.anchors |= {given[key] for key in ("id", "name") if key in given}
        if tag == "a" and re.match(r"https?://", given.get("href", "")):
            self.links.append(given["href"])


def _links(html: str) -> Iterator[str]:
    reader = _Anchors()
    reader.feed(html)
    yield from reader.links


class OfflineError(Exception):
    """No other site answers; the text says what would have been asked."""


def check_network(links: Links) -> None:
    """Raise OfflineError where none of the hosts with the most links can be reached at all."""
    hosts = Counter(urlsplit(address).netloc for address in links)
    first: dict[str, str] = {}
    for address in links:
        first.setdefault(urlsplit(address).netloc, address)
    asked = [first[host] for host, _ in hosts.most_common(AT_ONCE)]
    reasons = asyncio.run(_unreachable(asked))
    if links and all(reasons):
        raise OfflineError(_offline(hosts, len(links), dict(zip(asked, reasons, strict=True))))


async def _unreachable(addresses: Iterable[str]) -> list[str]:
    """Return for each address why its host cannot be reached, "" where it answers anything."""

    async def reason(client: httpx.AsyncClient, address: str) -> str:
        try:
            async with client.stream("GET", address):
                return ""
        except (httpx.NetworkError, httpx.ConnectTimeout, httpx.ProxyError) as error:
            return f"{type(error).__name__}: {error}".removesuffix(": ")
        except httpx.HTTPError:
            return ""  # somebody is there

    headers = {"User-Agent": AGENT}
    async with httpx.AsyncClient(timeout=SECONDS, headers=headers) as client:
        return list(await asyncio.gather(*(reason(client, address) for address in addresses)))


def _offline(hosts: Counter[str], count: int, tried: Mapping[str, str]) -> str:
    address, reason = next(iter(tried.items()))
    return "\n".join(
        [
            f"links: no way to other sites: none of {counted(len(tried), 'host')} answered "
            f"({address}: {reason}); expected a network; connect and run make links again",
            f"{counted(count, 'link')} of {counted(len(hosts), 'host')} would have been asked:",
            *(f"  {number:4} {host}" for host, number in hosts.most_common()),
        ]
    )


def ask_all(addresses: Iterable[str]) -> list[Answer]:
    """Ask every address, few at a time and gently with each host; return all answers."""
    return asyncio.run(_ask_all(list(addresses)))


async def _ask_all(addresses: list[str]) -> list[Answer]:
    pages: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        pages[urldefrag(address).url].append(address)
    everywhere = asyncio.Semaphore(AT_ONCE)
    hosts: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(AT_ONCE_OF_A_HOST))
    headers = {"User-Agent": AGENT, "Accept": "text/html,*/*"}
    async with httpx.AsyncClient(timeout=SECONDS, headers=headers, follow_redirects=True) as client:

        async def asked(page: str, wanted: list[str]) -> list[Answer]:
            async with hosts[urlsplit(page).netloc], everywhere:
                return await _ask(client, page, wanted)

        groups = await asyncio.gather(*(asked(page, wanted) for page, wanted in pages.items()))
    return [answer for group in groups for answer in group]


async def _ask(client: httpx.AsyncClient, page: str, wanted: list[str]) -> list[Answer]:
    """Ask for one page, again after a fault that may pass, and look for the anchors in it."""
    wrong = ""
    for attempt in range(TRIES):
        try:
            async with client.stream("GET", page) as response:
                if response.status_code in GONE:
                    return [Answer(each, f"{response.status_code}", dead=True) for each in wanted]
                if response.is_success:
                    anchors = await _anchors(response)
                    return [_found(each, anchors) for each in wanted]
                wrong = f"{response.status_code}"
        except httpx.HTTPError as error:
            wrong = f"{type(error).__name__}: {error}".removesuffix(": ")
        await asyncio.sleep(FIRST_PAUSE * 4**attempt)
    # A site that refuses programs or has a bad hour is not a dead link.
    return [Answer(each, wrong, dead=wrong.startswith("ConnectError")) for each in wanted]


async def _anchors(response: httpx.Response) -> set[str] | None:
    """Return the anchors of an answer, or None where they cannot be known."""
    if "html" not in response.headers.get("content-type", ""):
        return None
    body = bytearray()
    async for part in response.aiter_bytes():
        body += part
        if len(body) > LARGEST:
            return None
    reader = _Anchors()
    reader.feed(body.decode(response.encoding or "utf-8", "replace"))
    return reader.anchors


def _found(address: str, anchors: set[str] | None) -> Answer:
    anchor = unquote(urldefrag(address).fragment)
    # Lines of code on GitHub, text fragments and script-made pages have no anchor to find.
    if anchors is None or not anchor or ":~:" in anchor or re.match(r"L\d+|/", anchor):
        return Answer(address)
    if {anchor, f"user-content-{anchor}"} & anchors:
        return Answer(address)
    return Answer(address, f"no anchor #{anchor}", dead=True)


def text(links: Links, answers: Iterable[Answer]) -> str:
    """Return the text of an issue about the dead links; "" where none is dead."""
    wrong = sorted((answer for answer in answers if answer.wrong), key=lambda each: each.address)
    dead = [answer for answer in wrong if answer.dead]
    unsure = [answer for answer in wrong if not answer.dead]
    if not dead:
        return ""
    parts = [f"{counted(len(dead), 'link')} of {len(links)} lead nowhere.", _items(dead, links)]
    if unsure:
        parts += [
            "These did not answer a program; they may answer a person.",
            _items(unsure, links),
        ]
    return "\n\n".join(parts) + "\n"


def _items(answers: Iterable[Answer], links: Links) -> str:
    return "\n".join(
        f"- {code(each.address)}: {code(each.wrong)}, on {code(', '.join(links[each.address][:5]))}"
        for each in answers
    )
