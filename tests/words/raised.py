"""Which error codes does the source raise, and with which facts?"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).resolve().parents[2] / "tracker"
RAISING = {"BadInput": 0, "Unavailable": 0, "NewerData": 0, "error": 0}
HANDING_ON = {"_matching": 2, "_check_named": 2}
"""Functions of ours that are given a code to raise, and which argument it is."""


class Raised(NamedTuple):
    """A code, where it is raised, and the facts given with it; None where that is not plain."""

    code: str
    place: str
    facts: frozenset[str] | None


def all_raised() -> list[Raised]:
    """Every code that is raised by its name anywhere in the package."""
    return [one for path in sorted(PACKAGE.rglob("*.py")) for one in _in(path)]


def _in(path: Path) -> Iterator[Raised]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = _name(node.func)
            place = {**RAISING, **HANDING_ON}.get(name)
            code = None if place is None else _text(node.args[place : place + 1])
            if code is not None:
                where = f"{path.relative_to(PACKAGE)}:{node.lineno}"
                yield Raised(code, where, _facts(node, name))


def _facts(call: ast.Call, name: str) -> frozenset[str] | None:
    names = [keyword.arg for keyword in call.keywords]
    if name in HANDING_ON or None in names:
        return None
    always = {"where"} if name == "error" else set()
    return frozenset(always | {given for given in names if given is not None})


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _text(arguments: list[ast.expr]) -> str | None:
    first = arguments[0] if arguments else None
    if isinstance(first, ast.Constant) and isinstance(first.value, str):
        return first.value
    return None
