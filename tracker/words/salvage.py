"""What is said of damaged records: what of them can be read, and what each way out would lack?"""

from collections.abc import Iterator

from tracker.actions.backups import Held, Missing, Salvage, Salvaged
from tracker.domain.day import FIRST_DAY, Day
from tracker.words.backups import moment_words
from tracker.words.counted import counted_records
from tracker.words.dates import day_month
from tracker.words.language import _, ngettext
from tracker.words.table import plain


def salvage_about(salvage: Salvage, seen_from: Day = FIRST_DAY) -> str:
    """What the file and the backup hold, alone and together, and what becomes of the file."""
    if not salvage.is_worth_it:
        return "\n".join((*_held_lines(salvage, seen_from), _nothing_gained(salvage)))
    aside = _("The file that is there now is set aside, not deleted.")
    return "\n".join((*_held_lines(salvage, seen_from), aside))


def _held_lines(salvage: Salvage, seen_from: Day) -> tuple[str, ...]:
    return (_file_line(salvage), *_backup_lines(salvage, seen_from))


def _nothing_gained(salvage: Salvage) -> str:
    if salvage.backup is None:
        return _("Nothing of yours can be read of the file, so it stays as it is.")
    return _("The file holds nothing that the backup does not, so it stays as it is.")


def _file_line(salvage: Salvage) -> str:
    line = _("What can be read of the damaged file: {records}.")
    line = line.format(records=_counted(salvage.file))
    more = ngettext(
        "{count} more row in it cannot be used.",
        "{count} more rows in it cannot be used.",
        salvage.unusable,
    )
    bare = ngettext(
        "Of {count} step only the entries can be read; it stays under its id, never due.",
        "Of {count} steps only the entries can be read; they stay under their ids, never due.",
        salvage.by_entries,
    )
    counted = ((more, salvage.unusable), (bare, salvage.by_entries))
    return " ".join((line, *(said.format(count=count) for said, count in counted if count)))


def _backup_lines(salvage: Salvage, seen_from: Day) -> tuple[str, ...]:
    backup = salvage.backup
    if backup is None or backup.moment is None:
        return (_("There is no good backup."),)
    holds = _("In the newest good backup, of {moment}: {records}.").format(
        moment=moment_words(backup.moment, seen_from),
        records=_counted(Held(backup.steps, backup.entries, backup.ratings)),
    )
    both = _("Both together: {records}.").format(records=_counted(salvage.both))
    lacking = (
        *_lacking(_("The backup alone lacks {things}."), salvage.not_in_backup, seen_from),
        *_lacking(_("The file alone lacks {things}."), salvage.not_in_file, seen_from),
    )
    return (holds, both, *lacking, *_differing_lines(salvage.differing))


def _differing_lines(count: int) -> tuple[str, ...]:
    """What was changed since the backup, or garbled, is not told apart: the backup's is kept."""
    if not count:
        return ()
    line = ngettext(
        "{count} record differs between the two; it will be as it is in the backup.",
        "{count} records differ between the two; they will be as they are in the backup.",
        count,
    )
    return (line.format(count=count),)


def _lacking(sentence: str, missing: Missing, seen_from: Day) -> Iterator[str]:
    if missing.held != Held():
        yield sentence.format(things=_things(missing, seen_from))
    if missing.others:
        yield sentence.format(things=counted_records(missing.others))


def _things(missing: Missing, seen_from: Day) -> str:
    counts = _counted(missing.held)
    if missing.first is None or missing.last is None:
        return counts
    first, last = day_month(missing.first, seen_from), day_month(missing.last, seen_from)
    if first == last:
        return _("{things} of {day}").format(things=counts, day=first)
    return _("{things} from {first} to {last}").format(things=counts, first=first, last=last)


def _counted(held: Held) -> str:
    return counted_records({"step": held.steps, "entry": held.entries, "rating": held.ratings})


def seeking_line() -> str:
    """While the ways out are looked for."""
    return _("Looking for what can be restored…")


def together_label(salvage: Salvage) -> str:
    """The button that puts in place all that can be read."""
    if salvage.backup is None:
        return _("Go on with what can be read")
    return _("Restore both together")


def salvaged_line(salvaged: Salvaged) -> str:
    """What is in place now, and where the damaged file is."""
    if salvaged.set_aside is None:
        return _nothing_gained(salvaged.salvage)
    line = _("Restored: {records}.").format(records=_counted(salvaged.salvage.both))
    aside = _("The damaged file is now {file}").format(file=plain(str(salvaged.set_aside)))
    return f"{line} {aside}"


def salvage_text(salvage: Salvage, salvaged: Salvaged | None) -> str:
    """What the command line prints of what can be saved, and of having saved it."""
    if salvaged is None:
        return salvage_about(salvage)
    return "\n".join((salvaged_line(salvaged), *_held_lines(salvage, FIRST_DAY)))


def nothing_damaged() -> str:
    """There is nothing to save."""
    return _("Your records are whole; there is nothing to salvage.")


def salvage_line(command: str) -> str:
    """How the command line saves what can be read of damaged data."""
    return _("To save what can be read of it: {command}").format(command=plain(command))
