"""Can every text be read on its ground, in light and in dark, and does the theme switch live?"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tracker.ui.theme.icons import icon, window_icon
from tracker.ui.theme.palette import palette_of
from tracker.ui.theme.theme import Theme, as_choice
from tracker.ui.theme.tokens import DARK, LIGHT, Tokens, is_dark, tokens_of
from tracker.ui.theme.type import FAMILY, PAGE_TITLE, font, load_typeface

TEXTS = [
    *((text, ground) for text in ("text", "muted") for ground in ("bg", "surface", "sunken")),
    *(("accent", ground) for ground in ("bg", "surface", "sunken", "accent_soft")),
    ("muted", "accent_soft"),
    ("text", "line"),
    ("on_accent", "accent"),
    ("clay", "clay_soft"),
    ("rest", "rest_soft"),
    ("warn", "warn_soft"),
    ("danger", "surface"),
]
"""Every text and ground that occur together."""
MARKS = [
    *((mark, ground) for mark in ("muted", "rest", "accent") for ground in ("surface", "sunken")),
    ("on_accent", "accent"),
    ("rest", "rest_soft"),
    ("text", "surface"),
    ("muted", "line"),
    ("warn", "surface"),
]
"""Every mark and ground: boxes, ticks, hatching, the line of today, dots, icons."""


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of relative luminances as WCAG 2.1 defines it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_every_text_stands_out_from_its_ground(tokens: Tokens, text: str, ground: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_every_mark_stands_out_from_its_ground(tokens: Tokens, mark: str, ground: str) -> None:
    assert contrast(getattr(tokens, mark), getattr(tokens, ground)) >= 3


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    before = qapp.palette()
    yield Theme(qapp)
    qapp.setPalette(before)


def test_a_choice_shows_at_once(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    label.show()

    theme.choose("dark")

    qtbot.waitUntil(lambda: tokens_of(label) is DARK)
    assert is_dark(qapp.palette())
    theme.choose("light")
    qtbot.waitUntil(lambda: tokens_of(label) is LIGHT)


def test_the_system_is_followed_live_unless_a_theme_was_chosen(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "_wants_dark", lambda: theme.choice != "light")

    theme._app.styleHints().colorSchemeChanged.emit(theme._app.styleHints().colorScheme())

    assert theme.tokens == DARK
    theme.choose("light")
    theme._app.styleHints().colorSchemeChanged.emit(theme._app.styleHints().colorScheme())
    assert theme.tokens == LIGHT


def test_a_stored_theme_that_is_none_follows_the_system() -> None:
    assert [as_choice(value) for value in ("dark", "plaid", None, 3)] == [
        "dark",
        "system",
        "system",
        "system",
    ]


def test_what_is_disabled_is_muted() -> None:
    palette = palette_of(LIGHT)

    muted = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert muted == LIGHT.muted


@pytest.mark.usefixtures("qapp")
def test_the_typeface_is_ours() -> None:
    load_typeface()

    info = QFontInfo(font(PAGE_TITLE))
    assert (info.family(), info.pixelSize()) == (FAMILY, 24)


@pytest.mark.usefixtures("qapp")
def test_without_its_files_another_typeface_serves(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tracker.ui.theme.type.resource", lambda *_parts: tmp_path / "none")

    load_typeface()


@pytest.mark.usefixtures("qapp")
def test_an_icon_has_the_colour_that_is_asked_for() -> None:
    drawn = icon("check", LIGHT.accent, 24).toImage()

    colours = {
        drawn.pixelColor(x, y).name()
        for x in range(24)
        for y in range(24)
        if drawn.pixelColor(x, y).alpha() == 255
    }
    assert colours == {LIGHT.accent.name()}
    assert not window_icon().isNull()
