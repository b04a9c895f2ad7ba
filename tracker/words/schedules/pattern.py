"""How is a step said that is due on certain nights of a round?"""

from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.rule.pattern import Pattern
from tracker.words.dates import day_month
from tracker.words.language import _, listed, ngettext
from tracker.words.numbers import in_words
from tracker.words.schedules.base import Choice, planned_clause, schedule_sentence


class PatternChoice(Choice):
    """Certain nights of a round that repeats."""

    kind = "pattern"
    place = 50

    def label(self) -> str:
        """That there is a round."""
        return _("Nights of a round")

    def controls(self) -> dict[str, str]:
        """The round, its days, and its beginning."""
        return {
            "length": _("Days of the round"),
            "on_days": _("Days of use in the round"),
            "counted_from": _("Counted from"),
        }

    def fault(self, error: BadInput) -> str:
        """None of its days is chosen."""
        if error.code == "places_not_distinct":
            return _("Choose at least one day of the round.")
        return ""


@schedule_sentence.register
def _sentence(rule: Pattern) -> str:
    nights = ", ".join(map(str, rule.on))
    return ngettext(
        "Day {nights} of every {length}, from {day}",
        "Days {nights} of every {length}, from {day}",
        len(rule.on),
    ).format(nights=nights, length=rule.length, day=day_month(rule.start, Day.min))


@planned_clause.register
def _planned(rule: Pattern, name: str) -> str:
    return ngettext(
        "{name} is planned for day {nights} of every {length}",
        "{name} is planned for days {nights} of every {length}",
        len(rule.on),
    ).format(name=name, nights=listed(list(map(str, rule.on))), length=in_words(rule.length))


def round_pattern(length: int) -> str:
    """The sentence in the editor."""
    return ngettext(
        "{kind}: day {on} of every {length} day, counted from {start}",
        "{kind}: day {on} of every {length} days, counted from {start}",
        length,
    )
