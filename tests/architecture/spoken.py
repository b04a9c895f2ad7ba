"""Which strings of a source file does a person read, though no translator ever saw them?

Two rules. In a call that shows text (SHOWS), any literal with a letter in it counts. Anywhere else
a literal counts when it reads like prose: two words beside each other, unless these are all of it
and small ("refining lotion" is a code of ours). What stands inside gettext is fine; so are
docstrings, logs, our own bugs' messages and style sheets. A literal that is prose to nobody may say
so on its line: `# not shown`.
"""

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

GETTEXT = {"_", "N_", "gettext", "ngettext", "pgettext", "npgettext"}

# Calls whose text lands on a screen, in a terminal or in a screen reader.
SHOWS = {
    *("print", "write", "add_argument", "add_parser", "add_argument_group", "ArgumentParser"),
    *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction"),
    *("setText", "setToolTip", "setStatusTip", "setWhatsThis", "setTitle", "setWindowTitle"),
    *("setPlaceholderText", "setPlainText", "setHtml", "setPrefix", "setSuffix"),
    *("setInformativeText", "setDetailedText"),
    *("setAccessibleName", "setAccessibleDescription", "showMessage"),
    *("addAction", "addMenu", "addItem", "addItems", "addTab", "addRow", "setHeaderLabels"),
    *("drawText", "information", "warning", "critical", "question", "about"),
}
# Keywords of those calls that are for programs.
CODES = {"name", "dest", "action", "choices", "type", "prog", "nargs", "default"}
CODES |= {"file", "end", "sep"}
# Calls whose text no person reads.
SILENT = {
    *("setStyleSheet", "setObjectName", "setProperty", "property", "compile", "getLogger"),
    *("TypeVar", "cast"),
}
LOGGERS = {"log", "logger", "LOG"}
# Failures that are our own bugs: they reach a log, not a person.
BUGS = {"AssertionError", "KeyError", "LookupError", "NotImplementedError", "RuntimeError"}
BUGS |= {"TypeError", "ValueError"}
# Said alike in every language.
NAMES = re.compile(r"Routine Tracker|routine-tracker|Inter\b|Python|PySide6|Qt\b|SQLite")

HOLE = "\0"
WORD = r"[^\W\d_]{2,}"
PROSE = re.compile(rf"{WORD}[,;:]? +(?:{WORD}|{HOLE})|{HOLE} +{WORD}")
CODE = re.compile(r"[a-z]+ [a-z]+")
SHEET = re.compile(r"\{[^{}]*:[^{}]*;[^{}]*\}")
MARK = "# not shown"


class Spoken(NamedTuple):
    """A literal that should stand inside gettext, and its line."""

    line: int
    text: str


def spoken(source: str) -> list[Spoken]:
    """Return what a person reads untranslated in one source file."""
    lines = source.splitlines()
    found = _walk(ast.parse(source), shown=False)
    return [one for one in found if MARK not in lines[one.line - 1]]


def _walk(node: ast.AST, *, shown: bool) -> Iterator[Spoken]:
    text = _literal(node)
    if text is not None:
        if _counts(text, shown=shown):
            yield Spoken(getattr(node, "lineno", 1), text.replace(HOLE, "…"))
        yield from _inside_holes(node)
        return
    if isinstance(node, ast.Call):
        yield from _walk_call(node, shown=shown)
        return
    for child in _children(node):
        yield from _walk(child, shown=shown and not isinstance(node, ast.Compare))


def _walk_call(call: ast.Call, *, shown: bool) -> Iterator[Spoken]:
    name = _called(call)
    yield from _walk(call.func, shown=shown)
    if name in GETTEXT | SILENT | BUGS or _is_log(call):
        return
    shows = name in SHOWS
    flags = name in {"add_argument", "add_parser"}
    for argument in call.args:
        yield from _walk(argument, shown=shows and not flags)
    for keyword in call.keywords:
        yield from _walk(keyword.value, shown=shows and keyword.arg not in CODES)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what may hold a shown text: no docstrings, annotations or keys."""
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "slice", "keys"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_bare_string(child):
                yield child


def _is_bare_string(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _literal(node: ast.AST) -> str | None:
    """Return a literal's text, an f-string's with a hole for each value but our constants."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return "".join(_literal(part) or _hole(part) for part in node.values)
    return None


def _hole(part: ast.expr) -> str:
    value = part.value if isinstance(part, ast.FormattedValue) else part
    return "" if isinstance(value, ast.Name) and value.id.isupper() else HOLE


def _inside_holes(node: ast.AST) -> Iterator[Spoken]:
    for part in getattr(node, "values", []):
        if isinstance(part, ast.FormattedValue):
            yield from _walk(part.value, shown=False)


def _counts(text: str, *, shown: bool) -> bool:
    if SHEET.search(text):
        return False
    rest = NAMES.sub("", text)
    if shown:
        return bool(re.search(r"[^\W\d_]", rest))
    return bool(PROSE.search(rest)) and not CODE.fullmatch(rest)


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _is_log(call: ast.Call) -> bool:
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    return isinstance(owner, ast.Name) and owner.id in LOGGERS
