"""What do the commands do that make a copy of everything, or go back to one?"""

import shlex
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from tracker.actions.backups import Backup, Backups, Holdings, Inside, Restored
from tracker.domain.errors import BadInput, TrackerError, Unavailable
from tracker.exchange.answers import Item, as_json, iso
from tracker.exchange.asked import Asked
from tracker.exchange.commands.place import Answer, Command, Place
from tracker.exchange.vetting import vetted
from tracker.words.backups import (
    backups_text,
    made_line,
    restored_text,
    way_back_line,
)
from tracker.words.erasing import erase_text, erased_line
from tracker.words.salvage import salvage_line

_MENDABLE: Final = frozenset(("damaged_file", "empty_file", "foreign_file", "unusable_record"))


def _backup(asked: Asked, place: Place) -> Answer:
    backups = place.backups()
    if asked.lists:
        found = backups.listed()
        if asked.as_json:
            return Answer(as_json({"backups": [_backup_answer(backup) for backup in found]}))
        return Answer(backups_text(found))
    if asked.file:
        file = backups.copy_to(Path(asked.file).absolute())
        return Answer(as_json({"file": str(file)}) if asked.as_json else made_line(file))
    made = backups.make("by-hand")
    return Answer(as_json(_backup_answer(made)) if asked.as_json else made_line(made.file))


def _restore(asked: Asked, place: Place) -> Answer:
    backups = place.backups()
    file = _found(asked.file, backups)
    restored = None if asked.dry_run else backups.restore(file)
    inside = backups.look_inside(file) if restored is None else restored.inside
    if asked.as_json:
        return Answer(as_json(_restore_answer(inside, restored)))
    return Answer(restored_text(inside, restored))


def _found(name: str, backups: Backups) -> Path:
    """The file of that name, or the backup; raises `BadInput`."""
    file = Path(name).absolute()
    if not file.exists() and (backups.place / name).is_file():
        file = backups.place / name
    if not file.exists():
        raise BadInput("no_such_file", file=name)
    if not file.is_file():
        raise BadInput("file_not_readable", file=name)
    return file


def way_back(error: Unavailable, asked: Asked, place: Place) -> str:
    """How to go on where what is kept is damaged; empty where there is no good backup."""
    backups, named = place.backups(), error.facts.get("path")
    is_of_data = named is None or Path(str(named)).parent == backups.place.parent
    if error.code not in _MENDABLE or not is_of_data:
        return ""
    inside, found = None, None
    with suppress(TrackerError):
        inside = backups.newest_good()
        found = backups.salvage(vetted)
    folder = ["--data-dir", asked.data_dir] if asked.data_dir else []
    command = ["routine-tracker", *folder]
    lines = []
    if inside is not None:
        lines.append(way_back_line(inside, shlex.join([*command, "restore", inside.file.name])))
    if found is not None and found.is_worth_it:
        lines.append(salvage_line(shlex.join([*command, "doctor", "--salvage"])))
    return "\n".join(lines)


def _backup_answer(backup: Backup) -> Item:
    return {
        "file": str(backup.file),
        "moment": backup.moment.isoformat(),
        "why": backup.why,
        "size": backup.size,
    }


def _restore_answer(inside: Inside, restored: Restored | None) -> Item:
    lost = inside.lost
    return {
        "file": str(inside.file),
        "dry_run": restored is None,
        "inside": {
            "steps": inside.steps,
            "entries": inside.entries,
            "ratings": inside.ratings,
            "first": iso(inside.first),
            "last": iso(inside.last),
            "revision": inside.revision,
        },
        "lost": None
        if lost is None
        else {"steps": list(lost.steps), "entries": lost.entries, "ratings": lost.ratings},
        "set_aside": _path(None if restored is None else restored.set_aside),
        "backup": _path(None if restored is None else restored.backup),
    }


def _path(file: Path | None) -> str | None:
    return None if file is None else str(file)


def _erase(asked: Asked, place: Place) -> Answer:
    backups = place.backups()
    held = backups.holdings()
    left = backups.erase() if asked.yes else ()
    if asked.as_json:
        return Answer(as_json(_erase_answer(held, left, asked)), is_well=not left)
    folder = ["--data-dir", asked.data_dir] if asked.data_dir else []
    command = shlex.join(["routine-tracker", *folder, "erase", "--yes"])
    return Answer(erased_line(left) if asked.yes else erase_text(held, command), is_well=not left)


def _erase_answer(held: Holdings, left: tuple[Path, ...], asked: Asked) -> Item:
    return {
        "dry_run": not asked.yes,
        "steps": held.steps,
        "entries": held.entries,
        "ratings": held.ratings,
        "backups": held.backups,
        "set_aside": held.set_aside,
        "logs": held.logs,
        "others": [str(path) for path in held.others],
        "has_other_names": held.has_other_names,
        "left": [str(path) for path in left],
    }


COMMANDS: Final[Mapping[str, Command]] = {
    "backup": _backup,
    "restore": _restore,
    "erase": _erase,
}
