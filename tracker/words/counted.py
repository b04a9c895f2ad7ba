"""How many of each kind of record?"""

from collections.abc import Mapping

from tracker.actions.change import RecordKind
from tracker.words.language import _, listed, ngettext


def counted_records(counts: Mapping[RecordKind, int]) -> str:
    """So many records of each kind, as one enumeration: "8 steps and 1 group"."""
    parts = [_counted(kind, count) for kind, count in counts.items() if count]
    return listed(parts) or _("nothing")


def _counted(kind: RecordKind, count: int) -> str:
    forms: dict[RecordKind, str] = {
        "setting": ngettext("{count} setting", "{count} settings", count),
        "product": ngettext("{count} product", "{count} products", count),
        "step": ngettext("{count} step", "{count} steps", count),
        "group": ngettext("{count} group", "{count} groups", count),
        "pause": ngettext("{count} pause", "{count} pauses", count),
        "treatment": ngettext("{count} treatment", "{count} treatments", count),
        "entry": ngettext("{count} entry", "{count} entries", count),
        "rating": ngettext("{count} rating", "{count} ratings", count),
        "question": ngettext("{count} question", "{count} questions", count),
        "photo": ngettext("{count} photo", "{count} photos", count),
    }
    return forms[kind].format(count=count)
