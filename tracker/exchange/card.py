"""How does the routine look on a sheet of paper for the bathroom door?

One page that needs nothing from outside and runs no script; whatever a name or a note holds is
text there.
"""

from collections.abc import Iterable, Mapping
from html import escape
from string import Template
from typing import Final

from tracker.domain.day import Day
from tracker.domain.routine import SLOTS, Routine, Step, StepId
from tracker.words.card import (
    as_of,
    card_title,
    group_rule,
    language_code,
    nothing_on_card,
    step_lines,
)
from tracker.words.report import slot_title
from tracker.words.resources import resource
from tracker.words.table import plain

_SMALL: Final = 12
"""Up to how many steps fit on A5; the others get A4."""


def card_page(routine: Routine, day: Day) -> str:
    """The routine as it is on `day`, with what is to begin later, as one HTML page."""
    steps = [step for step in routine.ordered() if step.end is None or step.end >= day]
    names = {step.id: step.name for step in steps}
    parts = [*_slots(steps, names, day), *_groups(routine, names, day)]
    page = Template(resource("card", "card.html").read_text(encoding="utf-8"))
    return page.substitute(
        language=_text(language_code()),
        title=_text(card_title()),
        size="A5" if len(steps) <= _SMALL else "A4",
        day=_text(as_of(day)),
        parts="\n".join(parts or [_paragraph(nothing_on_card())]),
    )


def _slots(steps: Iterable[Step], names: Mapping[StepId, str], day: Day) -> list[str]:
    """A heading and a numbered list for each half of the day that has steps."""
    found = []
    for slot in SLOTS:
        items = [_item(step, day, names) for step in steps if step.slot == slot]
        if items:
            found += [_heading(slot_title(slot)), "<ol>", *items, "</ol>"]
    return found


def _item(step: Step, day: Day, names: Mapping[StepId, str]) -> str:
    when, *more = (_text(line) for line in step_lines(step, day, names))
    lines = "".join(f'<br><span class="more">{line}</span>' for line in more)  # not shown
    return f"<li><b>{_text(step.name)}</b> · {when}{lines}</li>"


def _groups(routine: Routine, names: Mapping[StepId, str], day: Day) -> list[str]:
    """Those of which more than one step is on the card."""
    shared = [
        (group.name, [names[step] for step in group.priority if step in names])
        for group in routine.groups_on(day)
    ]
    return [
        part
        for name, members in shared
        if len(members) > 1
        for part in (_heading(name), _paragraph(group_rule(members)))
    ]


def _heading(text: str) -> str:
    return f"<h2>{_text(text)}</h2>"


def _paragraph(text: str) -> str:
    return f"<p>{_text(text)}</p>"


def _text(text: str) -> str:
    """Text as such: on one line, turned around by nothing in it, and no mark-up."""
    return escape(plain(text))
