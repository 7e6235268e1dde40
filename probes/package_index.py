"""Ask the package index which files a distribution has; the only module that talks to it.

The index's address is known to the client library and stands nowhere in this repository.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from pypi_simple import ACCEPT_ANY, DistributionPackage, ProjectPage, PyPISimple
from pypi_simple.html import RepositoryPage


class IndexUnavailableError(RuntimeError):
    """The package index did not answer, most often because there is no network."""


@dataclass(frozen=True)
class IndexedFile:
    """One file of a distribution: which release it belongs to, and when it appeared."""

    package: DistributionPackage
    uploaded: date | None

    @property
    def version(self) -> str | None:
        """Return the version that the file's name carries."""
        return self.package.version

    @property
    def is_source(self) -> bool:
        """Tell whether the file is a source archive."""
        return self.package.package_type == "sdist"

    @property
    def is_withdrawn(self) -> bool:
        """Tell whether its authors have withdrawn (yanked) the file."""
        return self.package.is_yanked

    @property
    def sha256(self) -> str | None:
        """Return the hash that the index gives for the file."""
        return self.package.digests.get("sha256")


def files(name: str) -> list[IndexedFile]:
    """Return the files that the index lists for the distribution ``name``.

    Raises LookupError for a name that the index does not know, IndexUnavailableError when
    the index does not answer.
    """
    with PyPISimple() as client:
        try:
            # Without this header an index may leave the upload times out.
            accept = {"Accept": ACCEPT_ANY}
            response = client.s.get(client.get_project_url(name), headers=accept, timeout=60)
            if response.status_code != 404:
                response.raise_for_status()
        except OSError as error:
            raise IndexUnavailableError(_no_answer(name)) from error
    if response.status_code == 404:
        raise LookupError(f"the package index knows no distribution named {name}")
    page = ProjectPage.from_response(response, name)
    is_html = "html" in response.headers.get("content-type", "")
    times = _upload_times(response.text) if is_html else {}
    return [
        IndexedFile(package, _day(package.upload_time or times.get(package.filename)))
        for package in page.packages
    ]


def download(file: IndexedFile, target: Path) -> None:
    """Fetch ``file``, compare it with the index's hash, and only then put it at ``target``."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder, PyPISimple() as client:
        arrived = Path(folder) / target.name
        try:
            client.download_package(file.package, arrived, timeout=60)
        except OSError as error:
            raise IndexUnavailableError(_no_answer(file.package.filename)) from error
        arrived.replace(target)


def _upload_times(html: str) -> dict[str, str]:
    """Read the upload times of an HTML answer, which the library reads from JSON only."""
    links = RepositoryPage.from_html(html).links
    times = {link.text: link.attrs.get("data-upload-time") for link in links}
    return {name: time for name, time in times.items() if isinstance(time, str)}


def _day(time: datetime | str | None) -> date | None:
    if isinstance(time, str):
        time = datetime.fromisoformat(time)
    return time.date() if time else None


def _no_answer(what: str) -> str:
    return f"the package index did not answer about {what}; this step needs the network"
