"""How is a step changed: its schedule as a sentence, and what that would do, before it is done?"""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tracker.actions.edit import StepDraft
from tracker.domain.day import weekday_of
from tracker.domain.routine import Step, StepId
from tracker.ui.pages.routine.changes_card import ChangesCard, KnowCard
from tracker.ui.pages.routine.details import Details
from tracker.ui.pages.routine.foreseeing import Foreseen
from tracker.ui.pages.routine.history import History
from tracker.ui.pages.routine.seen import Seen
from tracker.ui.pages.routine.sentences.base import Place
from tracker.ui.pages.routine.wanted import Wanted
from tracker.ui.pages.routine.when_card import WhenCard
from tracker.ui.theme.type import BODY, PAGE_TITLE
from tracker.ui.widgets.button import Button, Link
from tracker.ui.widgets.field import Fault
from tracker.ui.widgets.fold import Fold
from tracker.ui.widgets.scroll import Scroll
from tracker.ui.widgets.text import Text
from tracker.words import routine_editor as words
from tracker.words.form import cancel

_NARROW: Final = 560
"""The width under which the two lower cards stand below each other."""
_MARGIN: Final = 28


class StepEditor(QWidget):
    """The place in which a step is changed, or added. Enter agrees; the buttons stay in sight."""

    wished = Signal(object)
    """A `Wanted` whenever other values stand here; None while they come to nothing."""
    agreed = Signal(object)
    """A `Wanted` that is to be done."""
    left = Signal()
    """Nothing is to be done; of what was changed nothing is asked here."""
    retire_wanted = Signal(str)
    """The step is to have its last day."""
    version_wanted = Signal(object)
    """The first `Day` of another version of the step, which is to be changed instead."""
    taken_back = Signal(object)
    """The first `Day` of a version that is never to begin."""

    def __init__(self, draft: StepDraft, seen: Seen) -> None:
        super().__init__()
        self._draft, self._seen = draft, seen
        self._is_touched = False
        self._wanted: Wanted | None = None
        self._is_given = False
        first = seen.today if draft.start is None else max(seen.today, draft.start)
        week = weekday_of(seen.routine.week_of(seen.today))
        place = Place(first, seen.today, week)
        self.title = Text("", PAGE_TITLE, wraps=True)
        self.subtitle = Text("", BODY, muted=True, wraps=True)
        self.leave, self.agree = Button(cancel()), Button("", "primary")
        self.fault = Fault()
        self.when = WhenCard(draft, seen, place)
        self.details = Details(draft, seen, place)
        self.changes, self.know = ChangesCard(), KnowCard()
        self._upper = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._scroll = Scroll()
        self.setFocusProxy(self.when)
        self._lay_out()
        self._listen()
        self._begun = self._read()
        self._show(self._begun)

    # --- how it is laid out ---

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(_MARGIN, 34, _MARGIN, 12)
        above.setSpacing(8)
        above.addLayout(self._heading())
        above.addWidget(self.fault)
        whole.addLayout(above)
        whole.addWidget(self._scroll, 1)
        column = self._scroll.column
        column.setContentsMargins(_MARGIN, 4, _MARGIN, _MARGIN)
        column.setSpacing(16)
        column.addWidget(self.when)
        if self._draft.id is None:
            column.addWidget(self.details)
        self._lower.setSpacing(16)
        self._lower.addWidget(self.changes, 4)
        self._lower.addWidget(self.know, 3)
        column.addLayout(self._lower, 1)
        if self._draft.id is not None:
            self._lay_out_below(column, self._seen.routine.step(self._draft.id))

    def _lay_out_below(self, column: QVBoxLayout, step: Step) -> None:
        """What is seldom wanted of a step that is there."""
        column.addWidget(Fold(words.details_link(), self.details))
        if len(step.schedule) > 1:
            column.addWidget(self._history(step))
        self.retire = Link(words.retire_label())
        self.retire.clicked.connect(self._on_retire)
        column.addWidget(self.retire, 0, Qt.AlignmentFlag.AlignLeft)

    def _history(self, step: Step) -> Fold:
        """Open from the beginning where something of it is still to come."""
        history = History(step, self._seen.today, self._draft.replaces)
        history.version_wanted.connect(self.version_wanted)
        history.taken_back.connect(self.taken_back)
        fold = Fold(words.versions_label(), history)
        if step.schedule[-1].begins > max(self._seen.today, step.start):
            fold.open()
        return fold

    def _heading(self) -> QBoxLayout:
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(self.title)
        titles.addWidget(self.subtitle)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.leave, self.agree):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addStretch()
        self._upper.setSpacing(8)
        self._upper.addLayout(titles, 1)
        self._upper.addLayout(buttons)
        return self._upper

    def _listen(self) -> None:
        self.when.changed.connect(self._on_changed)
        self.details.changed.connect(self._on_changed)
        self.agree.clicked.connect(self._on_agreed)
        self.leave.clicked.connect(self.left)

    # --- what stands in it ---

    @property
    def step_id(self) -> StepId | None:
        """The step that is changed; None for one that is added."""
        return self._draft.id

    @property
    def wanted(self) -> Wanted | None:
        """What stands here; None where it comes to nothing."""
        return self._wanted

    def has_changed(self) -> bool:
        """Whether other values stand here than at the beginning."""
        wanted = self._read()
        return wanted != self._begun or (wanted is None and self._is_touched)

    def begin(self) -> None:
        """Foresee what stands here from the beginning."""
        self.wished.emit(self._wanted)
        (self.details.name if self._draft.id is None and not self._draft.name else self).setFocus()

    def _read(self) -> Wanted | None:
        faults = {**self.when.faults(), **self.details.faults()}
        day = self.when.day
        if faults or day is None:
            return None
        draft = self.when.filled(self.details.filled(self._draft))
        opened = None if self._draft.id is None else self._draft
        return Wanted(draft, day, self.when.begins.rewrites, opened)

    def _show(self, wanted: Wanted | None) -> None:
        """Name what it is about, and what agreeing would do."""
        self._wanted = wanted
        name = self.details.name.words or words.new_title()
        self.title.setText(name)
        groups = self._seen.groups()
        is_grouped = any(self._draft.id in group.priority for group in groups)
        draft = self._draft if wanted is None else wanted.draft
        self.subtitle.setText(words.step_subtitle(draft.slot, draft.kind, is_grouped=is_grouped))
        day, is_new = self.when.day, self._draft.id is None
        if day is not None:
            said = None if wanted is not None and wanted.holds_at_once else day
            self.agree.set_label(words.save_label(said, self._seen.today, is_new=is_new))

    def show_foreseen(self, found: Foreseen) -> None:
        """Say what would become of the coming days, or why it cannot be."""
        self.fault.say(found.fault)
        self.changes.show_foreseen(found)
        stays = self.when.begins.stays
        lines = (found.past, found.span, stays, *self._given_way(), *found.others, *found.warnings)
        self.know.show_lines([line for line in lines if line])

    def _given_way(self) -> list[str]:
        """What was wanted for a later day until now."""
        if self._wanted is None or self._draft.id is None:
            return []
        days = self._wanted.given_way(self._seen.routine.step(self._draft.id))
        return [words.gives_way(day, self._seen.today) for day in days]

    def show_fault(self, fault: str) -> None:
        """Say why what was agreed to could not be done; it can be tried again."""
        self._is_given = False
        self.fault.say(fault)

    # --- what happens ---

    @Slot()
    def _on_changed(self) -> None:
        before = self._wanted
        self._is_given, self._is_touched = False, True
        self._show(self._read())
        if self._wanted != before:
            self.wished.emit(self._wanted)

    @Slot()
    def _on_agreed(self) -> None:
        """Once; or go to what is wrong."""
        faults = {**self.when.faults(), **self.details.faults()}
        self._show(self._read())
        if self._wanted is None:
            for widget in faults:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                self._scroll.ensureWidgetVisible(widget)
                return
        elif not self._is_given:
            self._is_given = True
            self.agreed.emit(self._wanted)

    @Slot()
    def _on_retire(self) -> None:
        if self._draft.id is not None:
            self.retire_wanted.emit(self._draft.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter agrees, wherever the keyboard is but on a button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._on_agreed()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Title and buttons, and the lower cards, stand beside each other where there is room."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        is_narrow = event.size().width() < _NARROW
        for box in (self._upper, self._lower):
            box.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)
