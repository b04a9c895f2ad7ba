"""How does one say that a step has its last day?"""

from functools import partial

from tracker.actions.retire import retire, retired
from tracker.domain.day import ONE_DAY
from tracker.domain.routine import Step, StepId
from tracker.ui.forms.form import Form
from tracker.ui.forms.occasion import Intent, Occasion, Span
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.field import Field
from tracker.words.form import no_day
from tracker.words.routine_editor import last_day_label, retire_agree, retire_said, retire_title


class RetireForm(Form):
    """The last day."""

    def __init__(self, occasion: Occasion, step: Step) -> None:
        super().__init__(occasion, retire_title(step.name), retire_agree())
        self._step = step
        label, first = last_day_label(), max(occasion.today, step.start)
        self.last = DayField(label, first, occasion.today, occasion.week_start)
        self._last = self.add(Field(label, self.last))
        self.last.changed.connect(self.refresh)

    @property
    def step_id(self) -> StepId:
        """The step."""
        return self._step.id

    def take_focus(self) -> None:
        """At the day."""
        self.last.setFocus()

    def intent(self) -> Intent | None:
        """The last day."""
        last, step = self.last.day, self._step
        if last is None:
            self.wrong(self._last, no_day())
            return None
        return Intent(
            last,
            partial(retired, step_id=step.id, last=last),
            partial(retire, clock=self.occasion.clock, step_id=step.id, last=last),
            retire_said(step.name, last, self.occasion.today),
            Span(last + ONE_DAY),
        )
