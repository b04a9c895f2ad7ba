"""What is said of the copies: of when they are, what is in them, and what going back would lose?"""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from tracker.actions.backups import Backup, Inside, Lost, Restored, Why
from tracker.domain.day import FIRST_DAY, Day
from tracker.domain.errors import TrackerError
from tracker.words.counted import counted_records
from tracker.words.dates import clock_time, day_month, long_day
from tracker.words.errors import error_line
from tracker.words.language import _, listed, ngettext
from tracker.words.table import plain, table
from tracker.words.window import Asking, close_label


def why_words(why: Why) -> str:
    """What a backup was made for."""
    words: dict[Why, str] = {
        "each-day": _("Daily"),
        "by-hand": _("Made by hand"),
        "before-migration": _("Before an update"),
        "before-import": _("Before an import"),
        "before-restore": _("Before going back"),
    }
    return words[why]


def size_words(size: int) -> str:
    """A size in bytes, roughly: "180 kB"."""
    if size < 1_000_000:
        return _("{count} kB").format(count=max(1, round(size / 1000)))
    return _("{count} MB").format(count=round(size / 1_000_000, 1))


def moment_words(moment: datetime, seen_from: Day = FIRST_DAY) -> str:
    """Day and time: "Friday, 20 November, 21:30"."""
    day, time = long_day(moment.date(), seen_from), clock_time(moment)
    return _("{day}, {time}").format(day=day, time=time)


def backup_label(backup: Backup, seen_from: Day) -> str:
    """A backup for a screen reader."""
    return _("{moment}, {why}").format(
        moment=moment_words(backup.moment, seen_from), why=why_words(backup.why)
    )


def inside_line(inside: Inside, seen_from: Day = FIRST_DAY) -> str:
    """What a copy holds: "In it: 8 steps and 21 entries, from 1 October to 20 November."."""
    counts = counted_records(
        {"step": inside.steps, "entry": inside.entries, "rating": inside.ratings}
    )
    if inside.first is None or inside.last is None:
        return _("In it: {records}.").format(records=counts)
    if inside.first == inside.last:
        day = day_month(inside.first, seen_from)
        return _("In it: {records}, of {day}.").format(records=counts, day=day)
    return _("In it: {records}, from {first} to {last}.").format(
        records=counts,
        first=day_month(inside.first, seen_from),
        last=day_month(inside.last, seen_from),
    )


def lost_line(inside: Inside, seen_from: Day = FIRST_DAY, *, is_done: bool = False) -> str:
    """What of now is not in a copy; until one went back to it, what would become of that."""
    if inside.lost is None:
        return _later_line(inside, seen_from)
    if inside.lost == Lost():
        return _("Everything that you have now is in it.")
    sentence = _("Not in it: {things}.")
    if not is_done:
        sentence = _("Not in it, but kept in the copy that is set aside: {things}.")
    return sentence.format(things=_things(inside.lost))


def _later_line(inside: Inside, seen_from: Day) -> str:
    if inside.moment is None:
        return _("What you have now cannot be read, so it cannot be told what is not in it.")
    sentence = _("What was entered after {moment} is not in it.")
    return sentence.format(moment=moment_words(inside.moment, seen_from))


def _things(lost: Lost) -> str:
    names = [_("the step {name}").format(name=name) for name in lost.steps[:5]]
    if len(lost.steps) > len(names):
        more = len(lost.steps) - len(names)
        names.append(ngettext("{count} more step", "{count} more steps", more).format(count=more))
    counts = counted_records({"entry": lost.entries, "rating": lost.ratings})
    return listed([*names, *([counts] if lost.entries or lost.ratings else [])])


def made_line(file: Path) -> str:
    """A copy was made, and where it is."""
    return _("Made a checked copy: {file}").format(file=plain(str(file)))


def backed_up_line(backup: Backup, seen_from: Day) -> str:
    """A backup was made, for whoever sees the list of them."""
    moment = moment_words(backup.moment, seen_from)
    return _("Made a checked backup: {moment}").format(moment=moment)


def restored_line(restored: Restored, seen_from: Day = FIRST_DAY) -> str:
    """What was gone back to, and where the former data are."""
    moment = restored.inside.moment
    if moment is None:
        line = _("Went back to {file}.").format(file=plain(restored.inside.file.name))
    else:
        line = _("Went back to the backup of {moment}.").format(
            moment=moment_words(moment, seen_from)
        )
    if restored.set_aside is None:
        return line
    aside = _("What was there before is in {file}").format(file=plain(str(restored.set_aside)))
    return f"{line} {aside}"


