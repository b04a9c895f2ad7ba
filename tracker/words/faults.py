"""Which sentence does each error code have, with its facts to fill in?

Grouped by what is at fault. Each says what and where, and then the mend.
"""

from tracker.words.language import _


def sentences() -> dict[str, str]:
    """Every code's sentence in the language in use."""
    return {
        **_values(),
        **_rules(),
        **_documents(),
        **_foreign(),
        **_references(),
        **_actions(),
        **_arguments(),
        **_kept(),
    }


def _values() -> dict[str, str]:
    """A value in a document that is not what it ought to be."""
    return {
        "missing_key": _("{where} is missing. Add it."),
        "not_a_mapping": _("{where} should be a table of keys and values, not {got}."),
        "not_a_list": _("{where} should be a list, not {got}."),
        "too_many_items": _("{where} has {got} items. Shorten it to {most}."),
        "not_text": _("{where} should be text, not {got}. Put it in quotes."),
        "empty_text": _("{where} is empty. Write something there or leave it out."),
        "text_too_long": _("{where} has {got} characters. Shorten it to {longest}."),
        "text_not_storable": _("{where} holds characters that cannot be kept. Take them out."),
        "not_a_number": _("{where} should be a whole number from {least} to {most}, not {got}."),
        "number_out_of_range": _("{where} is {got}. Write a number from {least} to {most}."),
        "not_a_price": _(
            '{where} should be an amount and its currency such as "140.00 USD", not {got}.'
        ),
        "not_an_amount": _('{where} should be an amount such as "140.00", not {got}.'),
        "not_a_file_name": _("{where} should be a file's bare name, not {got}."),
        "not_a_quantity": _("{where} should be a number above 0 and up to {most}, not {got}."),
        "not_a_currency": _('{where} should be three capital letters such as "USD", not {got}.'),
        "not_a_time": _('{where} should be a time such as "21:00", not {got}.'),
        "not_an_instant": _(
            '{where} should be an instant in UTC such as "2026-11-21T20:15:00Z", not {got}.'
        ),
        "not_a_flag": _("{where} should be true or false, not {got}."),
        "not_a_day": _("{where} should be a day such as 2026-11-21, not {got}."),
        "day_out_of_range": _("{where} is {got}. Write a day from 1900-01-01 to 2999-12-31."),
        "not_one_of": _("{where} is {got}. Use one of these: {options}."),
    }


def _rules() -> dict[str, str]:
    """A schedule that contradicts itself."""
    return {
        "cycle_in_cycle": _("{where} is a cycle inside a cycle. Use another kind of rule there."),
        "units_differ": _("{where} counts in {off}, the on-phase in {on}. Use the same for both."),
        "not_a_length": _('{where} should be one length such as {{"months": 1}}.'),
        "places_not_distinct": _("{where} should name at least one day, and none twice."),
        "weekdays_not_distinct": _("{where} should name at least one weekday, and none twice."),
        "prefer_not_times": _("{where} names {got} weekdays. Name {times}, one for each time."),
        "versions_not_distinct": _("{where} begins on a day that another version has. Change one."),
        "no_versions": _("{where} has no version. Add one with a rule."),
        "not_after_itself": _("{where} names the step itself. Name another step."),
    }


def _documents() -> dict[str, str]:
    """A file that cannot be read as what it should be."""
    return {
        "list_for_routine": _(
            "The file holds a list where a table with steps and groups should be."
            ' Put the list of steps under a key: {{"steps": […]}}.'
        ),
        "no_such_file": _("There is no such file. Check its name."),
        "no_such_folder": _("There is no such folder to write to. Check the name or make it."),
        "file_not_readable": _("The file cannot be read. Check that it is a file you may open."),
        "not_a_plain_file": _("This is no ordinary file. Give another name that ends in .json."),
        "file_not_written": _("The file cannot be written. Check free space and permissions."),
        "file_exists": _("There is such a file already. Give another name."),
        "file_too_large": _("The file is larger than {most} MB. Split it up."),
        "too_many_parts": _("The document holds more than {most} values. Split it up."),
        "not_a_page": _("The card is a page for a browser. Use a name that ends in .html."),
        "unknown_format": _("Only JSON is understood here. Use a name that ends in .json."),
        "not_utf8": _("The file is not text in UTF-8. Save it in that encoding."),
        "not_json": _("Line {line}, column {column} is not JSON. Correct it there."),
        "not_toml": _("This is not TOML: {detail}. Correct it there."),
        "too_deep": _("The document is nested more than {most} levels deep. Flatten it."),
        "key_twice": _("The key {key} is there twice in one place. Keep one of them."),
        "not_finite": _("The document holds {got}, which is no number. Replace it."),
        "number_too_long": _("A number has more than {most} digits. Shorten it."),
        "not_our_format": _(
            '{where} is not "routine-tracker". Name a file that export has written.'
        ),
        "newer_document": _(
            "The document has version {got}, and this program reads up to {most}."
            " Update the program first."
        ),
        "unknown_key_here": _("{where} is not known here. Check its spelling or take it out."),
    }


