"""Clean environments: one locked set each, made once, with messages that name the way out."""

from __future__ import annotations

import base64
import hashlib
import re
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from probes.environments import REQUIREMENTS, clean_env

SETS = sorted(REQUIREMENTS.glob("clean-*.txt"))


def write_wheel(folder: Path) -> str:
    """Write a wheel of the distribution ``tiny`` 1.0 by hand and return its SHA-256."""
    files = {
        "tiny.py": "ANSWER = 42\n",
        "tiny-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n",
        "tiny-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\n"
        "Tag: py3-none-any\n",
    }
    record = "".join(f"{name},{_record_hash(text)},{len(text)}\n" for name, text in files.items())
    wheel = folder / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
        archive.writestr("tiny-1.0.dist-info/RECORD", record + "tiny-1.0.dist-info/RECORD,,\n")
    return hashlib.sha256(wheel.read_bytes()).hexdigest()


def _record_hash(text: str) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest())
    return "sha256=" + digest.decode().rstrip("=")


@pytest.fixture
def local_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the set ``tiny`` that installs from a folder, without any network."""
    digest = write_wheel(tmp_path)
    (tmp_path / "clean-tiny.txt").write_text(f"tiny==1.0 --hash=sha256:{digest}\n")
    monkeypatch.setenv("UV_FIND_LINKS", str(tmp_path))
    monkeypatch.setenv("UV_NO_INDEX", "1")
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "uv"))
    return tmp_path


def test_a_clean_environment_holds_its_set_and_nothing_else(local_set: Path) -> None:
    environment = clean_env("tiny", local_set, local_set / "cache")
    assert environment.distributions() == ["tiny"]
    assert environment.run("import tiny; print(tiny.ANSWER)") == "42"


def test_the_size_leaves_byte_code_out(local_set: Path) -> None:
    environment = clean_env("tiny", local_set, local_set / "cache")
    before = environment.megabytes()
    (environment.packages / "tiny.pyc").write_bytes(b"0" * 5_000_000)
    assert 0 < before == environment.megabytes() < 0.1


def test_an_environment_is_made_once_also_when_several_ask_at_once(local_set: Path) -> None:
    cache = local_set / "cache"
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: clean_env("tiny", local_set, cache), range(4)))
    assert len({environment.folder for environment in made}) == 1
    assert len([path for path in cache.iterdir() if path.is_dir()]) == 1


def test_a_set_that_changed_gets_a_new_environment(local_set: Path) -> None:
    first = clean_env("tiny", local_set, local_set / "cache")
    locked = local_set / "clean-tiny.txt"
    locked.write_text(locked.read_text() + "# changed\n")
    assert clean_env("tiny", local_set, local_set / "cache").folder != first.folder


def test_a_wrong_hash_is_refused_and_leaves_nothing_behind(local_set: Path) -> None:
    (local_set / "clean-tiny.txt").write_text(f"tiny==1.0 --hash=sha256:{'0' * 64}\n")
    with pytest.raises(RuntimeError, match="'tiny' could not be made"):
        clean_env("tiny", local_set, local_set / "cache")
    assert not [path for path in (local_set / "cache").iterdir() if path.is_dir()]


def test_without_the_package_index_the_message_says_that_the_first_run_needs_it(
    local_set: Path,
) -> None:
    (local_set / "tiny-1.0-py3-none-any.whl").unlink()
    with pytest.raises(RuntimeError, match="first run needs the package index"):
        clean_env("tiny", local_set, local_set / "cache")


def test_an_unknown_set_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    (tmp_path / "clean-tiny.txt").touch()
    with pytest.raises(LookupError, match="no clean set named large; there are tiny"):
        clean_env("large", tmp_path, tmp_path)


def test_code_that_fails_raises_with_its_own_words(local_set: Path) -> None:
    environment = clean_env("tiny", local_set, local_set / "cache")
    with pytest.raises(RuntimeError, match="No module named 'absent'"):
        environment.run("import absent")


@pytest.mark.parametrize("locked", SETS, ids=lambda path: path.stem)
def test_every_line_of_a_set_is_pinned_by_hash_and_names_no_index(locked: Path) -> None:
    text = locked.read_text()
    pins = re.findall(
        r"^[a-z0-9-]+==\S+ \\\n(?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", text, re.M
    )
    assert len(pins) == len(re.findall(r"^\S", text, re.M))
    assert "://" not in text


@pytest.mark.parametrize("locked", SETS, ids=lambda path: path.stem)
def test_a_set_holds_the_version_that_is_compared(locked: Path) -> None:
    framework = locked.stem.split("-")[1]
    pin = re.compile(rf"^{framework}==(\S+)", re.M)
    compared = (REQUIREMENTS / "test.txt").read_text()
    assert pin.findall(locked.read_text()) == pin.findall(compared) != []
