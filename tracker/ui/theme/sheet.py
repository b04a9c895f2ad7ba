"""Which style sheet does a field or a menu wear? Everything else is painted from the tokens."""

from tracker.ui.theme.tokens import Tokens


def field_sheet(tokens: Tokens) -> str:
    """For a line in which the person writes."""
    return _filled(
        "QLineEdit { background: @surface; color: @text; border: 1px solid @muted;"
        " border-radius: 8px; padding: 6px 10px; selection-background-color: @accent;"
        " selection-color: @on_accent; placeholder-text-color: @muted; }"
        "QLineEdit:focus { border: 2px solid @accent; padding: 5px 9px; }",
        tokens,
    )


def text_sheet(tokens: Tokens) -> str:
    """For a few lines in which the person writes."""
    return _filled(
        "QPlainTextEdit { background: @surface; color: @text; border: 1px solid @muted;"
        " border-radius: 8px; padding: 4px 6px; selection-background-color: @accent;"
        " selection-color: @on_accent; placeholder-text-color: @muted; }"
        "QPlainTextEdit:focus { border: 2px solid @accent; padding: 3px 5px; }",
        tokens,
    )


def scroll_sheet(tokens: Tokens) -> str:
    """For the bar beside a page that is longer than the window."""
    return _filled(
        "QScrollBar:vertical { background: transparent; width: 10px; margin: 4px 2px; }"
        "QScrollBar::handle:vertical { background: @line; border-radius: 3px; min-height: 40px; }"
        "QScrollBar::handle:vertical:hover { background: @muted; }"
        "QScrollBar::add-line, QScrollBar::sub-line { height: 0; }"
        "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }",
        tokens,
    )


def table_sheet(tokens: Tokens) -> str:
    """For a table that stands in a chart's place."""
    return _filled(
        "QTableView { background: @surface; color: @text; border: 1px solid @line;"
        " border-radius: 8px; selection-background-color: @accent_soft; selection-color: @text; }"
        "QTableView:focus { border: 2px solid @accent; }"
        "QTableView::item { padding: 0 8px; border: 0; border-bottom: 1px solid @line; }"
        "QHeaderView { background: @sunken; border: 0; }"
        "QHeaderView::section { background: @sunken; color: @muted; border: 0; padding: 6px 11px; }"
        "QTableCornerButton::section { background: @sunken; border: 0; }",
        tokens,
    ) + scroll_sheet(tokens)


def menu_sheet(tokens: Tokens) -> str:
    """For a menu that opens beside what it belongs to."""
    return _filled(
        "QMenu { background: @surface; color: @text; border: 1px solid @line; padding: 6px; }"
        "QMenu::item { padding: 8px 28px 8px 14px; border-radius: 6px; }"
        "QMenu::item:selected { background: @sunken; color: @text; }"
        "QMenu::item:disabled { color: @muted; }"
        "QMenu::indicator { width: 8px; height: 8px; left: 8px; border-radius: 4px; }"
        "QMenu::indicator:checked { background: @accent; }"
        "QMenu::separator { height: 1px; background: @line; margin: 6px 8px; }",
        tokens,
    )


def _filled(sheet: str, tokens: Tokens) -> str:
    """The longest names first, so that @accent leaves @accent_soft alone."""
    colours = tokens._asdict()
    for name in sorted(colours, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", colours[name].name())
    return sheet
