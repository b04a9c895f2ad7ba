"""Does a kind of schedule stand in its own files alone, found by nobody's switch statement?"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.domain.rule import KINDS

TRACKER = Path(__file__).resolve().parents[2] / "tracker"
PLACES = (
    TRACKER / "domain" / "rule",
    TRACKER / "words" / "schedules",
    TRACKER / "ui" / "pages" / "routine" / "sentences",
)
"""Where a kind has a file of its own: what it asks, its words, and the sentence in the editor."""
MODULES = {kind.__module__ for kind in KINDS.values()}
CLASSES = {kind.__name__ for kind in KINDS.values()}


def named_kinds(source: str) -> Iterator[str]:
    """Yield each schedule kind that the source names: as a code, a class or a module."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Constant(value=str(text)) if text in KINDS:
                yield text
            case ast.ImportFrom(module="re") | ast.Attribute(value=ast.Name(id="re")):
                continue
            case ast.Name(id=name) | ast.Attribute(attr=name) if name in CLASSES:
                yield name
            case ast.ImportFrom(module=str(module)) if module in MODULES:
                yield module
            case ast.ImportFrom(module=str(module), names=names):
                yield from (n.name for n in names if n.name in CLASSES)
                yield from (n.name for n in names if f"{module}.{n.name}" in MODULES)
            case ast.Import(names=names):
                yield from (n.name for n in names if n.name in MODULES)


def may_name_one(source: str) -> bool:
    """Whether a kind's code or class stands anywhere in the text: most files need no parsing."""
    return any(name in source for name in (*KINDS, *CLASSES))


def kind_of(name: str) -> str:
    """The kind that is named by its code, its class or its module."""
    return next(
        kind for kind, rule in KINDS.items() if name in (kind, rule.__name__, rule.__module__)
    )


def test_a_kind_is_named_in_its_own_three_files_and_in_no_other() -> None:
    named: dict[str, set[Path]] = {kind: set() for kind in KINDS}
    for path in TRACKER.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        for name in named_kinds(source) if may_name_one(source) else ():
            named[kind_of(name)].add(path)

    assert named == {kind: {place / f"{kind}.py" for place in PLACES} for kind in KINDS}


@pytest.mark.parametrize(
    "source",
    [
        'if rule.kind == "cycle": pass',
        "from tracker.domain.rule.cycle import Cycle",
        "from tracker.domain.rule import per_week",
        "import tracker.domain.rule.every",
        "isinstance(rule, rules.Cycle)",
    ],
)
def test_a_named_kind_is_found(source: str) -> None:
    assert may_name_one(source)
    assert list(named_kinds(source))
