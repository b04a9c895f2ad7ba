"""How does the bootstrap tell what it does, and why it cannot go on?"""

from __future__ import annotations


class CannotGoOnError(Exception):
    """The set-up ends here; the text is one line and names the mend."""


def say(line: str) -> None:
    """Print one line at once, also when the output goes to a file or a pipe."""
    print(line, flush=True)
