"""Where is everything wired for the command line, and with which code does the process end?

Decides nothing: `exchange` reads the arguments and runs the commands, `words` makes the sentences.
What a command needs is imported when it runs: a plan is asked for often and should come at once.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.errors import BadInput, NewerData, Refused, TrackerError, Unavailable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager
    from types import TracebackType

    from tracker.actions.ports import Clock, Reading
    from tracker.exchange.asked import Asked
    from tracker.store.backup.folder import FolderBackups
    from tracker.store.store import SqlStore
    from tracker.words.doctor import Finding

DONE, WRONG, REFUSED, UNAVAILABLE, NEWER, INTERRUPTED = 0, 2, 3, 4, 5, 130


class Kept(NamedTuple):
    """The data folder and the clock: the place at which commands run."""

    folder: Path
    clock: Clock

    def store(self) -> SqlStore:
        """The store, made or migrated where that is needed."""
        from tracker.store.store import open_store

        return open_store(self.folder, self.clock)

    def looking(self) -> AbstractContextManager[Reading]:
        """A quick look where the data is there and current, else one through the store."""
        from tracker.store.first_look import empty_look, first_look

        return first_look(self.folder) or empty_look(self.folder) or self.store().reading()

    def backups(self) -> FolderBackups:
        """The copies of everything in the folder."""
        from tracker.store.backup.folder import FolderBackups

        return FolderBackups(self.folder, self.clock)

    def checks(self) -> Sequence[Finding]:
        """What a thorough look at the data finds."""
        from tracker.store.ahead import dated_ahead
        from tracker.store.doctor import examine

        return [*examine(self.folder), *dated_ahead(self.folder, self.clock.now())]


def main(arguments: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Run a command (None: the process's own arguments) and return the exit code."""
    if arguments is None:
        sys.excepthook = _fault
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(arguments, clock)
        # Unlike the stream's own flush, this also goes where standard output is closed.
        print(end="", flush=True)
    except BrokenPipeError:
        # Whoever read us has seen enough; what was to be done is done.
        _hush()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _fault(kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
    """Tell of a fault of ours without what was being handled: a timer's errors go to the log."""
    from tracker.system.crash import tell

    tell(kind, bug, trace)


def _run(arguments: Sequence[str] | None, clock: Clock | None) -> int:
    from tracker.exchange.arguments import parse
    from tracker.system.clock import SystemClock

    try:
        asked = parse(arguments)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else WRONG
    except TrackerError as error:
        return _failed(error)
    try:
        if not asked.command:
            from tracker.app import main as open_window

            return open_window(is_demo=True) if asked.is_demo else open_window((), _folder(asked))
        return _asked_of_folder(asked, clock or SystemClock())
    except TrackerError as error:
        return _failed(error)


def _asked_of_folder(asked: Asked, clock: Clock) -> int:
    """Run the command on the person's folder or, where that is asked for, on a throw-away copy."""
    if not asked.is_demo:
        return _answered(asked, Kept(_folder(asked), clock))
    from tracker.demo import demo_folder

    with demo_folder(clock) as folder:
        return _answered(asked, Kept(folder, clock))


def _answered(asked: Asked, kept: Kept) -> int:
    """Run the command and print its answer or why there is none; returns the code."""
    from tracker.exchange.commands import command_named

    try:
        answer = command_named(asked.command)(asked, kept)
    except Refused as refused:
        return _refused(refused, asked, kept)
    except Unavailable as error:
        from tracker.exchange.commands.backups import way_back

        _let_go(error)
        return _failed(error, way_back(error, asked, kept))
    _say(answer.text)
    if answer.beside:
        print(answer.beside, file=sys.stderr)
    return DONE if answer.is_well else UNAVAILABLE


def _let_go(error: BaseException | None) -> None:
    """Drop what was in hand when it failed: what leads back from damage needs the memory."""
    while error is not None:
        error.__traceback__ = None
        error = error.__cause__ or error.__context__


def _folder(asked: Asked) -> Path:
    from tracker.system.paths import data_folder, named_folder

    return named_folder(asked.data_dir) if asked.data_dir else data_folder()


def _failed(error: TrackerError, mend: str = "") -> int:
    """Say what went wrong and what mends it on standard error, and return its code."""
    from tracker.words.errors import error_line

    print(" ".join(filter(None, (error_line(error), mend))), file=sys.stderr)
    if isinstance(error, BadInput):
        return WRONG
    return NEWER if isinstance(error, NewerData) else UNAVAILABLE


def _refused(refused: Refused, asked: Asked, kept: Kept) -> int:
    """Say which rule speaks against it and how to go on, and return its code."""
    from tracker.exchange.answers import as_json, refusal_answer
    from tracker.exchange.commands.why import refusal_line
    from tracker.words.errors import mend_of_refusal

    line = refusal_line(refused, kept)
    if asked.as_json:
        try:
            _say(as_json(refusal_answer(refused)))
        except Unavailable as error:
            raise Unavailable("refusal_not_printed") from error
    print(line, mend_of_refusal(refused), file=sys.stderr)
    return REFUSED


def _say(text: str) -> None:
    """Print an answer; raises `Unavailable` where it cannot be written."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        _hush()
        raise Unavailable("not_printed") from error


def _hush() -> None:
    """Print nothing more, nor try to at the end of the process."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
