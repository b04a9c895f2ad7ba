"""How is a step said that is due so many times a week?"""

from tracker.domain.errors import BadInput
from tracker.domain.rule.per_week import PerWeek
from tracker.words.language import _, ngettext
from tracker.words.numbers import in_words
from tracker.words.schedules.base import Choice, gap_clause, schedule_sentence, weekday_list


class PerWeekChoice(Choice):
    """So many times a week."""

    kind = "per_week"
    place = 20

    def label(self) -> str:
        """That times are counted."""
        return _("A few times a week")

    def controls(self) -> dict[str, str]:
        """The times, and how far apart."""
        return {"times": _("Times a week"), "gap": _("Days apart at least")}

    def fault(self, error: BadInput) -> str:
        """There are more weekdays than times, or fewer."""
        times = error.facts.get("times")
        if error.code != "prefer_not_times" or not isinstance(times, int):
            return ""
        return ngettext(
            "Choose {count} weekday, one for each time a week.",
            "Choose {count} weekdays, one for each time a week.",
            times,
        ).format(count=times)


@schedule_sentence.register
def _sentence(rule: PerWeek) -> str:
    times = ngettext("{count} time a week", "{count} times a week", rule.times)
    gap = ngettext("{count} day apart at least", "{count} days apart at least", rule.gap)
    return _("{times}, {gap}, rather on {weekdays}").format(
        times=times.format(count=rule.times),
        gap=gap.format(count=rule.gap),
        weekdays=weekday_list(rule.days),
    )


@gap_clause.register
def _gap(rule: PerWeek, name: str) -> str:
    return ngettext(
        "{name} needs {count} day between two uses",
        "{name} needs {count} days between two uses",
        rule.gap,
    ).format(name=name, count=in_words(rule.gap))


def per_week_pattern(times: int, gap: int) -> str:
    """The sentence in the editor."""
    return _("{kind}: {often}, {apart}, on {days}").format(
        kind="{kind}",
        often=ngettext("{times} time", "{times} times", times),
        apart=ngettext("at least {gap} day apart", "at least {gap} days apart", gap),
        days="{days}",
    )
