"""What does the page say on which records are taken in from a file, or taken elsewhere?"""

from tracker.actions.brought import Brought, BroughtHabit
from tracker.actions.change import RecordKind
from tracker.domain.day import Day
from tracker.domain.errors import TrackerError
from tracker.domain.foreign import Foreign
from tracker.words.counted import counted_records
from tracker.words.errors import error_line
from tracker.words.foreign import blank_line, counts_line, habit_notes
from tracker.words.language import _, ngettext


def transfer_title() -> str:
    """The page's heading."""
    return _("Import and export")


def transfer_label() -> str:
    """The button on the Settings page that leads here."""
    return _("Import and export…")


def transfer_about() -> str:
    """Under the heading."""
    return _(
        "Take in what you kept in Loop, HabitBull, Daylio, any table of days, or in this program"
        " elsewhere. You see first what would come of it, and Undo takes all of it back."
    )


def choose_file() -> str:
    """The button that asks for a file."""
    return _("Choose a file to import…")


def import_filter() -> str:
    """Which files are offered to take in."""
    return _("Files that can be imported (*.json *.csv *.tsv *.txt *.db *.zip)")


def export_label() -> str:
    """The button that writes everything to a file."""
    return _("Export…")


def export_filters() -> tuple[str, str]:
    """What everything can be written as: a document of all of it, or a table of the log."""
    return _("All of it, to import again (*.json)"), _("The log as a table (*.csv)")


def import_now(count: int) -> str:
    """The button that takes it in; how many records that are new."""
    return ngettext("Import {count} record", "Import {count} records", count).format(count=count)


def nothing_new() -> str:
    """The same, where all is there already or left out."""
    return _("Nothing to import")


def summary_lines(
    added: dict[RecordKind, int], same: dict[RecordKind, int], blank: int = 0
) -> list[str]:
    """What would come in, and what is there already."""
    lines = [_("New: {records}.").format(records=counted_records(added))]
    if same:
        lines.append(_("Already there: {records}.").format(records=counted_records(same)))
    return [*lines, blank_line(blank)] if blank else lines


def fault_line(error: TrackerError) -> str:
    """Why a file cannot be taken in, with the mend that there is on the page."""
    mends = {
        "columns_needed": _("Say below which column is the day."),
        "order_needed": _("Say below which day 03/04/2026 is: no row of the file tells."),
    }
    return mends.get(error.code) or error_line(error)


def habits_title() -> str:
    """Over the habits."""
    return _("What each habit becomes")


def habit_line(found: BroughtHabit, today: Day) -> str:
    """What comes of a habit: its entries, and what to know of the step."""
    notes = habit_notes(found, today)
    counts = counts_line(found)
    return _("{entries}. {notes}").format(entries=counts, notes=notes) if notes else counts


def fate_label(habit: str) -> str:
    """What the choice beside a habit is about."""
    return _("{habit} becomes").format(habit=habit)


def new_step_label() -> str:
    """The habit becomes a step of its own."""
    return _("A new step")


def leave_out_label() -> str:
    """Nothing becomes of it."""
    return _("Leave out")


def moods_title() -> str:
    """The moods of a file."""
    return _("Moods")


def moods_line(foreign: Foreign, brought: Brought) -> str:
    """How many moods there are, and how many are new."""
    count = len(foreign.ratings)
    said = ngettext("{count} day", "{count} days", count).format(count=count)
    return _("{days}, {new} new").format(days=said, new=brought.added.get("rating", 0))


def as_ratings_label() -> str:
    """Moods become ratings of the skin."""
    return _("Ratings of the skin")


def left_out_title() -> str:
    """Over the rows that are left out."""
    return _("Rows that are left out, or change something")


def columns_title() -> str:
    """Over the columns of a table."""
    return _("Which column is what")


def column_label(role: str) -> str:
    """What a column can be."""
    labels = {
        "date": _("The day"),
        "name": _("The habit's name"),
        "value": _("Whether it was done"),
        "note": _("A note"),
    }
    return labels.get(role, role)


def column_about(role: str) -> str:
    """What holds where a table has no such column."""
    abouts = {
        "date": _("2026-11-21, 21.11.2026 or 11/21/2026"),
        "name": _("Without one, all rows are of one habit."),
        "value": _("Without one, each row says that it was done."),
        "note": _("Kept with the entry."),
    }
    return abouts.get(role, "")


def no_column() -> str:
    """The table has no such column."""
    return _("None")


def order_label() -> str:
    """In which order days with slashes are written."""
    return _("03/04/2026 is")


def order_about() -> str:
    """When that matters."""
    return _("Only asked where no row of the file tells.")


def order_options() -> list[tuple[str, str]]:
    """Both orders, and that the file tells."""
    return [("", _("As the file tells")), ("dmy", _("3 April")), ("mdy", _("4 March"))]
