"""Does a wheel hold everything that the program needs at run time?"""

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("pyproject.toml", "LICENSE", "README.md", "packaging", "resources", "tracker")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    """A wheel of a copy of the sources with one more language, built without any network."""
    copy = tmp_path_factory.mktemp("sources")
    for name in SOURCES:
        _copy(ROOT / name, copy / name)
    language = copy / "resources/locale/eo/LC_MESSAGES/tracker.po"
    language.parent.mkdir(parents=True)
    language.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n')
    built = next(iter(WheelBuilder(str(copy)).build(directory=str(copy / "dist"))))
    with zipfile.ZipFile(built) as opened:
        yield opened


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
    elif source.exists():
        shutil.copy(source, target)


def _files(folder: str, target: str) -> set[str]:
    return {
        target + path.relative_to(ROOT / folder).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".mo"
    }


def test_every_module_is_inside(wheel: zipfile.ZipFile) -> None:
    assert _files("tracker", "tracker/") <= set(wheel.namelist())


def test_the_migrations_are_inside(wheel: zipfile.ZipFile) -> None:
    migrations = {name for name in wheel.namelist() if "/store/migrations/versions/" in name}
    assert migrations


def test_every_resource_is_inside(wheel: zipfile.ZipFile) -> None:
    assert _files("resources", "tracker/resources/") <= set(wheel.namelist())


def test_each_language_is_compiled(wheel: zipfile.ZipFile) -> None:
    assert "tracker/resources/locale/eo/LC_MESSAGES/tracker.mo" in wheel.namelist()


def test_the_command_is_there_and_nothing_else_is(wheel: zipfile.ZipFile) -> None:
    points = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert b"routine-tracker = tracker.cli:main" in wheel.read(points)
    assert {name.partition("/")[0].partition("-")[0] for name in wheel.namelist()} == {
        "tracker",
        "routine_tracker",
    }
