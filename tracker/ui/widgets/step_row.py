"""How does one step look, and what can be done on it?"""

from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout

from tracker.actions.views.today import StepCard
from tracker.ui.theme.paint import CONTROL_RADIUS, focus_ring, ground, painter_on
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import NAME, SMALL
from tracker.ui.widgets.button import Link, More
from tracker.ui.widgets.mark import SIZE, draw_mark, mark_of
from tracker.ui.widgets.text import Text
from tracker.words.today import Cast, spoken_step, step_line
from tracker.words.window import intent_label, more_label, spoken_intent

Intent: TypeAlias = Literal["tick", "untick", "skip", "unskip", "anyway", "why", "swap"]
_EDGE: Final = 10
_HEIGHT: Final = 49
_BY_KEYBOARD: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def link_of(card: StepCard) -> Intent | None:
    """The one thing that a resting step offers on sight."""
    if not card.is_resting:
        return None
    return "swap" if card.can_swap else "why"


def menu_of(card: StepCard) -> tuple[Intent, ...]:
    """What the menu of a step holds."""
    if card.is_ticked:
        return ("untick",)
    if card.status == "skipped":
        return ("tick", "unskip")
    if not card.is_resting:
        return ("tick", "skip")
    return ("swap", "anyway", "why") if card.can_swap else ("anyway", "why")


class StepRow(QAbstractButton):
    """A step: the whole row ticks; what else can be done is asked for by signal."""

    wished = Signal(str, str)
    """A step's id and an `Intent`."""
    stepped = Signal(str, int)
    """A step's id, and -1 or 1: the keyboard wants the row above or below."""
    menu_wanted = Signal(str)
    """A step's id: its menu is to open."""

    def __init__(self, card: StepCard, players: Cast) -> None:
        super().__init__()
        self.card = card
        self._is_ringed = False
        self._name = Text("", NAME, wraps=True)
        self._line = Text("", SMALL, muted=True, wraps=True)
        self.link = Link("")
        self.more = More()
        self._lay_out()
        self.setMinimumHeight(_HEIGHT)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.clicked.connect(self._on_clicked)
        self.link.clicked.connect(self._on_link_clicked)
        self.more.clicked.connect(self._on_more_clicked)
        self.show_card(card, players)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(3)
        for text in (self._name, self._line):
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE + SIZE + 12, 6, _EDGE - 6, 6)
        row.setSpacing(4)
        row.addLayout(words, 1)
        row.addWidget(self.more)
        row.addWidget(self.link)

    def show_card(self, card: StepCard, players: Cast) -> None:
        """Show the step as it stands now."""
        self.card = card
        line = step_line(card, players)
        self._name.setText(card.name)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.setChecked(card.is_ticked)
        self.setAccessibleName(spoken_step(card, players))
        self.more.setAccessibleName(more_label(card.name))
        self._show_link(link_of(card))
        self._show_more()
        self.update()

    def _show_link(self, intent: Intent | None) -> None:
        self.link.setVisible(intent is not None)
        if intent is not None:
            self.link.setText(intent_label(intent))
            self.link.setAccessibleName(spoken_intent(intent, self.card.name))
            self.link.updateGeometry()

    def nextCheckState(self) -> None:
        """Left as it is: a tick shows once it is kept."""

    @Slot()
    def _on_clicked(self) -> None:
        self.wished.emit(self.card.step, "untick" if self.card.is_ticked else "tick")

    @Slot()
    def _on_link_clicked(self) -> None:
        self.wished.emit(self.card.step, link_of(self.card) or "why")

    @Slot()
    def _on_more_clicked(self) -> None:
        self.menu_wanted.emit(self.card.step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter ticks, S skips; Space is the button's own."""
        self._is_ringed = True
        self.update()
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(self.card.step, _STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_S and not event.modifiers() and "skip" in menu_of(self.card):
            self.wished.emit(self.card.step, "skip")
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Right click, menu key or Shift+F10."""
        self.menu_wanted.emit(self.card.step)
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Warm up under the mouse."""
        super().enterEvent(event)
        self._show_more()

    def leaveEvent(self, event: QEvent) -> None:
        """Cool down."""
        super().leaveEvent(event)
        self._show_more()

    def take_focus(self) -> None:
        """Let the keyboard go on here, and show that it does."""
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what the keyboard can reach."""
        super().focusInEvent(event)
        self._is_ringed = event.reason() in _BY_KEYBOARD
        self._show_more()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide it again."""
        super().focusOutEvent(event)
        self._show_more()

    def _show_more(self) -> None:
        self.more.show_dots(is_shown=self.underMouse() or self.hasFocus())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it from the tokens."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        if self.underMouse() or self.hasFocus():
            ground(painter, self.rect(), tokens.sunken, None, CONTROL_RADIUS)
        corner = QPointF(_EDGE, (self.height() - SIZE) / 2)
        draw_mark(painter, corner, mark_of(self.card), tokens)
        if self._is_ringed:
            focus_ring(painter, self, self.rect(), CONTROL_RADIUS)
        painter.end()
