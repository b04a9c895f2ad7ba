"""How does one choose among a few short values that stand side by side?"""

from collections.abc import Collection, Iterable
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tracker.ui.theme.measure import text_width
from tracker.ui.theme.paint import (
    CENTRE,
    CONTROL_RADIUS,
    focus_ring,
    ground,
    painter_on,
    ring,
    write,
)
from tracker.ui.theme.tokens import Tokens, tokens_of
from tracker.ui.theme.type import NAME, SMALL
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.pressable import Pressable
from tracker.ui.widgets.spoken import name

_HEIGHT: Final = 36
_APART: Final = 6
_ARROWS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Segment(Pressable):
    """One of the values; the one that is in force stands raised."""

    stepped = Signal(int)
    """An arrow was pressed: -1 for the value before, 1 for the one after."""

    def __init__(self, code: str, label: str, *, is_apart: bool) -> None:
        super().__init__(label)
        self.code = code
        self._is_apart = is_apart
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """Left as it is: a choice shows once it is kept."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbours."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def sizeHint(self) -> QSize:
        """Its word, and a hit target's height."""
        style, edge = (NAME, 28) if self._is_apart else (SMALL, 20)
        return QSize(text_width(self.label, style) + edge, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """No smaller: its word is never cut off."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marked where it is in force; muted where it cannot be chosen just now."""
        del event
        painter = painter_on(self)
        if self._is_apart:
            self._draw_button(painter, tokens_of(self))
        else:
            self._draw_in_well(painter, tokens_of(self))
        painter.end()

    def _draw_button(self, painter: QPainter, tokens: Tokens) -> None:
        is_chosen = self.isChecked()
        rest = tokens.sunken if self.underMouse() else tokens.surface
        line = None if is_chosen else tokens.line
        ground(painter, self.rect(), tokens.accent if is_chosen else rest, line, CONTROL_RADIUS)
        if self.hasFocus():
            inner = self.rect().adjusted(2, 2, -2, -2) if is_chosen else self.rect()
            ring(painter, inner, 6, tokens.on_accent if is_chosen else tokens.accent)
        ink = tokens.on_accent if is_chosen else tokens.text
        write(painter, self.rect(), self.label, NAME, ink, CENTRE)

    def _draw_in_well(self, painter: QPainter, tokens: Tokens) -> None:
        inner = self.rect().adjusted(3, 3, -3, -3)
        if self.isChecked():
            ground(painter, inner, tokens.accent_soft, tokens.accent, CONTROL_RADIUS - 2)
        elif self.underMouse() and self.isEnabled():
            ground(painter, inner, tokens.line, None, CONTROL_RADIUS - 2)
        ink = tokens.accent if self.isChecked() else tokens.text
        write(
            painter,
            self.rect(),
            self.label,
            SMALL,
            ink if self.isEnabled() else tokens.muted,
            CENTRE,
        )
        focus_ring(painter, self, self.rect(), CONTROL_RADIUS)


class Segments(QWidget):
    """A few values, one of which is in force: in a well, or `is_apart` like buttons in a row."""

    wished = Signal(str)
    """The code of the value that the person wants; `show_code` shows it once it is kept."""

    def __init__(self, options: Iterable[tuple[str, str]], *, is_apart: bool = False) -> None:
        super().__init__()
        self._is_apart = is_apart
        self.segments = [Segment(code, label, is_apart=is_apart) for code, label in options]
        flow = Flow(_APART if is_apart else 0)
        self.setLayout(flow)
        for segment in self.segments:
            segment.clicked.connect(self._on_clicked)
            segment.stepped.connect(self._on_stepped)
            flow.addWidget(segment)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """All in one line; where that is too wide they go on in the next."""
        width = sum(segment.sizeHint().width() for segment in self.segments)
        width += (len(self.segments) - 1) * (_APART if self._is_apart else 0)
        return QSize(width, _HEIGHT)

    def call(self, names: Iterable[str]) -> None:
        """What a screen reader calls each of them."""
        for segment, spoken in zip(self.segments, names, strict=True):
            name(segment, spoken)

    def show_code(self, code: str, closed: Collection[str] = ()) -> None:
        """Show which value is in force, and which cannot be chosen just now.

        Tab stops at the value in force alone; where it is none of these, at the first. A keyboard
        that is on one of them goes along, so that the next arrow starts from what is seen.
        """
        has_keyboard = any(one.hasFocus() for one in self.segments)
        stop = next((one for one in self.segments if one.code == code), self.segments[0])
        for one in self.segments:
            one.setEnabled(one.code not in closed)
            one.setChecked(one.code == code)
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus if one is stop else Qt.FocusPolicy.NoFocus)
        if has_keyboard and not stop.hasFocus():
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Let the keyboard go on at the value in force."""
        for one in self.segments:
            if one.focusPolicy() != Qt.FocusPolicy.NoFocus:
                one.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_clicked(self) -> None:
        segment = self.sender()
        if isinstance(segment, Segment):
            segment.setFocus(Qt.FocusReason.MouseFocusReason)
            self.wished.emit(segment.code)

    @Slot(int)
    def _on_stepped(self, by: int) -> None:
        """The next one that can be chosen, and stop at the ends."""
        open_ones = [one for one in self.segments if one.isEnabled()]
        segment = self.sender()
        if not isinstance(segment, Segment):
            return
        place = open_ones.index(segment) + by
        if 0 <= place < len(open_ones):
            open_ones[place].setFocus(Qt.FocusReason.TabFocusReason)
            self.wished.emit(open_ones[place].code)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The well, where there is one."""
        del event
        if self._is_apart:
            return
        painter = painter_on(self)
        tokens = tokens_of(self)
        ground(painter, self.rect(), tokens.sunken, tokens.line, CONTROL_RADIUS)
        painter.end()
