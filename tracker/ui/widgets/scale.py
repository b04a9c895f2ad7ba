"""How does one pick a mark from a few that stand in a row?"""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy

from tracker.domain.product import FACETS, Facet, range_of
from tracker.ui.theme.measure import text_width
from tracker.ui.theme.paint import CENTRE, LEFT, RIGHT, painter_on, rounded, write
from tracker.ui.theme.tokens import Tokens, tokens_of
from tracker.ui.theme.type import BODY, NAME, SMALL
from tracker.ui.widgets.spoken import name
from tracker.words.rating import degree, facet_name, spoken_mark

_GAP: Final = 4
_SIDEWAYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_PICKING: Final = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WORD: Final = 66
"""The room for a degree in words."""


class Scale(QAbstractSlider):
    """The marks of one facet. Picking the mark that is set takes it back.

    A slider to Qt, so that a screen reader says where on it one is. Arrows move the place, Space
    or Enter picks it, a digit picks at once.
    """

    picked = Signal(str, object)
    """The facet, and a mark, or None: the mark is taken back."""

    def __init__(self, facet: Facet) -> None:
        super().__init__()
        self.facet: Facet = facet
        self.mark: int | None = None
        self._under_mouse: int | None = None
        self.setRange(*range_of(facet))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_mark(None)

    def show_mark(self, mark: int | None) -> None:
        """Show the mark that is kept."""
        self.mark = mark
        self.setValue(self.minimum() if mark is None else mark)
        name(self, spoken_mark(self.facet, mark))
        self.update()

    def cell(self, mark: int) -> QRectF:
        """Where a mark stands."""
        count = self.maximum() - self.minimum() + 1
        width = (self.width() + _GAP) / count
        return QRectF((mark - self.minimum()) * width, 0, width - _GAP, self.height())

    def at(self, place: QPoint) -> int | None:
        """The mark at a place; None beside all of them."""
        marks = range(self.minimum(), self.maximum() + 1)
        return next((mark for mark in marks if self.cell(mark).right() + _GAP > place.x()), None)

    def _pick(self, mark: int) -> None:
        self.picked.emit(self.facet, None if mark == self.mark else mark)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Picked when it is let go, like any button."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pick what is under the mouse."""
        found = self.at(event.position().toPoint())
        if found is not None and self.rect().contains(event.position().toPoint()):
            self._pick(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Warm up what is under the mouse."""
        self._under_mouse = self.at(event.position().toPoint())
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Cool down."""
        super().leaveEvent(event)
        self._under_mouse = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Space and Enter pick, a digit picks at once (0 is 10 where there is one)."""
        digit = digit_of(event)
        mark = 10 if digit == 0 and self.maximum() == 10 else digit
        if event.key() in _SIDEWAYS:
            self.setValue(self.value() + _SIDEWAYS[Qt.Key(event.key())])
            self.update()
        elif event.key() in _PICKING:
            self._pick(self.value())
        elif mark is not None:
            if self.minimum() <= mark <= self.maximum():
                self.picked.emit(self.facet, mark)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard has gone on; what was not picked is forgotten."""
        super().focusOutEvent(event)
        self.setValue(self.minimum() if self.mark is None else self.mark)
        self.update()

    def draw_cell(self, painter: QPainter, rect: QRectF, mark: int, ground: QColor) -> None:
        """A mark's ground, with the ring of the keyboard where that is on it."""
        tokens = tokens_of(self)
        shape = rounded(rect.adjusted(0.5, 0.5, -0.5, -0.5), min(6.0, rect.height() / 3))
        painter.fillPath(shape, ground)
        has_ring = self.hasFocus() and mark == self.value()
        if has_ring or mark == self._under_mouse:
            painter.strokePath(shape, tokens.accent if has_ring else tokens.muted)


def digit_of(event: QKeyEvent) -> int | None:
    """The digit that was typed without any other key; None for anything else."""
    keypad = Qt.KeyboardModifier.KeypadModifier
    is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, keypad)
    place = event.key() - Qt.Key.Key_0
    return place if is_plain and 0 <= place <= 9 else None


def _names_width() -> int:
    """The room of the longest name, so that the places of all facets stand below each other."""
    return max(text_width(facet_name(facet), BODY) for facet in FACETS[1:])


class OverallScale(Scale):
    """1 to 10 as cells with their numbers; 10 is clear."""

    def __init__(self) -> None:
        super().__init__("overall")

    def sizeHint(self) -> QSize:
        """As in a row of buttons."""
        return QSize(300, 40)

    def minimumSizeHint(self) -> QSize:
        """Room for ten numbers."""
        return QSize(200, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells; the one that is set on the accent."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        for mark in range(self.minimum(), self.maximum() + 1):
            is_set = mark == self.mark
            cell = self.cell(mark)
            self.draw_cell(painter, cell, mark, tokens.accent if is_set else tokens.sunken)
            style, ink = (NAME, tokens.on_accent) if is_set else (SMALL, tokens.muted)
            write(painter, cell.toRect(), str(mark), style, ink, CENTRE)
        painter.end()


class FacetScale(Scale):
    """A facet's name, its mark in words, and five places: a ring for none and four bars."""

    def sizeHint(self) -> QSize:
        """As tall as a hit target."""
        return QSize(300, 32)

    def minimumSizeHint(self) -> QSize:
        """Room for the name, the words and the places."""
        return QSize(_names_width() + _WORD + 100, 32)

    def cell(self, mark: int) -> QRectF:
        """The places stand at the right and take what the words leave, to a limit."""
        room = self.width() - _names_width() - _WORD - 16
        width = min(26.0, (room - 4 * _GAP) / 5)
        left = self.width() - 5 * width - 4 * _GAP
        return QRectF(left + mark * (width + _GAP), 0, width, self.height())

    def at(self, place: QPoint) -> int | None:
        """The mark at a place; None on the name and the words."""
        if place.x() < self.cell(0).left() - _GAP:
            return None
        return super().at(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Filled up to the mark; a mark of none fills the ring alone."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        write(painter, self.rect(), facet_name(self.facet), BODY, tokens.text, LEFT)
        words = self.rect()
        words.setRight(int(self.cell(0).left()) - 8)
        write(painter, words, degree(self.mark), SMALL, tokens.muted, RIGHT)
        for mark in range(5):
            self._draw_place(painter, mark, tokens)
        painter.end()

    def _draw_place(self, painter: QPainter, mark: int, tokens: Tokens) -> None:
        cell = self.cell(mark)
        height = 10.0
        bar = QRectF(cell.left(), (self.height() - height) / 2, cell.width(), height)
        if mark == 0:
            bar = QRectF(bar.right() - height, bar.top(), height, height)
        is_set = self.mark is not None and (mark == self.mark if mark == 0 else mark <= self.mark)
        self.draw_cell(painter, bar, mark, tokens.accent if is_set else tokens.line)
