"""Where on this machine is everything kept that a person keeps with us?"""

import os
from pathlib import Path
from typing import Final

from tracker.domain.errors import BadInput

FOLDER_VARIABLE: Final = "ROUTINE_TRACKER_DATA"
"""The environment variable that names the data folder."""


def data_folder() -> Path:
    """The data folder: the one that the environment names, else the platform's own.

    Nothing is created. Raises what `named_folder` raises.
    """
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return named_folder(named)
    from platformdirs import user_data_path  # noqa: PLC0415

    return user_data_path("routine-tracker", appauthor=False)


def named_folder(name: str) -> Path:
    """The folder of that name, in which "~" is a home; raises `BadInput` where that is nobody's."""
    try:
        return Path(name).expanduser().absolute()
    except (RuntimeError, OSError) as error:
        raise BadInput("no_such_home", path=name) from error
