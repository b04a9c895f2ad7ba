"""What does the command line print of the plan, the routine and what it did?"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from tracker.actions.change import RecordKind
from tracker.actions.merge import MergeReport
from tracker.actions.views.coming import last_of
from tracker.actions.views.planned import Planned
from tracker.actions.views.today import StepCard
from tracker.domain.day import FIRST_DAY, Day
from tracker.domain.log import Rating
from tracker.domain.product import FACETS
from tracker.domain.routine import (
    SLOTS,
    Group,
    Pause,
    Routine,
    Slot,
    Step,
    StepId,
    Treatment,
    Version,
)
from tracker.domain.row import Row
from tracker.words.card import apart_line
from tracker.words.counted import counted_records
from tracker.words.dates import day_count, day_month, long_day, weekday_day
from tracker.words.language import _, listed, pgettext
from tracker.words.reasons import rest_line, status_word
from tracker.words.schedules import schedule_sentence
from tracker.words.slips import cost_line, slip_line
from tracker.words.table import plain, table


def plan_text(plan: Planned, today: Day) -> str:
    """The plan, a paragraph a day."""
    if not plan.routine.steps:
        return no_routine()
    if not plan.rows:
        return _("No step is part of the routine then.")
    by_day = groupby(plan.rows, key=lambda row: row.day)
    return "\n\n".join(_day_text(plan, day, list(own), today) for day, own in by_day)


def no_routine() -> str:
    """What stands where there is no routine yet, and how to begin."""
    return _("There is no routine yet. Begin with: routine-tracker routine preset oily")


def _day_text(plan: Planned, day: Day, rows: list[Row], today: Day) -> str:
    steps = {step.id: step for step in plan.routine.steps}
    parts = [long_day(day, today)]
    for slot in SLOTS:
        own = [_card(row, steps[row.step], plan) for row in rows if steps[row.step].slot == slot]
        if own:
            parts += [slot_title(slot), table(_row_cells(card, steps, today) for card in own)]
    return "\n".join(parts)


def _card(row: Row, step: Step, plan: Planned) -> StepCard:
    """The row as Today shows it."""
    card = StepCard(row.step, step.name, step.kind, row.status, row.reason, row.until)
    key = (row.day, row.step)
    return card._replace(
        back_on=plan.back_on.get(key), slip=plan.slips.get(key), last=last_of(step, row)
    )


def slot_title(slot: Slot) -> str:
    """A slot's name, as a heading."""
    return pgettext("heading", "Morning") if slot == "morning" else pgettext("heading", "Evening")


def _row_cells(card: StepCard, steps: Mapping[StepId, Step], today: Day) -> tuple[str, str, str]:
    names = {step.id: step.name for step in steps.values()}
    masks = frozenset(step.id for step in steps.values() if step.kind == "mask")
    rests = "" if card.reason is None else rest_line(card, names, masks, today)
    slips = "" if card.slip is None else slip_line(card.slip, today)
    costs = "" if card.slip is None else cost_line(card.slip, today)
    return card.name, status_word(card.status), " · ".join(filter(None, (rests, slips, costs)))


def routine_text(routine: Routine, day: Day) -> str:
    """The routine in force on a day: steps, groups, and what rests them."""
    steps = [step for step in routine.ordered() if step.exists_on(day)]
    if not steps:
        return no_routine()
    names = routine.names()
    parts = [long_day(day, FIRST_DAY)]
    for slot in SLOTS:
        own = [step for step in steps if step.slot == slot]
        if own:
            parts += [slot_title(slot), table(_step_cells(step, day) for step in own)]
    lines = [_group_line(group, names) for group in routine.groups_on(day)]
    lines += [line for step in steps for line in _limit_lines(step, day, names)]
    lines += [
        _coming_line(step, one) for step in steps for one in step.schedule if one.begins > day
    ]
    lines += [_pause_line(pause, names) for pause in routine.pauses if pause.rests_from(day)]
    lines += [_treatment_line(one, names) for one in routine.treatments if one.rests_from(day)]
    return "\n".join([*parts, *([""] if lines else []), *map(plain, lines)])


