"""Which SQL text are the first look's statements, and which parameters does each take?

`python -m tracker.store.first_look_sql` writes them down after a change to the tables; a test
compares what is written with what would be.
"""

from pathlib import Path
from textwrap import wrap
from typing import Final

from sqlalchemy.dialects import sqlite

from tracker.store.reads import STATEMENTS

WRITTEN: Final = Path(__file__).with_name("first_look_text.py")
"""The module that holds the texts."""

_NEEDED: Final = (
    "revision",
    "settings",
    "steps",
    "schedule_versions",
    "groups",
    "group_members",
    "pauses",
    "pause_steps",
    "treatments",
    "treatment_steps",
    "log",
    "log_between",
    "entries_between",
    "entry",
    "rating",
)
_HEAD: Final = '''"""What does the first look ask SQLite? Written by `first_look_sql`."""

from collections.abc import Mapping
from typing import Final

TEXTS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
'''


def module() -> str:
    """The text of the module that holds the statements."""
    return _HEAD + "".join(map(_entry, _NEEDED)) + "}\n"


def _entry(name: str) -> str:
    compiled = STATEMENTS[name].compile(dialect=sqlite.dialect())
    lines = wrap(
        " ".join(str(compiled).split()), 88, break_long_words=False, break_on_hyphens=False
    )
    text = "".join(f"        {line}\n" for line in lines)
    parameters = "".join(f'"{name}", ' for name in compiled.positiontup or ()).strip()
    if parameters.count(",") > 1:
        parameters = parameters.rstrip(",")
    return f'    "{name}": (\n        """\n{text}        """,\n        ({parameters}),\n    ),\n'


if __name__ == "__main__":
    WRITTEN.write_text(module(), encoding="utf-8")
