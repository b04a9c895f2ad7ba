"""Which steps does one add? A list of those that most routines have."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from tracker.actions.edit import StepDraft
from tracker.domain.routine import SLOTS
from tracker.exchange.ready_steps import ready_steps
from tracker.ui.theme.type import SMALL
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.card import TitledCard, Wrapped
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.text import Text
from tracker.words.form import cancel
from tracker.words.routine_add import add_about, add_title
from tracker.words.today import slot_name


class Adding(TitledCard):
    """Buttons by slot; each brings a step with a schedule that is usual for it."""

    chosen = Signal(object)
    """A `StepDraft` to begin with."""
    left = Signal()
    """None of them."""

    def __init__(self) -> None:
        super().__init__(add_title())
        self.buttons: list[Button] = []
        self.column.addWidget(Wrapped(add_about(), SMALL, muted=True))
        ready = ready_steps()
        for slot in SLOTS:
            self.column.addSpacing(8)
            self.column.addWidget(Text(slot_name(slot), SMALL, muted=True))
            row = Flow(8)
            for draft in (one for one in ready if one.slot == slot):
                row.addWidget(self._button(draft))
            self.column.addLayout(row)
        self.column.addSpacing(8)
        leave = Button(cancel(), "quiet")
        leave.clicked.connect(self.left)
        self.column.addWidget(leave, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def _button(self, draft: StepDraft) -> QWidget:
        button = Button(draft.name)
        # What is something else has no name yet.
        begun = draft._replace(name="") if draft.kind == "other" else draft
        button.clicked.connect(partial(self.chosen.emit, begun))
        self.buttons.append(button)
        return button

    def take_focus(self) -> None:
        """At the first of them."""
        self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
