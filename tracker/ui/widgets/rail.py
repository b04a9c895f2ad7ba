"""How does one get from page to page, and choose the theme?"""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tracker.ui.theme.measure import text_width
from tracker.ui.theme.paint import (
    CONTROL_RADIUS,
    LEFT,
    RIGHT,
    fill,
    focus_ring,
    ground,
    painter_on,
    write,
)
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import BODY, CARD_TITLE, NAME, TINY
from tracker.ui.widgets.pressable import Pressable
from tracker.ui.widgets.spoken import name
from tracker.ui.widgets.text import Text
from tracker.words.window import (
    page_name,
    shortcut_hint,
    spoken_theme,
    theme_name,
    theme_title,
)

WIDTH: Final = 184


class RailItem(Pressable):
    """A line of the rail: a name, and a quiet word at its right."""

    def __init__(self, name: str, aside: str) -> None:
        super().__init__(name)
        self.aside = aside
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_aside(self, aside: str) -> None:
        """Show another word at the right."""
        self.aside = aside
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for both words."""
        return QSize(text_width(self.label, NAME) + text_width(self.aside, TINY) + 32, 36)

    def minimumSizeHint(self) -> QSize:
        """No smaller: its words are never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page that is shown stands on the accent."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        is_shown = self.isChecked()
        if is_shown or self.underMouse():
            fill = tokens.accent_soft if is_shown else tokens.sunken
            ground(painter, self.rect(), fill, None, CONTROL_RADIUS)
        focus_ring(painter, self, self.rect(), CONTROL_RADIUS)
        inner = self.rect().adjusted(10, 0, -10, 0)
        style, ink = (NAME, tokens.accent) if is_shown else (BODY, tokens.muted)
        write(painter, inner, self.label, style, ink, LEFT)
        write(painter, inner, self.aside, TINY, tokens.muted, RIGHT)
        painter.end()


class ThemeItem(RailItem):
    """Which theme is in force; pressing it opens the choice."""

    chosen = Signal(str)
    """The theme that the person wants: "system", "light" or "dark"."""

    def __init__(self) -> None:
        super().__init__(theme_title(), "")
        self.choice = "system"
        self.clicked.connect(self._on_clicked)

    def show_choice(self, choice: str) -> None:
        """Show the theme that was chosen."""
        self.choice = choice
        self.show_aside(theme_name(choice))
        name(self, spoken_theme(choice))

    @Slot()
    def _on_clicked(self) -> None:
        from tracker.ui.widgets.menus import open_theme_menu  # noqa: PLC0415, when it is wanted

        open_theme_menu(self, self.choice).picked.connect(self.chosen)


class Rail(QWidget):
    """The pages that exist, and the theme at the end."""

    def __init__(self, pages: tuple[str, ...]) -> None:
        super().__init__()
        self.items: dict[str, RailItem] = {}
        self.theme = ThemeItem()
        self.setMinimumWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 20, 13, 20)
        column.setSpacing(2)
        title = Text("Routine Tracker", CARD_TITLE)
        title.setContentsMargins(10, 0, 0, 16)
        column.addWidget(title)
        for number, page in enumerate(pages, start=1):
            self.items[page] = self._item(page, number)
            column.addWidget(self.items[page])
        column.addStretch(1)
        column.addWidget(self.theme)

    def _item(self, page: str, number: int) -> RailItem:
        item = RailItem(page_name(page), shortcut_hint(number))
        item.setCheckable(True)
        item.setAutoExclusive(True)
        return item

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline at its right."""
        del event
        painter = painter_on(self)
        fill(painter, QRectF(self.width() - 1, 0, 1, self.height()), tokens_of(self).line)
        painter.end()
