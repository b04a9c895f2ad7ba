"""How do the steps of a morning or an evening stand together, open and folded?"""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tracker.actions.views.today import SlotCard
from tracker.ui.theme.measure import text_width
from tracker.ui.theme.paint import (
    CARD_RADIUS,
    LEFT,
    RIGHT,
    chevron,
    fill,
    focus_ring,
    ground,
    painter_on,
    write,
)
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import BODY, CARD_TITLE, SMALL
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.mark import SIZE, draw_mark
from tracker.ui.widgets.pressable import Pressable
from tracker.ui.widgets.spoken import name
from tracker.ui.widgets.step_row import StepRow
from tracker.words.today import Names, slot_count, slot_done, slot_name, spoken_slot
from tracker.words.window import intent_label, spoken_intent

_EDGE: Final = 8
_INSET: Final = 18
_FOLDED: Final = 48
_OPEN: Final = 46
_CHEVRON_ROOM: Final = 36


class SlotHead(Pressable):
    """A slot's first line; pressing it folds or unfolds the slot."""

    def __init__(self) -> None:
        super().__init__()
        self._is_folded = False
        self._is_finished = False
        self.done = ""
        self.count = ""
        self.tick_all = Button(intent_label("tick_all"), "quiet")
        self.tick_all.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_slot(self, slot: SlotCard, *, is_folded: bool) -> None:
        """Show the slot's name, and folded also how it stands."""
        title = slot_name(slot.slot)
        waiting = sum(card.is_waiting for card in slot.cards)
        self._is_folded = is_folded
        self._is_finished = slot.is_finished
        self.done = slot_done(slot) if slot.is_finished else ""
        self.count = slot_count(slot) if is_folded else ""
        self.set_label(title)
        name(self, spoken_slot(slot))
        self.setFixedHeight(_FOLDED if is_folded else _OPEN)
        name(self.tick_all, spoken_intent("tick_all", title))
        self.tick_all.setVisible(not is_folded and waiting > 1)
        self.update()

    @property
    def _shows_mark(self) -> bool:
        return self._is_folded and self._is_finished

    @property
    def _middle(self) -> int:
        return self.height() // 2 if self._is_folded else 27

    def sizeHint(self) -> QSize:
        """Room for all its words."""
        words = text_width(self.label, CARD_TITLE)
        words += text_width(self.done, BODY) + text_width(self.count, SMALL)
        return QSize(words + SIZE + 2 * _INSET + _CHEVRON_ROOM + 36, self.height())

    def minimumSizeHint(self) -> QSize:
        """No smaller: its words are never cut off."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right."""
        super().resizeEvent(event)
        size = self.tick_all.sizeHint()
        left = self.width() - _CHEVRON_ROOM - size.width()
        self.tick_all.setGeometry(left, 27 - size.height() // 2, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark of a finished slot, its words, and which way it folds."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        if self._shows_mark:
            draw_mark(painter, QPointF(_INSET, self._middle - SIZE / 2), "done", tokens)
        left = _INSET + SIZE + 12 if self._shows_mark else _INSET
        line = QRect(left, self._middle - 16, self.width() - left - _CHEVRON_ROOM, 32)
        write(painter, line, self.label, CARD_TITLE, tokens.text, LEFT)
        line.setLeft(left + text_width(self.label, CARD_TITLE) + 12)
        write(painter, line, self.done, BODY, tokens.muted, LEFT)
        write(painter, line, self.count, SMALL, tokens.muted, RIGHT)
        ink = tokens.text if self.underMouse() else tokens.muted
        place = QPointF(self.width() - 24, self._middle)
        chevron(painter, place, ink, is_down=self._is_folded)
        focus_ring(painter, self, self.rect().adjusted(4, 4, -4, -4), CARD_RADIUS - 4)
        painter.end()


class SlotBox(QWidget):
    """A slot's card: its head, and its steps unless it is folded."""

    wished = Signal(str, str)
    """A step's id and an `Intent`."""
    stepped = Signal(str, int)
    """A step's id, and -1 or 1: the row above or below is wanted."""
    menu_wanted = Signal(str)
    """A step's id: its menu is to open."""
    all_wished = Signal(str)
    """A slot: all that is open in it is to be ticked."""

    def __init__(self, slot: SlotCard, names: Names) -> None:
        super().__init__()
        self.slot = slot
        self.is_folded = slot.is_finished
        self.rows: dict[str, StepRow] = {}
        self.head = SlotHead()
        self.head.clicked.connect(self._on_head_clicked)
        self.head.tick_all.clicked.connect(self._on_tick_all_clicked)
        self._steps = QWidget()
        self._column = QVBoxLayout(self._steps)
        self._column.setContentsMargins(_EDGE, 0, _EDGE, 12)
        self._column.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self._steps)
        self.show_slot(slot, names)

    def show_slot(self, slot: SlotCard, names: Names) -> None:
        """Show the slot as it stands now; it folds when its last step is done."""
        if slot.is_finished != self.slot.is_finished:
            self.is_folded = slot.is_finished
        self.slot = slot
        if [card.step for card in slot.cards] == list(self.rows):
            for card in slot.cards:
                self.rows[card.step].show_card(card, names)
        else:
            self._rebuild(slot, names)
        self._show_fold()

    def _rebuild(self, slot: SlotCard, names: Names) -> None:
        """Make the rows anew; a panel stays under its step, and the keyboard on its row.

        While another page is shown the keyboard is there, whatever had it here.
        """
        before, panels = self.rows, self._panels()
        self.rows = {card.step: StepRow(card, names) for card in slot.cards}
        for row in self.rows.values():
            row.wished.connect(self.wished)
            row.stepped.connect(self.stepped)
            row.menu_wanted.connect(self.menu_wanted)
            self._column.addWidget(row)
        for step, panel in panels.items():
            self._put(step, panel)
        for step, old in before.items():
            has_keyboard = old.hasFocus() or old.isAncestorOf(self.focusWidget())
            if step in self.rows and self.isVisible() and has_keyboard:
                self._give_focus(self.rows[step], is_ringed=old.is_ringed)
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _give_focus(self, row: StepRow, *, is_ringed: bool) -> None:
        row.show()
        if is_ringed:
            row.take_focus()
        else:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _panels(self) -> dict[str, QWidget]:
        """What stands between the rows, by the step above it."""
        step = ""
        found: dict[str, QWidget] = {}
        for place in range(self._column.count()):
            item = self._column.itemAt(place)
            widget = None if item is None else item.widget()
            if isinstance(widget, StepRow):
                step = widget.card.step
            elif widget is not None:
                found[step] = widget
        return found

    def put_panel(self, step: str, panel: QWidget) -> None:
        """Show a panel right under the row of a step."""
        self._put(step, panel)
        panel.show()

    def _put(self, step: str, panel: QWidget) -> None:
        if step in self.rows:
            self._column.removeWidget(panel)
            self._column.insertWidget(self._column.indexOf(self.rows[step]) + 1, panel)

    def _show_fold(self) -> None:
        self._steps.setVisible(not self.is_folded)
        self.head.show_slot(self.slot, is_folded=self.is_folded)

    @Slot()
    def _on_tick_all_clicked(self) -> None:
        self.all_wished.emit(self.slot.slot)

    @Slot()
    def _on_head_clicked(self) -> None:
        self.is_folded = not self.is_folded
        self._show_fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card, with a hairline between its rows."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        ground(painter, self.rect(), tokens.surface, tokens.line, CARD_RADIUS)
        if not self.is_folded:
            left = _EDGE + 10
            for row in list(self.rows.values())[1:]:
                top = self._steps.y() + row.y()
                fill(painter, QRectF(left, top, self.width() - 2 * left, 1), tokens.line)
        painter.end()