def _step_cells(step: Step, day: Day) -> tuple[str, str, str]:
    version = step.version_on(day)
    rule = _("Not started yet") if version is None else schedule_sentence(version.rule)
    return step.name, step.id, rule


def _limit_lines(step: Step, day: Day, names: Mapping[StepId, str]) -> list[str]:
    """After which steps it rests, and its last day."""
    lines = [apart_line(rule.days, names[rule.step]) for rule in step.not_after_on(day)]
    if step.end is not None:
        lines.append(_("last on {day}").format(day=day_month(step.end, FIRST_DAY)))
    return [_("{name}: {line}.").format(name=step.name, line=line) for line in lines]


def _coming_line(step: Step, version: Version) -> str:
    """A schedule that does not hold yet: "Toner from 30 November 2026: Every day."."""
    sentence = _("{name} from {day}: {schedule}.")
    day, schedule = day_month(version.begins, FIRST_DAY), schedule_sentence(version.rule)
    return sentence.format(name=step.name, day=day, schedule=schedule)


def _group_line(group: Group, names: Mapping[StepId, str]) -> str:
    members = listed([names[step] for step in group.priority])
    sentence = _("{group}: at most one a day of {steps}, the first that is due.")
    return sentence.format(group=group.name, steps=members)


def _pause_line(pause: Pause, names: Mapping[StepId, str]) -> str:
    sentence = _("Pause from {first} to {last}: {steps}.")
    if pause.ends is None:
        sentence = _("Pause from {first}, until ended: {steps}.")
    line = sentence.format(
        first=day_month(pause.begins, FIRST_DAY),
        last="" if pause.ends is None else day_month(pause.ends, FIRST_DAY),
        steps=_steps_of(pause.steps, names),
    )
    if pause.reason is None:
        return line
    return _("{line} Reason: {reason}").format(line=line, reason=pause.reason)


def _treatment_line(treatment: Treatment, names: Mapping[StepId, str]) -> str:
    sentence = _("{name} on {day}, then rest for {days}: {steps}.")
    return sentence.format(
        name=treatment.name,
        day=day_month(treatment.day, FIRST_DAY),
        days=day_count(treatment.rest_days),
        steps=_steps_of(treatment.steps, names),
    )


def _steps_of(steps: Sequence[StepId] | None, names: Mapping[StepId, str]) -> str:
    return _("all steps") if steps is None else listed([names[step] for step in steps])


def rating_text(rating: Rating) -> str:
    """A day's marks as one line."""
    marks = zip(FACETS, rating[1:7], strict=True)
    given = [f"{_facet(facet)} {mark}" for facet, mark in marks if mark is not None]
    day = weekday_day(rating.day, FIRST_DAY)
    return _("Skin on {day}: {marks}").format(day=day, marks=", ".join(given) or _("a note"))


def _facet(facet: str) -> str:
    words = {
        "overall": pgettext("facet", "overall"),
        "oiliness": pgettext("facet", "oiliness"),
        "pores": pgettext("facet", "pores"),
        "breakouts": pgettext("facet", "breakouts"),
        "redness": pgettext("facet", "redness"),
        "dryness": pgettext("facet", "dryness"),
    }
    return words[facet]


def export_text(file: str, counts: Mapping[RecordKind, int]) -> str:
    """What was written, and where to."""
    return _("Wrote {records} to {file}.").format(records=counted_records(counts), file=plain(file))


def card_text(file: str) -> str:
    """Where the card is."""
    return _("Wrote the card to {file}. Open it in a browser to print it.").format(file=plain(file))


def import_text(report: MergeReport, left_out: Iterable[str], *, dry_run: bool) -> str:
    """What was taken in, what was there already, and what was left out, a line each."""
    added = _("Would add {records}.") if dry_run else _("Added {records}.")
    lines = [added.format(records=counted_records(report.added))]
    if report.same:
        lines.append(_("Already there: {records}.").format(records=counted_records(report.same)))
    return "\n".join([*lines, *map(plain, left_out)])
