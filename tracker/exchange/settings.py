"""Which of a document's settings are the person's, and what do they say?"""

from tracker.domain.outside import Outside
from tracker.domain.settings import MACHINE_SETTINGS, Json, check_setting
from tracker.exchange.note import Note


def read_settings(outside: Outside | None) -> tuple[dict[str, Json], list[Note]]:
    """The settings that are a person's; others are left out with a note."""
    settings: dict[str, Json] = {}
    notes: list[Note] = []
    if outside is None:
        return settings, notes
    for key in outside.mapping():
        value = outside.maybe(key)
        if value is None:
            continue
        if key in MACHINE_SETTINGS:
            notes.append(Note(value.where, "machine_setting"))
        elif check_setting(key, value):
            settings[key] = _setting(value)
        else:
            notes.append(Note(value.where, "unknown_key"))
    return settings, notes


def _setting(outside: Outside) -> Json:
    """A setting's value that was checked: a single one, or weekdays each from a day on."""
    value = outside.value
    if isinstance(value, str | int | float):
        return value
    return [_week_start(item) for item in outside.elements()]


def _week_start(outside: Outside) -> Json:
    begins, weekday = outside.key("from").day(), outside.key("day").text()
    outside.close()
    return {"from": begins.isoformat(), "day": weekday}
