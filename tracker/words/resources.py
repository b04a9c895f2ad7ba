"""Where are the files that came with the program: catalogues, presets, icons?"""

from pathlib import Path

import tracker


def resource(*parts: str) -> Path:
    """The path of a file or folder in `resources`, whether or not it exists.

    A wheel has it inside the package, a clone beside it.
    """
    package = Path(tracker.__file__).parent
    inside = package / "resources"
    folder = inside if inside.is_dir() else package.parent / "resources"
    return folder.joinpath(*parts)
