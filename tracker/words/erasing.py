"""What is said before everything is deleted, and after it?"""

from pathlib import Path
from typing import Final

from tracker.actions.backups import Holdings
from tracker.actions.ports import Note
from tracker.words.counted import counted_records
from tracker.words.language import _, listed, ngettext
from tracker.words.table import plain
from tracker.words.window import Asking

_MOST_NAMES: Final = 5


def going_line(held: Holdings) -> str:
    """What goes when everything is deleted, in numbers."""
    files = [
        ngettext("{count} backup", "{count} backups", held.backups).format(count=held.backups),
        ngettext(
            "{count} file that was set aside", "{count} files that were set aside", held.set_aside
        ).format(count=held.set_aside),
        ngettext("{count} log of a fault", "{count} logs of faults", held.logs).format(
            count=held.logs
        ),
    ]
    numbers = (held.backups, held.set_aside, held.logs)
    counted = [words for words, number in zip(files, numbers, strict=True) if number]
    if held.steps is None or held.entries is None or held.ratings is None:
        records = _("what is kept, which cannot be read")
    else:
        records = counted_records(
            {"step": held.steps, "entry": held.entries, "rating": held.ratings}
        )
    sentence = _(
        "To be deleted for good: {records}, with your settings and all that can be undone."
    )
    lines = [sentence.format(records=records)]
    if counted:
        lines.append(_("The same goes for {files}.").format(files=listed(counted)))
    return " ".join(lines)


def staying_line(held: Holdings) -> str:
    """What is not deleted, because it is elsewhere or not the program's."""
    lines = [_("What you exported, printed or copied elsewhere stays where it is.")]
    others = [path for path in held.others if path not in held.linked]
    if others:
        names = listed([plain(path.name) for path in others[:_MOST_NAMES]])
        count = len(others)
        lines.append(
            ngettext(
                "{count} file in the folder is not the program's and stays: {names}.",
                "{count} files in the folder are not the program's and stay: {names}.",
                count,
            ).format(count=count, names=names)
        )
    lines += [
        _("{folder} is a link to a folder elsewhere, in which everything stays.").format(
            folder=plain(path.name)
        )
        for path in held.linked
    ]
    if held.has_other_names:
        lines.append(_("The database has another name elsewhere, under which it stays as it is."))
    return " ".join(lines)


def erased_line(left: tuple[Path, ...]) -> str:
    """Everything was deleted, but for what could not be."""
    if not left:
        return _("Everything was deleted.")
    paths = listed([plain(str(path)) for path in left])
    return _("Deleted, but for what could not be. Remove it by hand: {paths}").format(paths=paths)


def left_note(left: tuple[Path, ...]) -> Note:
    """Above every page: what could not be deleted; of very many the first."""
    paths = [plain(str(path)) for path in left[:_MOST_NAMES]]
    more = len(left) - len(paths)
    if more > 0:
        files = ngettext("{count} more file", "{count} more files", more)
        paths.append(files.format(count=more))
    body = _("Remove it by hand: {paths}").format(paths=listed(paths))
    return Note("left", _("Not everything could be deleted"), body)


def erase_text(held: Holdings, command: str) -> str:
    """What the command line prints before it deletes anything."""
    how = _("Nothing was deleted. This cannot be undone; to do it: {command}")
    return "\n".join((going_line(held), staying_line(held), how.format(command=plain(command))))


def erase_label() -> str:
    """The button that leads to deleting everything."""
    return _("Delete everything…")


def erase_asking() -> Asking:
    """The first question: with a copy first, or not."""
    return Asking("", _("Export first…"), _("Keep everything"))


def erase_without_copy() -> str:
    """The other answer to the first question."""
    return _("Go on without a copy")


def erase_sure_line() -> str:
    """The second question."""
    return _("Delete everything for good? This cannot be undone, and no backup is left.")


def erase_sure_asking() -> Asking:
    """What answers it."""
    return Asking("", _("Delete everything for good"), _("Keep everything"))
