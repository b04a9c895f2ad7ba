"""What do the forms say that pause a routine, and take it up again?"""

from collections.abc import Mapping

from tracker.domain.day import ONE_DAY, Day
from tracker.domain.routine import Pause, StepId
from tracker.words.dates import day_count, day_month, weekday_day
from tracker.words.language import _, listed, ngettext


def pause_title() -> str:
    """Over the form."""
    return _("Pause")


def pause_agree() -> str:
    """The button that pauses."""
    return _("Pause")


def from_label() -> str:
    """The first day."""
    return _("From")


def to_label() -> str:
    """The last day."""
    return _("To, that day included")


def open_end() -> str:
    """Without a last day."""
    return _("Until I end it")


def reason_label() -> str:
    """Why."""
    return _("Reason, if you like")


def reasons() -> tuple[str, ...]:
    """Frequent ones, to be chosen instead of written."""
    return (_("Holiday"), _("Illness"), _("Irritated skin"))


def ends_before() -> str:
    """The last day is before the first."""
    return _("This is before the first day. Choose that day or a later one.")


def pause_said(begins: Day, ends: Day | None, today: Day) -> str:
    """What is paused: "14 days: 3 to 16 November.", and what is not."""
    said = _whole(begins, ends, today)
    if begins > today:
        return said
    return _("{pause} What you ticked or skipped stays as it is.").format(pause=said)


def _whole(begins: Day, ends: Day | None, today: Day) -> str:
    if ends is None:
        return _("From {day} until you end it.").format(day=weekday_day(begins, today))
    return _("{days}: {span}.").format(
        days=day_count((ends - begins).days + 1), span=day_span(begins, ends, today)
    )


def day_span(first: Day, last: Day, seen_from: Day) -> str:
    """Days from the first to the last: "3 to 16 November"."""
    if first == last:
        return day_month(first, seen_from)
    if (first.year, first.month) == (last.year, last.month):
        return _("{first} to {last}").format(first=first.day, last=day_month(last, seen_from))
    return _("{first} to {last}").format(
        first=day_month(first, seen_from), last=day_month(last, seen_from)
    )


def resume_title() -> str:
    """Over the form that ends a pause."""
    return _("Resume")


def resume_agree() -> str:
    """The button that ends it."""
    return _("Resume")


def remove_agree() -> str:
    """The button that takes it out."""
    return _("Remove the pause")


def which_pause() -> str:
    """Over the pauses, where there are several."""
    return _("Pause")


def pause_name(pause: Pause, names: Mapping[StepId, str]) -> str:
    """A pause among others: "Holiday, all steps"."""
    steps = _("all steps") if pause.steps is None else _listed(pause.steps, names)
    if pause.reason is None:
        return _("Pause of {steps}").format(steps=steps)
    return _("{reason}: {steps}").format(reason=pause.reason, steps=steps)


def pause_days(pause: Pause, today: Day) -> str:
    """When it is: "3 to 16 November"."""
    if pause.ends is None:
        return _("since {day}, until you end it").format(day=day_month(pause.begins, today))
    return day_span(pause.begins, pause.ends, today)


def _listed(steps: tuple[StepId, ...], names: Mapping[StepId, str]) -> str:
    known = [names[step] for step in steps if step in names]
    if len(known) > 3:
        return ngettext("{count} step", "{count} steps", len(known)).format(count=len(known))
    return listed(known)


def how_label() -> str:
    """Over the ways to end it."""
    return _("How")


def end_on_day() -> str:
    """It ends, and what it rested until then stays paused."""
    return _("Go on from a day")


def take_out() -> str:
    """It goes altogether."""
    return _("Take it out altogether")


def taken_out_about() -> str:
    """What that means."""
    return _("As if it had never been entered")


def resume_day_label() -> str:
    """The first day that is no longer paused."""
    return _("First day again")


def resumes_too_early(begins: Day, today: Day) -> str:
    """The day is before the pause."""
    return _("The pause begins on {day}. Choose a later day, or take the pause out.").format(
        day=weekday_day(begins, today)
    )


def resumes_too_late(ends: Day, today: Day) -> str:
    """The day is after the pause has ended by itself."""
    return _("The pause ends by itself on {day}. Choose a day up to then.").format(
        day=weekday_day(ends, today)
    )


def resume_said(pause: Pause, day: Day, today: Day) -> str:
    """What follows when it ends before that day."""
    return _("Steps are asked for again from {day}. {span} stays paused.").format(
        day=weekday_day(day, today), span=day_span(pause.begins, day - ONE_DAY, today)
    )


def removed_said() -> str:
    """What follows when it is taken out."""
    return _("Its days are planned and judged as if there had been no pause.")
