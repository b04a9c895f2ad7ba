"""What did a thorough look at the data find?"""

from collections.abc import Sequence
from typing import Protocol

from tracker.words.language import _
from tracker.words.table import table


class Finding(Protocol):
    """One thing that was looked at: its code, and what is wrong, if anything is."""

    @property
    def name(self) -> str:
        """Its code."""

    @property
    def ok(self) -> bool:
        """Whether all is well with it."""

    @property
    def detail(self) -> str | None:
        """What is wrong, if anything is."""


def doctor_text(findings: Sequence[Finding]) -> str:
    """A line for each thing looked at, then the whole of it."""
    rows = [(_verdict(found), _name(found.name), found.detail or "") for found in findings]
    whole = _("All is well.") if all(found.ok for found in findings) else _("Something is wrong.")
    return table(rows, indent=0) + "\n" + whole


def _verdict(found: Finding) -> str:
    return _("well") if found.ok else _("wrong")


def _name(code: str) -> str:
    return code
