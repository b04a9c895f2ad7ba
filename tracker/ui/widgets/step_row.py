"""How does one step look, and what can be done on it?"""

from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy

from tracker.actions.views.today import StepCard
from tracker.ui.theme.measure import wrapped_height
from tracker.ui.theme.paint import (
    CONTROL_RADIUS,
    ground,
    painter_on,
    ring,
    write_wrapped,
)
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import NAME, SMALL
from tracker.ui.widgets.button import Link, More
from tracker.ui.widgets.mark import SIZE, draw_mark, mark_of
from tracker.ui.widgets.pressable import Pressable
from tracker.ui.widgets.spoken import name
from tracker.words.today import Names, spoken_step, spoken_unsaved, step_line, unsaved_line
from tracker.words.window import intent_label, more_label, spoken_intent

Intent: TypeAlias = Literal[
    "tick", "untick", "skip", "unskip", "anyway", "why", "swap", "ahead", "note"
]
_EDGE: Final = 10
_WORDS_FROM: Final = _EDGE + SIZE + 12
_MORE_ROOM: Final = 36
_GAP: Final = 3
_PADDING: Final = 6
_HEIGHT: Final = 49
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_BY_KEYBOARD: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def link_of(card: StepCard) -> Intent | None:
    """The one thing that a resting step offers on sight."""
    if not card.is_resting:
        return None
    return "swap" if card.can_swap and not card.is_ahead else "why"


def menu_of(card: StepCard) -> tuple[Intent, ...]:
    """What the menu of a step holds; nothing is done ahead of its day."""
    if card.is_ahead:
        return ("why",) if card.is_resting else ("ahead",)
    if card.is_ticked:
        return ("untick", "note")
    if card.status == "skipped":
        return ("tick", "unskip", "note")
    if not card.is_resting:
        return ("tick", "skip", "note")
    return ("swap", "why", "note") if card.can_swap else ("anyway", "why", "note")


def _press_of(card: StepCard) -> Intent:
    """What a press on the row means."""
    if card.is_ahead:
        return "why" if card.is_resting else "ahead"
    return "untick" if card.is_ticked else "tick"


