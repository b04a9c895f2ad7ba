"""How does one get from page to page, and choose the theme?"""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QEnterEvent, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QVBoxLayout, QWidget

from tracker.ui.theme.paint import CONTROL_RADIUS, focus_ring, ground, painter_on
from tracker.ui.theme.sheet import menu_sheet
from tracker.ui.theme.theme import CHOICES
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import BODY, CARD_TITLE, NAME, TINY, font
from tracker.ui.widgets.text import Text
from tracker.words.window import (
    page_name,
    shortcut_hint,
    spoken_theme,
    theme_name,
    theme_title,
)

WIDTH: Final = 184


class RailItem(QAbstractButton):
    """A line of the rail: a name, and a quiet word at its right."""

    def __init__(self, name: str, aside: str) -> None:
        super().__init__()
        self.aside = aside
        self.setText(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_aside(self, aside: str) -> None:
        """Show another word at the right."""
        self.aside = aside
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for both words."""
        name = QFontMetrics(font(NAME)).horizontalAdvance(self.text())
        aside = QFontMetrics(font(TINY)).horizontalAdvance(self.aside)
        return QSize(name + aside + 32, 36)

    def minimumSizeHint(self) -> QSize:
        """No smaller: its words are never cut off."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Warm up under the mouse."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Cool down."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page that is shown stands on the accent."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        if self.isChecked():
            ground(painter, self.rect(), tokens.accent_soft, None, CONTROL_RADIUS)
        elif self.underMouse():
            ground(painter, self.rect(), tokens.sunken, None, CONTROL_RADIUS)
        focus_ring(painter, self, self.rect(), CONTROL_RADIUS)
        inner = self.rect().adjusted(10, 0, -10, 0)
        painter.setFont(font(NAME if self.isChecked() else BODY))
        painter.setPen(tokens.accent if self.isChecked() else tokens.muted)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(font(TINY))
        painter.setPen(tokens.muted)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, right, self.aside)
        painter.end()


class ThemeItem(RailItem):
    """Which theme is in force; pressing it opens the choice."""

    chosen = Signal(str)
    """The theme that the person wants: "system", "light" or "dark"."""

    def __init__(self) -> None:
        super().__init__(theme_title(), "")
        self._choice = "system"
        self._menu: QMenu | None = None
        self.clicked.connect(self._on_clicked)

    def show_choice(self, choice: str) -> None:
        """Show the theme that was chosen."""
        self._choice = choice
        self.show_aside(theme_name(choice))
        self.setAccessibleName(spoken_theme(choice))

    @Slot()
    def _on_clicked(self) -> None:
        self._menu = self._built()
        height = self._menu.sizeHint().height()
        self._menu.popup(self.mapToGlobal(self.rect().topLeft()) - QPoint(0, height + 4))

    def _built(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setStyleSheet(menu_sheet(tokens_of(self)))
        menu.setFont(font(BODY))
        group = QActionGroup(menu)
        for choice in CHOICES:
            action = QAction(theme_name(choice), group)
            action.setCheckable(True)
            action.setChecked(choice == self._choice)
            action.setData(choice)
            menu.addAction(action)
        menu.triggered.connect(self._on_triggered)
        return menu

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())


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
        name = Text("Routine Tracker", CARD_TITLE)
        name.setContentsMargins(10, 0, 0, 16)
        column.addWidget(name)
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
        painter.fillRect(self.width() - 1, 0, 1, self.height(), tokens_of(self).line)
        painter.end()
