"""Do the locks name exact files by their hashes, and no place to get them from?"""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
RUN = ROOT / "packaging" / "requirements.lock"
DEV = ROOT / "packaging" / "requirements-dev.lock"
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def pins(path: Path) -> dict[str, str]:
    return dict(PIN.findall(path.read_text(encoding="ascii")))


@pytest.mark.parametrize("path", [RUN, DEV], ids=["run", "dev"])
def test_a_lock_holds_no_address_and_no_path(path: Path) -> None:
    assert not re.search(r"https?:|file:|index|find-links|/|@", path.read_text(encoding="ascii"))


@pytest.mark.parametrize("path", [RUN, DEV], ids=["run", "dev"])
def test_every_pin_has_hashes(path: Path) -> None:
    blocks = re.split(r"\n(?=\S)", path.read_text(encoding="ascii").strip())
    assert [block for block in blocks if "--hash=sha256:" not in block] == []


def test_the_two_locks_agree() -> None:
    assert pins(RUN).items() <= pins(DEV).items()


def test_every_dependency_is_pinned_within_its_range() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for text in project["dependencies"]:
        wanted = Requirement(text)
        assert pins(RUN)[wanted.name.lower()] in wanted.specifier
