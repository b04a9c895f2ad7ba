"""How does one line of a day look: a mark, a name, and what is said of it?"""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from tracker.domain.routine import StepId
from tracker.ui.theme.measure import text_width, wrapped_height
from tracker.ui.theme.paint import CONTROL_RADIUS, focus_ring, painter_on, rounded, write_wrapped
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import NAME, SMALL
from tracker.ui.widgets.mark import SIZE, Mark, draw_mark
from tracker.ui.widgets.pressable import Pressable
from tracker.ui.widgets.spoken import name
from tracker.words.calendar_day import asks_why, spoken_line

_WORDS_FROM: Final = SIZE + 12
_PADDING: Final = 5
_GAP: Final = 1


class DayRow(Pressable):
    """A step, or all of a slot, as it stands on a day; it draws its words itself.

    Where there is more to say than its short line, a press says why, and another the line again.
    """

    why_wanted = Signal(str)
    """Why the step with that id stands so is to be told."""

    def __init__(self, title: str, line: str, mark: Mark, step: StepId | None = None) -> None:
        """`step` is given where there is more to say of it; else there is nothing to press."""
        super().__init__(title)
        self.mark, self.step, self.why = mark, step, ""
        self._short = line if step is None else asks_why(line)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCheckable(step is not None)
        if step is None:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.unsetCursor()
        name(self, spoken_line(title, line))
        self.toggled.connect(self._on_toggled)

    @property
    def line(self) -> str:
        """What is said below the name."""
        return self.why if self.isChecked() and self.why else self._short

    def tell(self, why: str) -> None:
        """Say why, in one sentence."""
        self.why = why
        self.setAccessibleDescription(why)
        self.updateGeometry()
        self.update()

    @Slot()
    def _on_toggled(self) -> None:
        """The first press asks; what was told once is kept."""
        if not self.why:
            self.why_wanted.emit(self.step)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the longer of both lines."""
        width = max(text_width(self.label, NAME), text_width(self.line, SMALL)) + _WORDS_FROM
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Any width."""
        return QSize(0, SIZE + 2 * _PADDING)

    def heightForWidth(self, width: int) -> int:
        """Its lines, or its mark."""
        return max(SIZE, sum(self._heights(width))) + 2 * _PADDING

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark in the middle of its height, the words beside it."""
        del event
        tokens, painter = tokens_of(self), painter_on(self)
        if self.step is not None and self.underMouse():
            painter.fillPath(rounded(QRectF(self.rect()), CONTROL_RADIUS), tokens.sunken)
        draw_mark(painter, QPointF(0, (self.height() - SIZE) / 2), self.mark, tokens)
        title, line = self._heights(self.width())
        width = self.width() - _WORDS_FROM
        top = (self.height() - title - line) // 2
        write_wrapped(painter, QRect(_WORDS_FROM, top, width, title), self.label, NAME, tokens.text)
        below = QRect(_WORDS_FROM, top + title, width, line)
        write_wrapped(painter, below.adjusted(0, _GAP, 0, 0), self.line, SMALL, tokens.muted)
        focus_ring(painter, self, self.rect(), CONTROL_RADIUS)
        painter.end()

    def _heights(self, width: int) -> tuple[int, int]:
        room = width - _WORDS_FROM
        line = wrapped_height(self.line, SMALL, room) + _GAP if self.line else 0
        return wrapped_height(self.label, NAME, room), line
