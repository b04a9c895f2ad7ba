"""Does `plan` stay as light as a person who asks it every day expects?"""

from pathlib import Path

from tests.architecture.imports import HEAVY, imported, run


def test_plan_imports_nothing_heavy(tmp_path: Path) -> None:
    run(tmp_path, "routine", "preset", "oily")
    assert not run(tmp_path, "plan", "--json") & HEAVY


def test_the_command_line_never_imports_qt(tmp_path: Path) -> None:
    assert not run(tmp_path, "routine", "preset", "oily") & {"PySide6", "shiboken6"}


def test_a_heavy_import_is_seen() -> None:
    listing = "import time: self [us] | cumulative | imported package\n"
    listing += "import time:       120 |        340 |   sqlalchemy.engine\n"
    assert imported(listing) & HEAVY == {"sqlalchemy"}
