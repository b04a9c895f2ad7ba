"""How do the steps of a morning or an evening stand together, open and folded?"""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tracker.actions.views.today import SlotCard
from tracker.ui.theme.paint import CARD_RADIUS, chevron, focus_ring, ground, painter_on
from tracker.ui.theme.tokens import tokens_of
from tracker.ui.theme.type import BODY, CARD_TITLE, SMALL
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.mark import SIZE, draw_mark
from tracker.ui.widgets.panel import Panel
from tracker.ui.widgets.step_row import StepRow
from tracker.ui.widgets.text import Text
from tracker.words.today import Cast, slot_count, slot_done, slot_name, spoken_slot
from tracker.words.window import intent_label, spoken_intent

_EDGE: Final = 8
_FOLDED: Final = 48
_OPEN: Final = 46


class SlotHead(QAbstractButton):
    """A slot's first line; pressing it folds or unfolds the slot."""

    def __init__(self) -> None:
        super().__init__()
        self._is_folded = False
        self._is_finished = False
        self._name = Text("", CARD_TITLE)
        self._done = Text("", BODY, muted=True)
        self._count = Text("", SMALL, muted=True)
        self.tick_all = Button(intent_label("tick_all"), "quiet")
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        for text in (self._name, self._done, self._count):
            text.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row.addWidget(self._name)
        self._row.addWidget(self._done)
        self._row.addStretch(1)
        self._row.addWidget(self._count)
        self._row.addWidget(self.tick_all)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_slot(self, slot: SlotCard, *, is_folded: bool) -> None:
        """Show the slot's name, and folded also how it stands."""
        self._is_folded = is_folded
        self._is_finished = slot.is_finished
        self._name.setText(slot_name(slot.slot))
        self._done.setText(slot_done(slot))
        self._done.setVisible(slot.is_finished)
        open_steps = [card for card in slot.cards if card.status == "due"]
        self._count.setText(slot_count(slot))
        self._count.setVisible(is_folded)
        self.tick_all.setAccessibleName(spoken_intent("tick_all", slot_name(slot.slot)))
        self.tick_all.setVisible(not is_folded and len(open_steps) > 1)
        self.setAccessibleName(spoken_slot(slot))
        left = 18 + SIZE + 12 if self._shows_mark else 18
        self._row.setContentsMargins(left, 0 if is_folded else 8, 18 + 18, 0)
        self.setFixedHeight(_FOLDED if is_folded else _OPEN)
        self.update()

    @property
    def _shows_mark(self) -> bool:
        return self._is_folded and self._is_finished

    def enterEvent(self, event: QEnterEvent) -> None:
        """Warm up under the mouse."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Cool down."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark of a finished slot, and which way it folds."""
        del event
        tokens = tokens_of(self)
        painter = painter_on(self)
        middle = self.height() / 2 if self._is_folded else 27
        if self._shows_mark:
            draw_mark(painter, QPointF(18, middle - SIZE / 2), "done", tokens)
        ink = tokens.text if self.underMouse() else tokens.muted
        chevron(painter, QPointF(self.width() - 24, middle), ink, is_down=self._is_folded)
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

    def __init__(self, slot: SlotCard, players: Cast) -> None:
        super().__init__()
        self.slot = slot
        self.is_folded = slot.is_finished
        self.rows: dict[str, StepRow] = {}
        self.head = SlotHead()
        self.head.clicked.connect(self._on_head_clicked)
        self.tick_all = self.head.tick_all
        self.tick_all.clicked.connect(self._on_tick_all_clicked)
        self._steps = QWidget()
        self._column = QVBoxLayout(self._steps)
        self._column.setContentsMargins(_EDGE, 0, _EDGE, 12)
        self._column.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self._steps)
        self.show_slot(slot, players)

    def show_slot(self, slot: SlotCard, players: Cast) -> None:
        """Show the slot as it stands now; it folds when its last step is done."""
        if slot.is_finished != self.slot.is_finished:
            self.is_folded = slot.is_finished
        self.slot = slot
        if [card.step for card in slot.cards] != list(self.rows):
            self._rebuild(slot, players)
        for card in slot.cards:
            self.rows[card.step].show_card(card, players)
        self._show_fold()

    def _rebuild(self, slot: SlotCard, players: Cast) -> None:
        for old in self.rows.values():
            old.deleteLater()
        self.rows = {card.step: StepRow(card, players) for card in slot.cards}
        for row in self.rows.values():
            row.wished.connect(self.wished)
            row.stepped.connect(self.stepped)
            row.menu_wanted.connect(self.menu_wanted)
            self._column.addWidget(row)

    def put_panel(self, step: str, panel: Panel) -> None:
        """Show a panel right under the row of a step."""
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
            for row in list(self.rows.values())[1:]:
                top = row.mapTo(self, row.rect().topLeft()).y()
                painter.fillRect(_EDGE + 10, top, self.width() - 2 * (_EDGE + 10), 1, tokens.line)
        painter.end()
