"""By which names does the program know its own backups?"""

import re
from datetime import datetime
from pathlib import Path
from typing import Final

from tracker.actions.backups import WHYS, Why
from tracker.store.mapping.cells import instant_text

BACKUPS: Final = "backups"
"""The folder, in the data folder, of the backups."""
_OURS: Final = re.compile(rf"({'|'.join(WHYS)})-([0-9]{{8}}T[0-9]{{12}}Z)\.db")


def file_name(why: Why, moment: datetime) -> str:
    """The name of a backup made at that aware moment: "each-day-20261121T213000000000Z.db"."""
    stamp = instant_text(moment).replace("-", "").replace(":", "").replace(".", "")
    return f"{why}-{stamp}.db"


def named(name: str) -> tuple[Why, datetime] | None:
    """Why and when, in UTC, a backup of that name was made; None where the name is none of ours."""
    found = _OURS.fullmatch(name)
    if found is None:
        return None
    try:
        moment = datetime.strptime(found[2], "%Y%m%dT%H%M%S%f%z")
    except ValueError:
        return None
    return next(why for why in WHYS if why == found[1]), moment


def sum_file(file: Path) -> Path:
    """Where the checksum of a copy stands."""
    return file.with_name(f"{file.name}.sha256")
