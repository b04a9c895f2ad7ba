"""Does every sentence of the command line come from a catalogue?"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.pseudo_language import CODE, bare, write_catalogue
from tracker.words import language
from tracker.words.language import use

NAMES = re.compile(
    r"routine-tracker|--[a-z-]+|0-4|[a-z]+-[a-z-]+|/\S+|ROUTINE_TRACKER_DATA|'[^']*'|\{[^}]*\}"
    r"|\b(?:plan|stats|tick|untick|skip|rate|undo|redo|export|import|routine|show|preset|doctor|backup|restore|erase|why)\b"
    r"|\b(?:toner|oily|combination|sensitive|dance|gone|json|about|notes?|out)\b"
)
COMMANDS = [
    ("plan",),
    ("plan", "2026-11-30..2027-01-02"),
    ("why", "refining-lotion"),
    ("why", "clay-mask", "--day", "2026-11-18"),
    ("stats",),
    ("stats", "--range", "30d"),
    ("routine", "show"),
    ("doctor",),
    ("backup", "--list"),
    ("erase",),
    ("backup",),
    ("backup", "--list"),
    ("erase",),
    ("restore", "/gone.db"),
    ("restore", "by-hand-20261121T213000000000Z.db", "--dry-run"),
    ("restore", "by-hand-20261121T213000000000Z.db"),
    ("doctor",),
    ("tick", "clay-mask"),
    ("tick", "clay-mask"),
    ("tick", "refining-lotion"),
    ("tick", "refining-lotion", "--anyway"),
    ("tick", "pore-serum", "--day", "2026-11-20"),
    ("tick", "pore-serum", "--day", "2026-11-30"),
    ("tick", "gone"),
    ("untick", "clay-mask"),
    ("skip", "pore-serum", "--reason", "Out"),
    ("rate", "7", "--redness", "1"),
    ("rate",),
    ("rate", "11"),
    ("undo",),
    ("redo",),
    ("redo",),
    ("routine", "preset", "oily"),
    ("plan", "soon"),
    ("import", "/gone.json"),
    ("dance",),
    ("tick",),
    ("plan", "--today"),
    ("plan", "--dance"),
    *((*command, "--help") for command in [(), ("tick",), ("rate",), ("routine", "preset")]),
]


@pytest.fixture
def bracketed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak the language in which every sentence stands in brackets."""
    write_catalogue(tmp_path)
    monkeypatch.setattr(language, "resource", tmp_path.joinpath)
    use(CODE)
    yield
    use("en")


@pytest.mark.usefixtures("bracketed")
def test_no_sentence_stands_outside_the_catalogue(terminal: Terminal) -> None:
    terminal.does("routine", "preset", "oily", "--start", "2026-10-01")
    found = {}
    for command in COMMANDS:
        ran = terminal.run(*command)
        words = bare(ran.out + ran.err, NAMES)
        if words:
            found[command] = words
        assert "⟦" in ran.out + ran.err, command
    assert not found


def test_a_bare_sentence_is_seen() -> None:
    line = "⟦Due ⟦1⟧⟧ Not translated --today 2026-11-21 clay-mask"
    assert bare(line, NAMES) == ["Not", "translated"]