def _foreign() -> dict[str, str]:
    """A file of another program, or what is asked of it."""
    return {
        "unknown_export_format": _("Use a name that ends in .json or .csv, or say --format."),
        "unknown_import_format": _(
            "Only .json, .csv, .tsv, .txt, .db and .zip are understood. Use such a name, or say"
            " --format json, loop, habitbull, daylio or csv."
        ),
        "not_a_pair": _("{where} should be HABIT=STEP, not {got}."),
        "not_columns": _(
            "{where} should be date=TITLE,name=TITLE,value=TITLE,note=TITLE, not {got}. Only date"
            " is needed."
        ),
        "no_such_habit": _("No habit is called {text}. Use one of these: {known}."),
        "no_such_column": _("No column is called {text}. Use one of these: {known}."),
        "columns_needed": _(
            "Which columns are the day and what was done? Say it with"
            " --columns date=TITLE,value=TITLE. The columns: {known}."
        ),
        "order_needed": _("{where}: {got} can be two days. Say --date-order mdy or dmy."),
        "no_rows": _("The file is empty. Name one that holds a table."),
        "row_not_utf8": _("{where} is not text in UTF-8. Save the file in that encoding."),
        "not_a_row": _("{where} is not a row of a table. Close its quotes, or shorten it."),
        "too_many_rows": _("{where}: there are more than {most} rows. Split the file up."),
        "too_many_entries": _("{where}: there are more than {most} entries. Split the file up."),
        "too_many_columns": _("{where} has {got} columns, and {most} is the most. Take some out."),
        "too_many_habits": _("There are more than {most} habits. Split the file up."),
        "too_many_steps": _(
            "There would be {got} steps, and {most} is the most. Leave some habits out."
        ),
        "not_a_loop_backup": _(
            "This is no backup of Loop Habit Tracker. Export one there, and name that."
        ),
        "database_not_plain": _(
            "{where} in the database would run something when it is read. Nothing was read;"
            " export a new backup."
        ),
        "row_damaged": _("{where} cannot be read. Export a new backup."),
        "not_an_archive": _("This is no whole zip archive. Export it again."),
        "not_a_loop_archive": _(
            "This archive holds no tables of Loop Habit Tracker. Export it there again."
        ),
        "archive_damaged": _("{where} in the archive is damaged. Export it again."),
        "archive_too_large": _("The archive holds more than {most} MB. Split it up."),
        "archive_bomb": _("{where} in the archive is far larger than it is packed. Leave it out."),
        "archive_link": _("{where} in the archive is a link. Leave it out."),
        "archive_locked": _("{where} in the archive cannot be unpacked. Pack it without a secret."),
        "name_leads_out": _("{where} in the archive leads out of it. Give it a plain name."),
        "too_many_files": _("The archive holds {got} files, and {most} is the most. Split it up."),
    }


def _references() -> dict[str, str]:
    """A document whose parts do not fit together."""
    return {
        "no_such_step_there": _("{where} names the step {got}, which is not in the document."),
        "no_such_product_there": _("{where} names the product {got}, which is not there."),
        "id_twice": _("{where} has an id that is there already. Give it another."),
        "same_twice": _("{where} is there already. Keep one of the two."),
        "in_two_groups": _(
            "{where} takes {step}, which is in the group {other} at that time. Keep it in one."
        ),
        "end_before_start": _("{where} is before the first day. Put it on that day or later."),
        "dangling_reference": _("{where} names something that is not kept. Add that first."),
        "not_storable": _("{where} does not go with what is kept. Correct it."),
    }


def _actions() -> dict[str, str]:
    """A thing that cannot be done."""
    return {
        "day_in_future": _("{day} is still to come. Log it on the day itself."),
        "no_such_step": _("No step is called {text}. Use one of these: {known}."),
        "no_routine": _("No routine yet. Begin with one: routine-tracker routine preset oily."),
        "several_steps": _("{text} fits several steps. Use one of these: {fits}."),
        "step_not_on_day": _("{name} is no part of the routine on {day}. Choose another day."),
        "reason_needed": _("{name} asks for a reason when it is used anyway. Give one."),
        "routine_exists": _("There is a routine already. Begin a new one in another --data-dir."),
        "no_such_preset": _("There is no preset {got}. Use one of these: {options}."),
        "no_such_choice": _("The preset has no choice {got}. Use one of these: {options}."),
        "no_such_setting": _("There is no setting {key}. Check its spelling."),
        "day_would_go_back": _("It would be yesterday again. Try again after {hour}:00."),
        "nothing_on_offer": _("This is no longer on offer. Look at Today again."),
        "nothing_kept": _("Nothing is kept in {where} yet, so there is nothing to back up."),
        **_life(),
        **_edits(),
        "nothing_to_rate": _("Nothing is rated. Give a number from 1 to 10, a facet or a note."),
    }


