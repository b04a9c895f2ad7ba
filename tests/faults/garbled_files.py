"""Does a truncated, empty or garbled database crash anything, and is it ever overwritten?

`python tests/faults/garbled_files.py --tries 200` fills a folder with fourteen months, backs it up,
and adds two days. Then each try damages the database in one of six ways at random places: a few
bytes, many bytes, some pages, the end cut off, the header, or nothing left of it. Every try looks
at it as the window's first frame does, opens, reads, ticks, lets doctor look and asks for a way
out: nothing but expected errors may come of it, and a file that is refused must stay as it is, byte
for byte. What is offered for a damaged one must hold every entry of the backup, and together with
it every entry that was read; one in ten is put in place, and read again.
"""

import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Final, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults.alone import try_alone
from tests.faults.row import Figure, Row
from tests.still_clock import StillClock
from tracker.actions.rate import rate
from tracker.actions.tick import tick
from tracker.demo import fill
from tracker.domain.errors import TrackerError
from tracker.exchange.vetting import vetted
from tracker.store.backup.folder import FolderBackups
from tracker.store.doctor import examine
from tracker.store.first_look import first_look
from tracker.store.identity import FILE_NAME
from tracker.store.store import open_store

PAGE: Final = 4096
STEP: Final = "cleanse-morning"
PUT_IN_PLACE: Final = 10
Damage = Callable[[bytearray, random.Random], None]


def few_bytes(content: bytearray, chance: random.Random) -> None:
    """From one to twenty."""
    for _ in range(chance.randint(1, 20)):
        content[chance.randrange(len(content))] = chance.randrange(256)


def many_bytes(content: bytearray, chance: random.Random) -> None:
    """Four hundred, in almost every page."""
    for _ in range(400):
        content[chance.randrange(len(content))] = chance.randrange(256)


def some_pages(content: bytearray, chance: random.Random) -> None:
    """Up to five whole ones, to zeros or noise."""
    for _ in range(chance.randint(1, 5)):
        begin = chance.randrange(len(content) // PAGE) * PAGE
        content[begin : begin + PAGE] = chance.choice([bytes(PAGE), chance.randbytes(PAGE)])


def the_end(content: bytearray, chance: random.Random) -> None:
    """Cut off anywhere."""
    del content[chance.randrange(len(content)) :]


def the_header(content: bytearray, chance: random.Random) -> None:
    """The first bytes, and with them what tells it from another program's."""
    length = chance.randint(1, PAGE)
    content[:length] = chance.randbytes(length)


def everything(content: bytearray, chance: random.Random) -> None:
    """Nothing left, or nothing that is ours."""
    content[:] = chance.choice([b"", bytes(len(content)), b"Once upon a time. " * 9000])


DAMAGES: Final = (few_bytes, many_bytes, some_pages, the_end, the_header, everything)


class Folder(NamedTuple):
    """A data folder, what its database held when it was whole, and what its backup holds."""

    place: Path
    clock: StillClock
    whole: bytes
    kept: frozenset[tuple[object, ...]]

    @property
    def database(self) -> Path:
        """The file that is damaged."""
        return self.place / FILE_NAME

    @property
    def backups(self) -> FolderBackups:
        """The way out."""
        return FolderBackups(self.place, self.clock)


def made(place: Path) -> Folder:
    """Fourteen months, a backup, and two days more."""
    clock = StillClock()
    fill(place, clock)
    FolderBackups(place, clock).make("each-day")
    kept = log_of(place, clock)
    clock.forward(days=2)
    store = open_store(place, clock)
    for number in range(2):
        day = clock.now().date() - timedelta(days=number)
        tick(store, clock, STEP, day)
        rate(store, clock, {"overall": 6}, None, day)
    store.close()
    return Folder(place, clock, (place / FILE_NAME).read_bytes(), kept)


def log_of(place: Path, clock: StillClock) -> frozenset[tuple[object, ...]]:
    """The entries that can be read."""
    with open_store(place, clock).reading() as look:
        return frozenset((entry.day, entry.step, entry.do) for entry in look.diary().log)


def use(folder: Folder) -> None:
    """All that the program does with what it finds; expected errors are what it may give."""
    uses: tuple[Callable[[], object], ...] = (
        lambda: _first_frame(folder.place),
        lambda: log_of(folder.place, folder.clock),
        lambda: examine(folder.place),
    )
    for one in uses:
        with suppress(TrackerError):
            one()


def _first_frame(place: Path) -> None:
    look = first_look(place)
    if look is not None:
        with look:
            look.routine()
            look.log()


def tried(folder: Folder, damage: Damage, chance: random.Random, *, puts: bool) -> str:
    """One try; what came of it, which begins with "lost" where anything was."""
    garbled = bytearray(folder.whole)
    damage(garbled, chance)
    folder.database.write_bytes(garbled)
    use(folder)
    offered = folder.backups.salvage(vetted)
    if folder.database.read_bytes() != garbled:
        return "lost: overwritten"
    if offered is None:
        return "whole after all"
    if offered.backup is None or offered.both.entries < len(folder.kept):
        return "lost: the backup was not offered"
    if puts and offered.is_worth_it:
        return _put_in_place(folder, bytes(garbled))
    return "more than the backup" if offered.is_worth_it else "the backup"


def _put_in_place(folder: Folder, garbled: bytes) -> str:
    salvaged = folder.backups.put_together(vetted)
    if salvaged is None or salvaged.set_aside is None:
        return "lost: nothing was put in place"
    aside, held = salvaged.set_aside.read_bytes(), log_of(folder.place, folder.clock)
    salvaged.set_aside.unlink()
    folder.backups.check()
    if aside != garbled:
        return "lost: the damaged file"
    return "put in place" if held >= folder.kept else "lost: entries of the backup"


def run(tries: int) -> Figure:
    """So many damaged files."""
    chance = random.Random(20261122)
    with tempfile.TemporaryDirectory() as name:
        folder = made(Path(name))
        found = Counter(
            tried(folder, DAMAGES[number % len(DAMAGES)], chance, puts=number % PUT_IN_PLACE == 0)
            for number in range(tries)
        )
    lost = sum(count for what, count in found.items() if what.startswith("lost"))
    said = ", ".join(f"{count} {what}" for what, count in sorted(found.items()))
    return Figure(f"{lost} lost; {said}", lost == 0)


ROW: Final = Row(
    "truncated, zero-byte, garbled file",
    "no crash, never overwritten, backup offered",
    "A database of fourteen months is damaged at random and used.",
    tries=200,
    quick=12,
    run=run,
)

if __name__ == "__main__":
    sys.exit(try_alone(ROW))
