"""How does the notification service speak and listen while the window goes on?"""

import socket
from collections.abc import Callable
from queue import SimpleQueue
from selectors import EVENT_READ, DefaultSelector
from threading import Thread
from typing import Final, TypeAlias

from tracker.actions.ports import Note
from tracker.system.notifications.heard import Tell
from tracker.system.notifications.service import Service

Order: TypeAlias = Callable[[Service], None]
_FAREWELL: Final = 1.0
"""Seconds that the end of the program waits for the service to take its notes away."""


class Messenger:
    """A thread of its own that shows notes and tells, on that thread, what becomes of them.

    It sleeps until there is an order or something to hear.
    """

    def __init__(self, tell: Tell) -> None:
        self._service = Service(tell)
        self._orders: SimpleQueue[Order | None] = SimpleQueue()
        self._bell, self._button = socket.socketpair()
        self._thread = Thread(target=self._run, name="notifications", daemon=True)
        self._thread.start()

    def show(self, note: Note) -> None:
        """Show a note in place of the one with the same key."""
        self._give(lambda service: service.show(note))

    def withdraw(self, key: str) -> None:
        """Take the note away, where it is shown."""
        self._give(lambda service: service.withdraw(key))

    def finish(self) -> None:
        """Take every note away and end the thread; nothing may be given afterwards."""
        self._give(None)
        self._thread.join(_FAREWELL)
        self._button.close()

    def _give(self, order: Order | None) -> None:
        self._orders.put(order)
        self._button.send(b"\0")

    def _run(self) -> None:
        with self._bell:
            while self._obeyed():
                pass
        self._service.leave()

    def _obeyed(self) -> bool:
        """Wait for what comes next and do it; False once there is nothing more to do."""
        if self._has_order():
            order = self._orders.get()
            if order is None:
                return False
            order(self._service)
        self._service.hear()
        return True

    def _has_order(self) -> bool:
        """Sleep until there is an order, or something to hear; which of them."""
        with DefaultSelector() as waiting:
            waiting.register(self._bell, EVENT_READ)
            heard = self._service.fileno()
            if heard is not None:
                waiting.register(heard, EVENT_READ)
            ready = {key.fileobj for key, _ in waiting.select()}
        if self._bell not in ready:
            return False
        self._bell.recv(1)
        return True