class StepRow(Pressable):
    """A step: the whole row ticks; what else can be done is asked for by signal.

    It draws its words itself, since two labels a row would double the time to the first frame.
    """

    wished = Signal(str, str)
    """A step's id and an `Intent`."""
    stepped = Signal(str, int)
    """A step's id, and -1 or 1: the keyboard wants the row above or below."""
    menu_wanted = Signal(str)
    """A step's id: its menu is to open."""

    def __init__(self, card: StepCard, names: Names) -> None:
        super().__init__(focus=Qt.FocusPolicy.StrongFocus)
        self.card = card
        self.line = ""
        self.link: Link | None = None
        self.more: More | None = None
        self.is_unsaved = False
        """Whether a change of it could not be kept so far."""
        self._names = names
        self.is_ringed = False
        """Whether it shows that the keyboard is on it."""
        self.setCheckable(True)
        # Fixed would hold it to the height of its first width.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)
        self.show_card(card, names)

    def show_card(self, card: StepCard, names: Names) -> None:
        """Show the step as it stands now."""
        self.card, self._names = card, names
        self.line = unsaved_line() if self.is_unsaved else step_line(card, names)
        self.setChecked(card.is_ticked)
        name(self, spoken_unsaved(card.name) if self.is_unsaved else spoken_step(card, names))
        self._show_link(link_of(card))
        self.updateGeometry()
        self.update()

    def show_unsaved(self, *, is_unsaved: bool) -> None:
        """Say that a change of it is not kept yet, or no longer."""
        if is_unsaved != self.is_unsaved:
            self.is_unsaved = is_unsaved
            self.show_card(self.card, self._names)

    def _show_link(self, intent: Intent | None) -> None:
        if self.link is None and intent is not None:
            self.link = Link("")
            self.link.setParent(self)
            self.link.clicked.connect(self._on_link_clicked)
        if self.link is not None:
            self.link.set_label("" if intent is None else intent_label(intent))
            name(self.link, spoken_intent(intent or "", self.card.name))
            self.link.setVisible(intent is not None)
            self._place()

    # --- wishes ---

    def nextCheckState(self) -> None:
        """Left as it is: a tick shows once it is kept."""

    @Slot()
    def _on_clicked(self) -> None:
        self.wished.emit(self.card.step, _press_of(self.card))

    @Slot()
    def _on_link_clicked(self) -> None:
        self.wished.emit(self.card.step, link_of(self.card) or "why")

    @Slot()
    def _on_more_clicked(self) -> None:
        self.menu_wanted.emit(self.card.step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, S skips, two keys open the menu; Enter and Space are any button's."""
        self._show_ring(is_ringed=True)
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(self.card.step, _STEPS[key])
        elif _is_menu_key(event):
            self.menu_wanted.emit(self.card.step)
        elif key == Qt.Key.Key_S and not event.modifiers() and "skip" in menu_of(self.card):
            self.wished.emit(self.card.step, "skip")
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Right click."""
        self.menu_wanted.emit(self.card.step)
        event.accept()

    # --- what shows when it is looked at ---

    def take_focus(self) -> None:
        """Let the keyboard go on here, and show that it does."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self._show_ring(is_ringed=self.hasFocus())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Offer more under the mouse."""
        super().enterEvent(event)
        self._show_more()

    def leaveEvent(self, event: QEvent) -> None:
        """Offer less."""
        super().leaveEvent(event)
        self._show_more()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Offer more; the ring shows only where the keyboard brought the focus."""
        super().focusInEvent(event)
        self._show_ring(is_ringed=event.reason() in _BY_KEYBOARD)
        self._show_more()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offer less."""
        super().focusOutEvent(event)
        self._show_ring(is_ringed=False)
        self._show_more()

    def _show_ring(self, *, is_ringed: bool) -> None:
        self.is_ringed = is_ringed
        self.update()

    def _show_more(self) -> None:
        """The dots have a place of their own whether or not they show, so that nothing jumps."""
        if self.more is None:
            self.more = More()
            self.more.setParent(self)
            self.more.clicked.connect(self._on_more_clicked)
            self._place()
        name(self.more, more_label(self.card.name))
        self.more.setVisible(self.underMouse() or self.hasFocus())

    # --- layout and drawing ---

    def _place(self) -> None:
        """The link at the right end, the dots before it."""
        right = self.width() - _EDGE + 6
        if self.link is not None and not self.link.isHidden():
            size = self.link.sizeHint()
            right -= size.width()
            self.link.setGeometry(
                right, (self.height() - size.height()) // 2, size.width(), size.height()
            )
        if self.more is not None:
            self.more.move(right - self.more.width(), (self.height() - self.more.height()) // 2)

    def _words_width(self, width: int) -> int:
        link = (
            0 if link_of(self.card) is None or self.link is None else self.link.sizeHint().width()
        )
        return width - _WORDS_FROM - _EDGE - _MORE_ROOM - link

    def hasHeightForWidth(self) -> bool:
        """Narrower is taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As tall as its words need, and never lower than a hit target."""
        room = self._words_width(width)
        height = wrapped_height(self.card.name, NAME, room)
        if self.line:
            height += _GAP + wrapped_height(self.line, SMALL, room)
        return max(_HEIGHT, height + 2 * _PADDING)

    def sizeHint(self) -> QSize:
        """Room for a line of usual length."""
        return QSize(360, self.heightForWidth(max(360, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Room for a word or two a line."""
        return QSize(220, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the link and the dots anew."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, mark, name and line."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        if self.underMouse() or self.hasFocus():
            ground(painter, self.rect(), tokens.sunken, None, CONTROL_RADIUS)
        corner = QPointF(_EDGE, (self.height() - SIZE) / 2)
        draw_mark(painter, corner, mark_of(self.card), tokens)
        for text, rect, style, ink in (
            (self.card.name, self._name_rect(), NAME, tokens.text),
            (self.line, self._line_rect(), SMALL, tokens.muted),
        ):
            write_wrapped(painter, rect, text, style, ink)
        if self.is_ringed:
            ring(painter, self.rect(), CONTROL_RADIUS, tokens.accent)
        painter.end()

    def _name_rect(self) -> QRect:
        room = self._words_width(self.width())
        height = wrapped_height(self.card.name, NAME, room)
        line = _GAP + wrapped_height(self.line, SMALL, room) if self.line else 0
        return QRect(_WORDS_FROM, (self.height() - height - line) // 2, room, height)

    def _line_rect(self) -> QRect:
        above = self._name_rect()
        return QRect(above.left(), above.bottom() + 1 + _GAP, above.width(), self.height())


def _is_menu_key(event: QKeyEvent) -> bool:
    with_shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and with_shift)