def restored_text(inside: Inside, restored: Restored | None) -> str:
    """What the command line prints of a copy, and of having gone back to it."""
    looked = [inside_line(inside), lost_line(inside, is_done=restored is not None)]
    return "\n".join([*([] if restored is None else [restored_line(restored)]), *looked])


def backups_text(backups: Iterable[Backup]) -> str:
    """A line for each backup."""
    rows = [
        (moment_words(one.moment), why_words(one.why), size_words(one.size), one.file.name)
        for one in backups
    ]
    return table(rows, indent=0, right=frozenset((2,))) if rows else no_backups()


def no_backups() -> str:
    """There is none yet."""
    return _(
        "There is no backup yet. The first is made when the next day begins, or when the window"
        " is next opened."
    )


def not_backed_up(error: TrackerError) -> str:
    """A backup could not be made; nothing else was stopped by that."""
    return _("No backup was made: {fault}").format(fault=error_line(error))


def way_back_line(inside: Inside, command: str) -> str:
    """How the command line leads back from damaged data."""
    if inside.moment is None:
        return ""
    sentence = _("The newest good backup is of {moment}; to go back to it: {command}")
    return sentence.format(moment=moment_words(inside.moment), command=plain(command))


# --- the window's page ---


def backups_title() -> str:
    """The page's title."""
    return _("Backups")


def backups_about(place: str) -> str:
    """What the page is about."""
    return _(
        "A checked copy of your records, made each day the window is opened. Every one of the last"
        " two days is kept, then one a day, a week and a month. They are in {place}"
    ).format(place=place)


def back_up_now() -> str:
    """The button that makes one."""
    return _("Back up now")


def restore_file() -> str:
    """The button that goes back to a copy from elsewhere."""
    return _("Restore from a file…")


def show_folder() -> str:
    """The button that opens the folder of the backups."""
    return _("Show the folder")


def copies_filter() -> str:
    """Which files are offered to go back to."""
    return _("Copies of the records (*.db)")


def looking_asking() -> Asking:
    """Under what is in a backup."""
    return Asking("", _("Restore this one"), close_label())


def sure_line(inside: Inside, seen_from: Day) -> str:
    """The second question before going back."""
    if inside.moment is None:
        line = _("Go back to {file}?").format(file=plain(inside.file.name))
    else:
        moment = moment_words(inside.moment, seen_from)
        line = _("Go back to the backup of {moment}?").format(moment=moment)
    return f"{line} {_('What you have now is set aside in the data folder, not deleted.')}"


def sure_asking() -> Asking:
    """What answers it."""
    return Asking("", _("Go back to it"), _("Keep what I have"))


def not_good_line(error: TrackerError) -> str:
    """A copy cannot be gone back to."""
    return _("This one cannot be used: {fault}").format(fault=error_line(error))


def back_to_settings() -> str:
    """The button that leaves the page."""
    return _("Back to Settings")


# --- where the data are damaged ---


def offer_label(inside: Inside, seen_from: Day) -> str:
    """The button that goes back to the newest good backup."""
    assert inside.moment is not None
    moment = moment_words(inside.moment, seen_from)
    return _("Restore the backup of {moment}").format(moment=moment)


def offer_about(inside: Inside, seen_from: Day) -> str:
    """What is in it, what is not, and what becomes of the damaged file."""
    assert inside.moment is not None
    newest = _("The newest good backup is of {moment}.")
    lines = (
        newest.format(moment=moment_words(inside.moment, seen_from)),
        inside_line(inside, seen_from),
        lost_line(inside, seen_from),
        _("The file that is there now is set aside, not deleted."),
    )
    return "\n".join(lines)


def begin_anew_label() -> str:
    """The button that begins without any data."""
    return _("Begin anew")


def begin_anew_about() -> str:
    """What that means."""
    return _("There is no good backup. To begin anew sets the damaged file aside, not deleted.")


def begun_anew_line(aside: Path | None) -> str:
    """The damaged file was set aside, or was whole after all."""
    if aside is None:
        return _("Your records can be read again.")
    return _("Begun anew. The damaged file is now {file}").format(file=plain(str(aside)))