def _life() -> dict[str, str]:
    """A pause, a shifted phase or a treatment that cannot be."""
    return {
        "pause_backwards": _("{last} is before {first}. End the pause on its first day or later."),
        "no_steps_chosen": _("No step is chosen. Choose at least one."),
        "nothing_to_pause": _(
            "Something is logged on each of those days, so there is nothing to pause."
            " Choose other days."
        ),
        "nothing_to_resume": _("Nothing is paused on {day}. Choose a day of the pause."),
        "no_such_pause": _("There is no such pause from {day}. It may be gone already."),
        "no_cycle": _("{name} has no phases on and off to shift. Choose a step that has them."),
        "turn_gone_by": _("{day} is gone by. Choose today or a day to come."),
        "turn_too_far": _("{name} cannot be shifted to {day}. Choose {latest} or a day before it."),
        "turn_logged": _("{name} is logged on {day}. Let it rest from {next} on."),
        "no_such_treatment": _("There is no {name} on {day}. It may be gone already."),
        "series_out_of_range": _("A series of {got} cannot be entered. Choose 1 to {most}."),
        "distance_out_of_range": _("{got} days apart is not possible. Choose 1 to {most}."),
    }


def _edits() -> dict[str, str]:
    """A step, a group or an order that cannot be."""
    return {
        "day_is_past": _(
            "This would change days from {day} on, which are past."
            " Choose a later day, or say that they are to be rewritten."
        ),
        "earlier_days_change": _(
            "Days before {day} would change as well. Choose an earlier day from which it holds."
        ),
        "logged_before_start": _("{name} is logged on {day}. Let it start on that day or earlier."),
        "logged_after_end": _("{name} is logged on {day}. Let it end on that day or later."),
        "not_after_twice": _("It would rest after {name} twice. Keep one of the two."),
        "step_twice": _("{name} is there twice. Keep it once."),
        "not_of_slot": _("{name} belongs to the other half of the day. Leave it out."),
        "retired_already": _("{name} ends on {day} already. Choose that day or an earlier one."),
        "starts_later": _(
            "{where} is after {day}, and {name} is there before it. Choose that day or leave it."
        ),
        "no_such_version": _(
            "{name} does not change on {day} any more. Close it and open the step again."
        ),
        "not_retired": _("{name} has no last day, so there is nothing to bring back."),
        "group_name_taken": _(
            "Another group is or was called {name} at that time. Choose another name."
        ),
        "in_another_group": _("{name} is in the group {group}. Take it out there first."),
    }


def _arguments() -> dict[str, str]:
    """A command line that cannot be followed."""
    return {
        "no_such_home": _("{path} begins with a home that is nobody's. Write the folder out."),
        "demo_with_folder": _("--demo has a folder of its own. Leave out {where}."),
        "day_and_by": _("A day and --by speak of the same turn. Give one of them."),
        "series_in_part": _("--series and --every belong together. Give both or neither."),
        "from_is_past": _(
            "{day} is past. Look at it with routine diff, and add --rewrite-past to change"
            " days gone by."
        ),
        "range_backwards": _("{got} ends before it begins. Write it as FROM..TO."),
        "range_too_long": _("{got} is too long a range. Ask for {most} years at most."),
    }


def _kept() -> dict[str, str]:
    """What is kept cannot be read or written; nothing was changed."""
    return {
        "foreign_file": _("{path} belongs to another program and was left alone. Move it away."),
        "empty_file": _(
            "{path} is empty and was left alone."
            " Go back to a backup, or move it away to begin anew."
        ),
        "damaged_file": _(
            "{path} is damaged and was left alone."
            " Go back to a backup, or move it away to begin anew."
        ),
        "newer_data": _("{path} was written by a newer version. Update the program first."),
        "read_only": _("{path} may only be read. Change its permissions to write to it."),
        "locked": _("{path} is busy: another program holds it. Try again in a moment."),
        "not_opened": _("{path} could not be opened. Check the folder and its permissions."),
        "not_written": _("{path} could not be written. Check free space and permissions."),
        "not_migrated": _("{path} could not be brought up to date and is as it was."),
        "unusable_record": _("{where} cannot be used as it is kept ({problem}). Run doctor."),
        "not_printed": _("It is done, but the answer could not be printed. Check free space."),
        "refusal_not_printed": _(
            "A rule speaks against it, so nothing was changed; why could not be printed."
            " Check free space."
        ),
        "cannot_undo": _("This cannot be taken back: what it changed is no longer as it was."),
    }
