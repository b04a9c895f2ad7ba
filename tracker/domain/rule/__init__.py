"""Which kinds of schedule are there?

A kind is a file beside this one and is found by being there; nothing else asks which kind a rule
is.
"""

from importlib import import_module
from os import listdir

from tracker.domain.rule.base import KINDS, read_rule


def _names() -> list[str]:
    """The modules beside this one, by name.

    `pkgutil` lists them wherever they are, in an archive or a frozen program too. But it imports
    `inspect`, a tenth of the time that a `plan` takes; where they are plain files, these count.
    """
    try:
        files = [name.partition(".") for name in listdir(__path__[0])]  # noqa: PTH208
    except OSError:
        files = []
    found = {name for name, _dot, ending in files if ending in ("py", "pyc")}
    if not found:
        from pkgutil import iter_modules  # noqa: PLC0415

        found = {one.name for one in iter_modules(__path__)}
    return sorted(name for name in found if name[:1].isalpha())


for _name in _names():
    import_module(f"{__name__}.{_name}")

__all__ = ["KINDS", "read_rule"]
