"""Where on this machine is everything kept that a person keeps with us?"""

import os
from pathlib import Path
from typing import Final

FOLDER_VARIABLE: Final = "ROUTINE_TRACKER_DATA"
"""The environment variable that names the data folder."""


def data_folder() -> Path:
    """The data folder: the one that the environment names, else the platform's own.

    Nothing is created.
    """
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path  # noqa: PLC0415

    return user_data_path("routine-tracker", appauthor=False)
