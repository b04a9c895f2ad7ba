"""Which failures do we expect, and what does each know about itself?

Errors carry a code and facts, never a sentence: `tracker.words` makes the sentence, so that the
window, the command line and a notification say the same thing in the person's language.
A failure that is not one of these is a bug of ours.
"""

from datetime import date
from typing import TypeAlias

Fact: TypeAlias = str | int | float | date | None


class TrackerError(Exception):
    """An expected failure.

    `code` names it for `words`; `facts` fill the sentence.
    """

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        facts = ", ".join(f"{key}={value!r}" for key, value in self.facts.items())
        return f"{self.code}({facts})"


class BadInput(TrackerError):
    """What was handed in cannot be used: a file, an argument, a stored setting.

    The fact `where` is the path inside a document ("steps[clay-mask].schedule[0].rule.times").
    """


class Refused(TrackerError):
    """A rule says no: the step rests on that day.

    `code` is the plan's reason, the fact `until` the first day on which it no longer speaks, and
    the fact `enforce` says how to go on: "strict" wants a reason, "advise" only a second word.
    """


class Unavailable(TrackerError):
    """The data cannot be read or written; nothing was changed."""


class NewerData(Unavailable):
    """The data was written by a newer version of the program; nothing was changed."""
