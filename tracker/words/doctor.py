"""What did a thorough look at the data find?"""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from tracker.domain.day import FIRST_DAY
from tracker.words.dates import clock_time, day_month
from tracker.words.language import _, ngettext, pgettext
from tracker.words.table import table


class Finding(Protocol):
    """One thing that was looked at."""

    @property
    def name(self) -> str:
        """Its code."""

    @property
    def state(self) -> str:
        """How it is: "well", "warning" or "wrong"."""

    @property
    def detail(self) -> str | None:
        """What was found: a code of ours, a path, a version, or SQLite's own words."""

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong with it."""


def doctor_text(findings: Sequence[Finding]) -> str:
    """A line for each thing looked at, then the whole of it."""
    rows = [(_state(found.state), _name(found.name), _found(found)) for found in findings]
    whole = _("All is well.") if all(found.ok for found in findings) else _("Something is wrong.")
    return table(rows, indent=0) + "\n" + whole


def _state(state: str) -> str:
    words = {
        "well": pgettext("doctor", "well"),
        "warning": pgettext("doctor", "note"),
        "wrong": pgettext("doctor", "wrong"),
    }
    return words.get(state, state)


def _name(name: str) -> str:
    words = {
        "database": _("Database"),
        "revision": _("Version of the database"),
        "integrity": _("Pages of the database"),
        "foreign_keys": _("References between records"),
        "records": _("Records"),
        "backups": _("Backups"),
        "folder_private": _("Privacy of the folder"),
        "files_private": _("Privacy of the files"),
        "sync_folder": _("Place of the folder"),
        "clock": _("Days to come"),
    }
    return words.get(name, name)


def _found(found: Finding) -> str:
    """What there is to say of it, and the mend where there is one."""
    detail = found.detail or ""
    known = {
        ("database", "absent"): _("nothing is kept yet"),
        ("database", "empty_file"): _("is an empty file; go back to a backup, or move it away"),
        ("database", "damaged_file"): _("is damaged; go back to a backup, or move it away"),
        ("database", "foreign_file"): _("belongs to another program; move it away"),
        ("database", "not_opened"): _("could not be opened; check its permissions"),
        ("database", "locked"): _("is busy: another program holds it; try again in a moment"),
        ("database", "read_only"): _("may only be read; change its permissions"),
        ("database", "not_written"): _("does not answer; check the disk and its free space"),
        ("backups", "absent"): _("none yet; the window makes one a day"),
        ("records", "not_read"): _("could not be read just now; try again in a moment"),
        ("records", "locked"): _("could not be read just now; try again in a moment"),
        ("records", "damaged_file"): _("cannot be read from it, for it is damaged"),
        ("records", "read_only"): _("could not be read; check the permissions"),
        ("records", "not_opened"): _("could not be read; check the permissions"),
        ("records", "not_written"): _("could not be read; check the disk and its free space"),
    }
    if (found.name, detail) in known:
        return known[found.name, detail]
    if found.name == "records" and not found.ok:
        return _unusable(detail)
    if found.name == "backups" and found.ok:
        return _backups(detail)
    if found.name == "clock":
        return _ahead(detail)
    pattern = _patterns().get((found.name, found.state), "{detail}")
    return pattern.format(detail=detail)


def _unusable(detail: str) -> str:
    """Which record it is, from "unusable_record WHERE PROBLEM"."""
    where, _space, problem = detail.partition(" ")[2].rpartition(" ")
    pattern = _("{where} cannot be used as it is kept ({problem}); put a copy in its place")
    return pattern.format(where=where, problem=problem)


def _backups(detail: str) -> str:
    """How many there are and of when the newest is, from "COUNT INSTANT"."""
    count, _space, newest = detail.partition(" ")
    moment = datetime.fromisoformat(newest).astimezone()
    sentence = ngettext(
        "{count}, of {day}, {time}", "{count}, the newest of {day}, {time}", int(count)
    )
    day = day_month(moment.date(), FIRST_DAY)
    return sentence.format(count=count, day=day, time=clock_time(moment))


def _ahead(detail: str) -> str:
    """What is dated in days to come, and how to take it out, from "COUNT FIRST LAST"."""
    count, first, last = detail.split()
    sentence = ngettext(
        "{count} entry is dated {last}, as if a clock ran ahead; see plan {last}, and take it out"
        " with untick STEP --day {last}",
        "{count} entries are dated {first} to {last}, as if a clock ran ahead; see plan"
        " {first}..{last}, and take them out with untick STEP --day DAY",
        int(count),
    )
    return sentence.format(count=count, first=first, last=last)


def _patterns() -> dict[tuple[str, str], str]:
    """What is said by name and state, with {detail} to fill in."""
    return {
        ("revision", "warning"): _("{detail}, an old one; the next action brings it up to date"),
        ("revision", "wrong"): _("{detail}, of a newer program; update the program first"),
        ("integrity", "wrong"): _("not as they should be: {detail}; put a copy in its place"),
        ("foreign_keys", "wrong"): _("one leads nowhere: {detail}; put a copy in its place"),
        ("backups", "wrong"): _("the newest is not as it was made: {detail}; make another one"),
        ("folder_private", "wrong"): _("others may look into it: {detail}; use chmod 700"),
        ("files_private", "wrong"): _("others may read it: {detail}; use chmod 600"),
        ("sync_folder", "warning"): _(
            "{detail} syncs it; two machines would overwrite each other, so keep it elsewhere"
        ),
    }
