"""How does one enter a clinic treatment, or a series of them?"""

from datetime import timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import Slot

from tracker.actions.treat import LONGEST_REST, MOST_IN_SERIES, series, treat, treated
from tracker.domain.day import LAST_DAY, Day
from tracker.domain.outside import NOTE_LENGTH
from tracker.domain.routine import Kind, Treatment
from tracker.ui.forms.form import Form
from tracker.ui.forms.occasion import Intent, Occasion, Span
from tracker.ui.pages.calendar.forms.price import PriceField
from tracker.ui.pages.calendar.forms.step_choice import step_options
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.field import Field
from tracker.ui.widgets.fold import Fold
from tracker.ui.widgets.line_field import LineField
from tracker.ui.widgets.number_field import NumberField
from tracker.ui.widgets.option_row import Option
from tracker.ui.widgets.options import Options
from tracker.words.form import no_day, no_number, no_step_chosen
from tracker.words.language import listed
from tracker.words.treatment_form import (
    change_steps,
    clinic_label,
    how_often,
    kind_label,
    kinds,
    more_label,
    no_amount,
    no_currency,
    no_name,
    no_rest,
    note_label,
    once,
    other_kind,
    own_words_label,
    price_label,
    rest_about,
    rest_label,
    resting_about,
    resting_label,
    runs_too_far,
    several,
    times_label,
    treated_on,
    treatment_agree,
    treatment_said,
    treatment_title,
    weeks_label,
)

RESTED: Final[frozenset[Kind]] = frozenset(
    ("exfoliant", "retinoid", "toner", "mask", "refining lotion")
)
"""The kinds of step that rest unless the person says otherwise: acids and treatments."""
_MOST_WEEKS: Final = 52
_OTHER: Final = "other"
_ONCE: Final = "once"
_SERIES: Final = "series"
_WEEK: Final = timedelta(days=7)


class TreatmentForm(Form):
    """What, when, how often, and what rests for how long; and what one likes to remember of it."""

    def __init__(self, occasion: Occasion) -> None:
        super().__init__(occasion, treatment_title(), treatment_agree())
        self.kind = Options([("", _kinds())], ["0"], is_one=True)
        self.name = LineField(own_words_label())
        self.day = DayField(treated_on(), occasion.day, occasion.today, occasion.week_start)
        self.often = Options([("", _ways())], [_ONCE], is_one=True)
        self.times = NumberField(times_label(), 2, MOST_IN_SERIES, 3)
        self.weeks = NumberField(weeks_label(), 1, _MOST_WEEKS, 4)
        self.rest = NumberField(rest_label(), 0, LONGEST_REST)
        self.steps = step_options(occasion.steps(), _rested(occasion))
        self.clinic = LineField(clinic_label())
        self.price = PriceField(occasion.routine)
        self.note = LineField(note_label(), longest=NOTE_LENGTH)
        self._add_fields()
        self._listen()
        self._show_those_that_count()

    def _add_fields(self) -> None:
        self.add(Field(kind_label(), self.kind))
        self._name = self.add(Field(own_words_label(), self.name))
        self._day = self.add(Field(treated_on(), self.day))
        self.add(Field(how_often(), self.often))
        self._times = self.add(Field(times_label(), self.times))
        self._weeks = self.add(Field(weeks_label(), self.weeks))
        self._rest = self.add(Field(rest_label(), self.rest, about=rest_about()))
        self._steps = self.add(Field(resting_label(), self._folded_steps(), about=resting_about()))
        self.price_field = Field(price_label(), self.price)
        clinic, note = Field(clinic_label(), self.clinic), Field(note_label(), self.note)
        self.add_folded(more_label(), clinic, self.price_field, note)

    def _folded_steps(self) -> Fold:
        """The steps that rest, named; open where none is chosen yet."""
        chosen = [step.name for step in self.occasion.steps() if step.id in self.steps.chosen]
        fold = Fold(change_steps(), self.steps, line=listed(chosen))
        if not chosen:
            fold.open()
        return fold

    def _listen(self) -> None:
        for choice in (self.kind, self.often):
            choice.changed.connect(self._on_chosen)
        for number in (self.times, self.weeks, self.rest):
            number.changed.connect(self.refresh)
        self.name.textChanged.connect(self.refresh)
        self.day.changed.connect(self.refresh)
        self.steps.changed.connect(self.refresh)
        self.price.settled.connect(self.refresh)

    def take_focus(self) -> None:
        """At the kind."""
        self.kind.setFocus()

    def intent(self) -> Intent | None:
        """The treatments."""
        self._check_words()
        day, times, weeks = self.day.day, self._number(self._times), self._number(self._weeks)
        if day is None:
            self.wrong(self._day, no_day())
        if self.rest.number is None:
            tell = self.missing if self.rest.is_empty else self.wrong
            tell(self._rest, no_rest(LONGEST_REST))
        if day is None or times is None or weeks is None or self.rest.number is None:
            return None
        if (times - 1) * weeks * _WEEK > LAST_DAY - day:
            self.wrong(self._times if times > 1 else self._day, runs_too_far())
            return None
        return self._treated(series(self._first(day, self.rest.number), times, 7 * weeks))

    def _number(self, field: Field) -> int | None:
        """The number in one of the series' fields; 1 where there is no series."""
        control = self.times if field is self._times else self.weeks
        if not self._is_series:
            return 1
        if control.number is None:
            self.wrong(field, no_number(control.least, control.most))
        return control.number

    def _check_words(self) -> None:
        if self._is_other and not self.name.words:
            self.missing(self._name, no_name())
        if not self.steps.chosen:
            self.missing(self._steps, no_step_chosen())
        if self.price.has_wrong_amount:
            self.wrong(self.price_field, no_amount())
        elif self.price.has_wrong_currency:
            self.wrong(self.price_field, no_currency())

    def _first(self, day: Day, rest_days: int) -> Treatment:
        return Treatment(
            day,
            self.name.words if self._is_other else kinds()[int(self.kind.chosen[0])],
            rest_days,
            None if self.steps.is_all else tuple(self.steps.chosen),
            self.clinic.words or None,
            self.price.price,
            self.note.words or None,
        )

    def _treated(self, treatments: list[Treatment]) -> Intent:
        clock, today = self.occasion.clock, self.occasion.today
        return Intent(
            tuple((one.day, one.name, one.rest_days, one.steps) for one in treatments),
            partial(treated, treatments=treatments),
            partial(treat, clock=clock, treatments=treatments),
            treatment_said(treatments, today),
            Span(treatments[0].day, treatments[-1].day + timedelta(treatments[-1].rest_days)),
        )

    @property
    def _is_other(self) -> bool:
        return self.kind.chosen == [_OTHER]

    @property
    def _is_series(self) -> bool:
        return self.often.chosen == [_SERIES]

    @Slot()
    def _on_chosen(self) -> None:
        self._show_those_that_count()
        self.refresh()

    def _show_those_that_count(self) -> None:
        self._name.setVisible(self._is_other)
        self._times.setVisible(self._is_series)
        self._weeks.setVisible(self._is_series)


def _kinds() -> list[Option]:
    named = [Option(str(place), kind) for place, kind in enumerate(kinds())]
    return [*named, Option(_OTHER, other_kind())]


def _ways() -> list[Option]:
    return [Option(_ONCE, once()), Option(_SERIES, several())]


def _rested(occasion: Occasion) -> list[str]:
    return [step.id for step in occasion.steps() if step.kind in RESTED]
