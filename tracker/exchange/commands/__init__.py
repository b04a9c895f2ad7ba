"""Which command has this name? Found with no more than its like imported."""

# ruff: noqa: PLC0415

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tracker.exchange.commands.place import Command

_LOOKS: Final = frozenset(("stats", "routine show", "doctor"))
_FILES: Final = frozenset(("export", "import", "routine preset"))
_LIFE: Final = frozenset(("routine pause", "routine resume", "routine shift", "routine treat"))
_EDIT: Final = frozenset(("routine set", "routine diff", "routine card"))
_COPIES: Final = frozenset(("backup", "restore", "erase"))


def command_named(name: str) -> "Command":
    """The command of that name, as the arguments give it; KeyError where there is none."""
    if name == "plan":
        from tracker.exchange.commands.plan import COMMANDS
    elif name == "why":
        from tracker.exchange.commands.why import COMMANDS
    elif name in _LOOKS:
        from tracker.exchange.commands.looks import COMMANDS
    elif name in _FILES:
        from tracker.exchange.commands.files import COMMANDS
    elif name in _LIFE:
        from tracker.exchange.commands.life import COMMANDS
    elif name in _EDIT:
        from tracker.exchange.commands.edit import COMMANDS
    elif name in _COPIES:
        from tracker.exchange.commands.backups import COMMANDS
    else:
        from tracker.exchange.commands.deeds import COMMANDS
    return COMMANDS[name]
