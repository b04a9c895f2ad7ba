"""How does the routine look on a sheet of paper for the bathroom door?

One page that needs nothing from outside and runs no script; whatever a name or a note holds is
text there.
"""

from collections.abc import Iterable, Mapping
from html import escape
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
from tracker.words.table import plain

_SMALL: Final = 12
"""Up to how many steps fit on A5; the others get A4."""
_STYLE: Final = """
@page { size: %s portrait; margin: 10mm; }
body { font-family: Inter, "Segoe UI", Helvetica, Arial, sans-serif; font-size: 9pt;
 line-height: 1.3; color: #1d1d1b; background: #ffffff; max-width: 180mm; margin: 0 auto; }
h1 { font-size: 15pt; margin: 0; }
h2 { font-size: 11pt; margin: 10pt 0 3pt 0; border-bottom: 1px solid #1d1d1b; }
ol { margin: 0; padding-left: 16pt; }
li { margin: 0 0 4pt 0; page-break-inside: avoid; }
p { margin: 0; }
.day, .more { color: #55554f; }
"""
_PAGE: Final = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<h1>{title}</h1>
<p class="day">{day}</p>
{parts}
</body>
</html>
"""


def card_page(routine: Routine, day: Day) -> str:
    """The routine as it is on `day`, with what is to begin later, as one HTML page."""
    steps = [step for step in routine.ordered() if step.end is None or step.end >= day]
    parts = [*_slots(steps, routine, day), *_groups(routine, day)]
    return _PAGE.format(
        language=_text(language_code()),
        title=_text(card_title()),
        style=_STYLE % ("A5" if len(steps) <= _SMALL else "A4"),
        day=_text(as_of(day)),
        parts="\n".join(parts or [_paragraph(nothing_on_card())]),
    )


def _slots(steps: Iterable[Step], routine: Routine, day: Day) -> list[str]:
    """A heading and a numbered list for each half of the day that has steps."""
    names = {step.id: step.name for step in routine.steps}
    found = []
    for slot in SLOTS:
        items = [_item(step, day, names) for step in steps if step.slot == slot]
        if items:
            found += [_heading(slot_title(slot)), "<ol>", *items, "</ol>"]
    return found


def _item(step: Step, day: Day, names: Mapping[StepId, str]) -> str:
    when, *more = (_text(line) for line in step_lines(step, day, names))
    lines = "".join(f'<br><span class="more">{line}</span>' for line in more)
    return f"<li><b>{_text(step.name)}</b> · {when}{lines}</li>"


def _groups(routine: Routine, day: Day) -> list[str]:
    names = {step.id: step.name for step in routine.steps}
    return [
        part
        for group in routine.groups_on(day)
        for part in (_heading(group.name), _paragraph(group_rule(group, names)))
    ]


def _heading(text: str) -> str:
    return f"<h2>{_text(text)}</h2>"


def _paragraph(text: str) -> str:
    return f"<p>{_text(text)}</p>"


def _text(text: str) -> str:
    """Text as such: on one line, turned around by nothing in it, and no mark-up."""
    return escape(plain(text))
