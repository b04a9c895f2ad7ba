"""How are lines brought into another order: by keys, or drawn to their place by the mouse?"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from tracker.ui.theme.paint import CONTROL_RADIUS, focus_ring, ground, painter_on
from tracker.ui.theme.tokens import Tokens, tokens_of
from tracker.ui.theme.type import NAME, SMALL
from tracker.ui.widgets.card import Wrapped
from tracker.ui.widgets.pressable import Pressable

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_GRIP: Final = 24


class Line(NamedTuple):
    """Something that has a place among others: its code, its name, and what is said of it."""

    code: str
    title: str
    about: str = ""


class OrderRow(Pressable):
    """A grip, a name, and what is said of it."""

    stepped = Signal(int)
    """The neighbour is wanted: -1 for the one before, 1 for the one after."""
    moved = Signal(int)
    """The row itself is to go up (-1) or down (1)."""
    dragged = Signal(QPoint)
    """The mouse has drawn it there, in the window's global coordinates."""
    dropped = Signal()
    """The mouse has let it go."""

    def __init__(self, line: Line, *, opens: bool) -> None:
        """`opens`: something stands behind it, so that Enter presses it."""
        super().__init__(line.title)
        self.code = line.code
        self._opens = opens
        self._pressed_at: QPoint | None = None
        self.is_dragged = False
        self.setAccessibleDescription(line.about)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(40)
        column = QVBoxLayout(self)
        column.setContentsMargins(_GRIP, 7, 8, 7)
        column.setSpacing(1)
        column.addStretch(1)
        column.addWidget(Wrapped(line.title, NAME))
        if line.about:
            column.addWidget(Wrapped(line.about, SMALL, muted=True))
        column.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbours; with Alt the row itself goes."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() in _ENTER and not self._opens:
            event.ignore()
        elif step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        else:
            self.stepped.emit(step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press may become a drag."""
        self._pressed_at = event.globalPosition().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Once it has gone far enough, it is one."""
        at = event.globalPosition().toPoint()
        if self._pressed_at is None:
            return
        if (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance():
            self.is_dragged = True
        if self.is_dragged:
            self.update()
            self.dragged.emit(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A row that was drawn elsewhere is not pressed."""
        self._pressed_at = None
        if self.is_dragged:
            self.is_dragged = False
            self.setDown(False)
            self.update()
            self.dropped.emit()
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground under the mouse, and the grip."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        if self.underMouse() or self.is_dragged:
            line = tokens.accent if self.is_dragged else None
            ground(painter, self.rect(), tokens.sunken, line, CONTROL_RADIUS)
        self._draw_grip(painter, tokens)
        focus_ring(painter, self, self.rect(), CONTROL_RADIUS)
        painter.end()

    def _draw_grip(self, painter: QPainter, tokens: Tokens) -> None:
        """Six dots, as on everything that can be drawn elsewhere."""
        path = QPainterPath()
        for across in (6.0, 11.0):
            for down in (-5.0, 0.0, 5.0):
                path.addEllipse(QPointF(across, self.height() / 2 + down), 1.3, 1.3)
        painter.fillPath(path, tokens.muted)


class OrderList(QWidget):
    """Rows in an order that can be changed. Tab comes to one of them, arrows lead to the others."""

    opened = Signal(str)
    """The code of a row that was pressed."""
    ordered = Signal(list)
    """The codes in another order than before."""

    def __init__(self, lines: Iterable[Line], *, opens: bool = False) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.rows = [OrderRow(line, opens=opens) for line in lines]
        self._told = self.codes
        for row in self.rows:
            self._column.addWidget(row)
            row.clicked.connect(self._on_clicked)
            row.stepped.connect(self._on_stepped)
            row.moved.connect(self._on_moved)
            row.dragged.connect(self._on_dragged)
            row.dropped.connect(self._tell)
        if self.rows:
            self._stop_at(self.rows[0])

    @property
    def codes(self) -> list[str]:
        """The codes in the order in which the rows stand."""
        return [row.code for row in self.rows]

    def take_focus(self, code: str | None = None) -> None:
        """Let the keyboard go on at a row, the first where it is not there."""
        for row in (*(one for one in self.rows if one.code == code), *self.rows[:1]):
            self._stop_at(row)
            row.setFocus(Qt.FocusReason.TabFocusReason)
            return

    def _stop_at(self, stop: OrderRow) -> None:
        self.setFocusProxy(stop)
        for row in self.rows:
            is_stop = row is stop
            row.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus)

    def _place(self, row: OrderRow, place: int) -> None:
        """Put a row at another place."""
        self.rows.remove(row)
        self.rows.insert(place, row)
        self._column.removeWidget(row)
        self._column.insertWidget(place, row)

    def _sent(self) -> OrderRow | None:
        row = self.sender()
        return row if isinstance(row, OrderRow) else None

    @Slot()
    def _tell(self) -> None:
        if self.codes != self._told:
            self._told = self.codes
            self.ordered.emit(self.codes)

    @Slot()
    def _on_clicked(self) -> None:
        row = self._sent()
        if row is not None:
            self._stop_at(row)
            row.setFocus(Qt.FocusReason.MouseFocusReason)
            self.opened.emit(row.code)

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        """The neighbour, and stop at the ends."""
        row = self._sent()
        if row is None:
            return
        place = self.rows.index(row) + by
        if 0 <= place < len(self.rows):
            self._stop_at(self.rows[place])
            self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(int)
    def _on_moved(self, by: int) -> None:
        row = self._sent()
        if row is None:
            return
        place = self.rows.index(row) + by
        if 0 <= place < len(self.rows):
            self._place(row, place)
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self._tell()

    @Slot(QPoint)
    def _on_dragged(self, at: QPoint) -> None:
        """The row takes the place of the one whose middle the mouse has passed."""
        row = self._sent()
        if row is None:
            return
        height = self.mapFromGlobal(at).y()
        others = [one for one in self.rows if one is not row]
        place = sum(1 for one in others if one.geometry().center().y() < height)
        if place != self.rows.index(row):
            self._place(row, place)
