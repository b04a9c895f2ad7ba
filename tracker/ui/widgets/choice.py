"""How does one choose one of a few values inside a sentence, or in a line of a form?"""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from tracker.ui.theme.measure import text_width
from tracker.ui.theme.paint import (
    CONTROL_RADIUS,
    LEFT,
    chevron,
    focus_ring,
    ground,
    painter_on,
    write,
)
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import NAME, font
from tracker.ui.widgets.menus import Menu
from tracker.ui.widgets.pressable import Pressable
from tracker.ui.widgets.spoken import name
from tracker.words.form import spoken_choice

_HEIGHT: Final = 36
_WIDEST: Final = 280
_OPENING: Final = (Qt.Key.Key_Down, Qt.Key.Key_Up)


class Choice(Pressable):
    """The chosen value and an arrow; a press, or Down, opens a menu of all of them."""

    changed = Signal()
    """The person chose another value."""

    def __init__(self, spoken: str, options: Iterable[tuple[str, str]], code: str) -> None:
        """`spoken` is what the choice is about; `options` are codes and what they are called."""
        self._spoken = spoken
        self._options: Sequence[tuple[str, str]] = list(options)
        self.code = code
        super().__init__("")
        self.menu: Menu | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)
        self.show_code(code)

    def show_code(self, code: str) -> None:
        """Show another value, which nobody is told of."""
        self.code = code
        self.set_label(dict(self._options).get(code, code))
        name(self, spoken_choice(self._spoken, self.label))
        is_long = text_width(self.label, NAME) + 42 > _WIDEST
        self.setToolTip(self.label if is_long else "")

    def offer(self, options: Iterable[tuple[str, str]]) -> None:
        """Offer other values, or the same by other names."""
        self._options = list(options)
        self.show_code(self.code)

    @Slot()
    def open_menu(self) -> None:
        """Open the menu under it."""
        menu = self.menu = Menu(self, self._spoken)
        menu.destroyed.connect(self._on_menu_gone)
        menu.picked.connect(self._on_picked)
        for code, label in self._options:
            action = menu.add(code, label)
            action.setCheckable(True)
            action.setChecked(code == self.code)
            if code == self.code:
                menu.setActiveAction(action)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    @Slot()
    def _on_menu_gone(self) -> None:
        self.menu = None

    @Slot(str)
    def _on_picked(self, code: str) -> None:
        if code != self.code:
            self.show_code(code)
            self.changed.emit()

    def sizeHint(self) -> QSize:
        """Its word and the arrow."""
        return QSize(min(text_width(self.label, NAME) + 42, _WIDEST), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """No smaller: its word is cut off only where it is very long."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows open the menu too."""
        if event.key() in _OPENING:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A field, its word, an arrow downwards."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        is_warm = self.underMouse() or self.isDown()
        warm = tokens.sunken if is_warm else tokens.surface
        ground(painter, self.rect(), warm, tokens.muted, CONTROL_RADIUS)
        focus_ring(painter, self, self.rect(), CONTROL_RADIUS)
        word = QRect(12, 0, self.width() - 38, self.height())
        metrics = QFontMetrics(font(NAME))
        shown = metrics.elidedText(self.label, Qt.TextElideMode.ElideRight, word.width() + 1)
        write(painter, word, shown, NAME, tokens.text, LEFT)
        middle = QPointF(self.width() - 18, self.height() / 2)
        chevron(painter, middle, tokens.muted, is_down=True)
        painter.end()
