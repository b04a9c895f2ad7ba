"""What does the command do that saves what can be read of damaged records?"""

from tracker.actions.backups import Held, Missing, Salvage, Salvaged
from tracker.exchange.answers import Item, as_json, iso
from tracker.exchange.asked import Asked
from tracker.exchange.commands.place import Answer, Place
from tracker.exchange.vetting import vetted
from tracker.words.salvage import nothing_damaged, salvage_text


def salvage(asked: Asked, place: Place) -> Answer:
    """Save what can be read together with the newest good backup, or only show it."""
    salvaged = None if asked.dry_run else place.backups().put_together(vetted)
    found = place.backups().salvage(vetted) if asked.dry_run else salvaged and salvaged.salvage
    if found is None:
        return Answer(as_json({"salvage": None}) if asked.as_json else nothing_damaged())
    is_well = salvaged is None or salvaged.set_aside is not None
    if asked.as_json:
        return Answer(as_json({"salvage": _answer(found, salvaged)}), is_well)
    return Answer(salvage_text(found, salvaged), is_well)


def _answer(found: Salvage, salvaged: Salvaged | None) -> Item:
    backup = found.backup
    aside = None if salvaged is None else salvaged.set_aside
    return {
        "dry_run": salvaged is None,
        "backup": None if backup is None else str(backup.file),
        "in_file": _held(found.file),
        "in_backup": None
        if backup is None
        else _held(Held(backup.steps, backup.entries, backup.ratings)),
        "in_both": _held(found.both),
        "not_in_backup": _missing(found.not_in_backup),
        "not_in_file": _missing(found.not_in_file),
        "unusable": found.unusable,
        "added": found.added,
        "differing": found.differing,
        "by_entries": found.by_entries,
        "set_aside": None if aside is None else str(aside),
    }


def _missing(missing: Missing) -> Item:
    return {
        **_held(missing.held),
        "others": dict(missing.others),
        "first": iso(missing.first),
        "last": iso(missing.last),
    }


def _held(held: Held) -> Item:
    return dict(held._asdict())
