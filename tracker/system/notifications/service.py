"""How is the desktop's notification service spoken to, be it there or not?"""

from collections import deque
from collections.abc import Collection
from typing import Any, Final

from jeepney import DBusErrorResponse, MatchRule, Message
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

from tracker.actions.ports import Note
from tracker.system.notifications.heard import Closed, Pressed, Tell, Turned
from tracker.system.notifications.message import (
    BUS,
    asking_for_capabilities,
    closed,
    closing,
    listening,
    new_owner,
    pressed,
    sender_of,
    showing,
)

_PATIENCE: Final = 0.8
"""Seconds for an answer: after one in all, the window says it instead."""
_NO_BUS: Final = (OSError, LookupError, TypeError, ValueError, RuntimeError, DBusErrorResponse)
"""What asking ends in: no socket, no or an unusable address, a bus that does not let us in, and a
service that answers with something else than was asked for."""


class Service:
    """The service, over one connection to the session's bus, which is made when it is needed.

    Belongs to one thread. Nothing is raised: that the service is gone is told, and tried again
    with the next note.
    """

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._connection: DBusConnection | None = None
        self._signals: deque[Message] = deque()
        self._owner = ""
        self._is_missed = False
        self._capabilities: Collection[str] | None = None
        self._numbers: dict[str, int] = {}

    def fileno(self) -> int | None:
        """What becomes readable when there is something to hear; None while there is no bus."""
        return None if self._connection is None else int(self._connection.sock.fileno())

    def show(self, note: Note) -> None:
        """Show a note in place of the one with the same key."""
        try:
            self._connect()
            if self._capabilities is None:
                self._capabilities = self._ask(asking_for_capabilities())[0]
            replaced = self._numbers.get(note.key, 0)
            self._numbers[note.key] = self._ask(showing(note, replaced, self._capabilities))[0]
        except _NO_BUS as failure:
            self._lose(failure)
        else:
            self._find(was_gone=False)

    def withdraw(self, key: str) -> None:
        """Take the note away, where it is shown."""
        number = self._numbers.pop(key, None)
        if number is None:
            return
        try:
            self._ask(closing(number))
        except DBusErrorResponse:
            return  # it was gone already
        except OSError as failure:
            self._lose(failure)

    def hear(self) -> None:
        """Tell of everything that has come in."""
        try:
            while self._connection is not None:
                self._tell_signals()
                self._connection.recv_messages(timeout=0)
        except TimeoutError:
            return
        except (OSError, ValueError) as failure:
            self._lose(failure)

    def leave(self) -> None:
        """Take every note away and let go of the bus."""
        for key in tuple(self._numbers):
            self.withdraw(key)
        self._disconnect()

    # --- the connection ---

    def _connect(self) -> None:
        if self._connection is not None:
            return
        self._connection = open_dbus_connection("SESSION")
        self._connection.filter(MatchRule(type="signal"), queue=self._signals)
        for request in listening():
            self._ask(request)

    def _ask(self, request: Message) -> tuple[Any, ...]:
        """The answer. What came in before it is told first: it says who it is that answered."""
        if self._connection is None:
            raise ConnectionError
        reply = self._connection.send_and_get_reply(request, timeout=_PATIENCE)
        self._tell_signals()
        answer: tuple[Any, ...] = unwrap_msg(reply)
        if not self._owner and sender_of(reply) != BUS:
            self._owner = sender_of(reply)
        return answer

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._signals.clear()
        self._forget("")

    def _forget(self, owner: str) -> None:
        """Whoever provides the service now knows none of the notes."""
        self._owner = owner
        self._numbers.clear()
        self._capabilities = None

    # --- what is told ---

    def _lose(self, failure: Exception) -> None:
        """An answer that did not come, or a refusal, says nothing against the bus itself."""
        if not isinstance(failure, (TimeoutError, DBusErrorResponse)):
            self._disconnect()
        self._miss()

    def _miss(self) -> None:
        self._is_missed = True
        self._tell(Turned(is_there=False))

    def _find(self, *, was_gone: bool) -> None:
        if was_gone or self._is_missed:
            self._is_missed = False
            self._tell(Turned(is_there=True))

    def _tell_signals(self) -> None:
        while self._signals:
            message = self._signals.popleft()
            owner = new_owner(message)
            if owner is not None:
                self._turn(owner)
            elif sender_of(message) == self._owner:  # others may say anything
                self._tell_of_note(message)

    def _turn(self, owner: str) -> None:
        if owner == self._owner:
            return
        was_gone = bool(self._numbers)
        self._forget(owner)
        if owner:
            self._find(was_gone=was_gone)
        else:
            self._miss()

    def _tell_of_note(self, message: Message) -> None:
        keys = {number: key for key, number in self._numbers.items()}
        press, number = pressed(message), closed(message)
        if press is not None and press[0] in keys:
            key = keys[press[0]]
            self._tell(Pressed(key, press[1]))
            self.withdraw(key)
        elif number is not None and number in keys:
            del self._numbers[keys[number]]
            self._tell(Closed(keys[number]))
