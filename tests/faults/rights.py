"""How does an administrator try what happens to someone whom permissions hold?"""

import ctypes
import os
from typing import Final

_VERSION: Final = 0x20080522
_OVERRIDES: Final = 0b110
"""Linux' rights to pass over permissions when writing and when reading."""


class _Head(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("process", ctypes.c_int))


class _Rights(ctypes.Structure):
    _fields_ = (
        ("effective", ctypes.c_uint32 * 1),
        ("permitted", ctypes.c_uint32 * 1),
        ("inheritable", ctypes.c_uint32 * 1),
        ("more", ctypes.c_uint32 * 3),
    )


def be_held_by_permissions() -> None:
    """Give up for good the rights that pass over permissions, for this thread and those it begins.

    Raises OSError where they cannot be given up.
    """
    if os.geteuid() != 0:
        return
    library = ctypes.CDLL(None, use_errno=True)
    head, rights = _Head(_VERSION, 0), _Rights()
    _checked(library.capget(ctypes.byref(head), ctypes.byref(rights)))
    rights.effective[0] &= ~_OVERRIDES
    rights.permitted[0] &= ~_OVERRIDES
    _checked(library.capset(ctypes.byref(head), ctypes.byref(rights)))


def _checked(answer: int) -> None:
    if answer != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
