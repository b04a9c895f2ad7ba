"""Where does the schedule stand that is changed, and from which day is it to hold?"""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tracker.actions.edit import StepDraft
from tracker.domain.day import Day
from tracker.ui.pages.routine.begins import Begins
from tracker.ui.pages.routine.not_after import NotAfterField
from tracker.ui.pages.routine.schedule_field import ScheduleField
from tracker.ui.pages.routine.seen import Seen
from tracker.ui.pages.routine.sentences.base import Place
from tracker.ui.theme.type import SMALL
from tracker.ui.widgets.card import TitledCard
from tracker.ui.widgets.field import Fault
from tracker.ui.widgets.text import Text
from tracker.words.routine_editor import from_label
from tracker.words.routine_sentence import when_title


class WhenCard(TitledCard):
    """The sentence, what the step must not follow, and the first day."""

    changed = Signal()

    def __init__(self, draft: StepDraft, seen: Seen, place: Place) -> None:
        super().__init__(when_title())
        others = [one for one in seen.routine.ordered() if one.id != draft.id]
        known = [one for one in others if not seen.is_over(one) or _names(draft, one.id)]
        self.schedule = ScheduleField(draft.rule, place._replace(day=draft.replaces or place.day))
        self.rests = NotAfterField(draft.not_after, known)
        self.begins = Begins(place, draft.replaces)
        self.fault = Fault()
        self.column.setSpacing(10)
        for widget in (self.schedule, self.fault, self.rests):
            self.column.addWidget(widget)
        self.column.addSpacing(6)
        self.column.addWidget(Text(from_label(), SMALL, muted=True))
        self.column.addWidget(self.begins)
        self.rests.setVisible(bool(known))
        self.setFocusProxy(self.schedule)
        self.schedule.changed.connect(self.changed)
        self.rests.changed.connect(self.changed)
        self.begins.changed.connect(self._on_begins_changed)

    @Slot()
    def _on_begins_changed(self) -> None:
        """What began with the schedule goes along with it."""
        day = self.begins.day
        if day is not None:
            self.schedule.move_to(day)
        self.changed.emit()

    def faults(self) -> dict[QWidget, str]:
        """What is wrong, by the control in which it stands."""
        said = self.schedule.said.fault or self.rests.fault
        self.fault.say(said)
        found: dict[QWidget, str] = {}
        if said:
            found[self.schedule if self.schedule.said.fault else self.rests] = said
        if self.begins.fault:
            found[self.begins] = self.begins.fault
        return found

    def filled(self, draft: StepDraft) -> StepDraft:
        """The draft with what stands here, none of which is wrong."""
        rule, rests = self.schedule.said.rule, self.rests.rests
        if rule is None or rests is None:
            return draft
        return draft._replace(rule=rule, not_after=rests)

    @property
    def day(self) -> Day | None:
        """The first day."""
        return self.begins.day


def _names(draft: StepDraft, step: str) -> bool:
    return any(rest.step == step for rest in draft.not_after)
