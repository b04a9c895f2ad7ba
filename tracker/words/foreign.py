"""What came, or would come, of the file of another program?"""

from collections.abc import Sequence
from itertools import islice
from typing import Final

from tracker.actions.brought import Brought, BroughtHabit
from tracker.domain.day import Day
from tracker.words.counted import counted_records
from tracker.words.dates import day_month
from tracker.words.foreign_place import row_place
from tracker.words.language import _, ngettext
from tracker.words.left_out import left_out_lines
from tracker.words.schedules import schedule_sentence
from tracker.words.table import plain, table

MOST_LINES: Final = 100
"""How many rows that were left out are told one by one."""


def brought_text(brought: Brought, today: Day, *, dry_run: bool) -> str:
    """What was taken in, what became of each habit, and what was left out, a line each."""
    added = _("Would add {records}.") if dry_run else _("Added {records}.")
    lines = [added.format(records=counted_records(brought.added))]
    if brought.same:
        lines.append(_("Already there: {records}.").format(records=counted_records(brought.same)))
    if brought.blank:
        lines.append(blank_line(brought.blank))
    if brought.habits:
        lines.append(table(_cells(one, today) for one in brought.habits))
    if len(brought.left_out) > MOST_LINES:
        return "\n".join([*lines, *left_lines(brought), _("Add --json to see each.")])
    return "\n".join([*lines, *left_lines(brought)])


def _cells(found: BroughtHabit, today: Day) -> tuple[str, str, str, str]:
    return found.habit.key, fate_words(found), counts_line(found), habit_notes(found, today)


def fate_words(found: BroughtHabit) -> str:
    """What became of a habit."""
    if found.step is None:
        return _("left out")
    if found.fate == "new":
        return _("new step {step}").format(step=found.step.id)
    return _("step {step}").format(step=found.step.id)


def counts_line(found: BroughtHabit) -> str:
    """How many of its entries are new, there already, or left out: "12 new, 3 there already"."""
    parts = [
        (found.added, _("{count} new")),
        (found.same, _("{count} there already")),
        (found.left, _("{count} left out")),
    ]
    said = [form.format(count=count) for count, form in parts if count]
    return ", ".join(said) or _("no entries")


def habit_notes(found: BroughtHabit, today: Day) -> str:
    """What to know of the step that it became: how often it is due, and since when."""
    if found.step is None:
        return ""
    if found.moved_from is not None:
        begins = _("Begins on {first} now; before {day} it counts as needed.").format(
            first=day_month(found.step.start, today), day=day_month(found.moved_from, today)
        )
        return f"{begins} {_anew_line(found.judged_anew)}" if found.judged_anew else begins
    if found.fate != "new":
        return ""
    rule = schedule_sentence(found.step.schedule[0].rule)
    if found.habit.rule is None:
        return _("{schedule}: the file does not say how often.").format(schedule=rule)
    if not found.habit.is_exact:
        return _("{schedule}: the nearest there is here.").format(schedule=rule)
    return rule


def _anew_line(count: int) -> str:
    return ngettext(
        "For what was done before, {count} day since then stands otherwise.",
        "For what was done before, {count} days since then stand otherwise.",
        count,
    ).format(count=count)


def blank_line(count: int) -> str:
    """How many rows say that nothing was done."""
    return ngettext(
        "{count} row says that nothing was done, and needs no place here.",
        "{count} rows say that nothing was done, and need no place here.",
        count,
    ).format(count=count)


def left_lines(brought: Brought) -> Sequence[str]:
    """The rows that were left out, each with its reason; of very many the first."""
    rows = brought.left_out
    shown = islice(rows, MOST_LINES)
    told = ((row_place(one.row, one.part), one.code, one.facts) for one in shown)
    lines = [plain(line) for line in left_out_lines(told)]
    more = len(rows) - MOST_LINES
    if more > 0:
        lines.append(
            ngettext(
                "{count} more row was left out.",
                "{count} more rows were left out.",
                more,
            ).format(count=more)
        )
    return lines
