"""What is said on the bus to show a note, to take it away, and to hear of it?"""

from collections.abc import Collection
from html import escape
from typing import Final

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageFlag,
    MessageType,
    message_bus,
    new_method_call,
)

from tracker.actions.ports import Note
from tracker.system.notifications.heard import OPEN
from tracker.words.reminders import open_label

SERVICE: Final = "org.freedesktop.Notifications"
BUS: Final = "org.freedesktop.DBus"
_SIGNAL: Final = MessageType.signal
_ADDRESS: Final = DBusAddress("/org/freedesktop/Notifications", SERVICE, SERVICE)
_DESKTOP_ENTRY: Final = "routine-tracker"
_NORMAL: Final = 1
_STAYS: Final = 0
"""The note stays until it is answered, closed or withdrawn: the person may be away."""


def asking_for_capabilities() -> Message:
    """What can the service do?"""
    return new_method_call(_ADDRESS, "GetCapabilities")


def showing(note: Note, replaced: int, capabilities: Collection[str]) -> Message:
    """Show a note in place of the one that the service knows as `replaced`, 0 for none."""
    body = escape(note.body, quote=False) if "body-markup" in capabilities else note.body
    hints = {"urgency": ("y", _NORMAL), "desktop-entry": ("s", _DESKTOP_ENTRY)}
    return new_method_call(
        _ADDRESS,
        "Notify",
        "susssasa{sv}i",
        (
            *("Routine Tracker", replaced, _DESKTOP_ENTRY, note.title, body),
            *(_actions(note, capabilities), hints, _STAYS),
        ),
    )


def _actions(note: Note, capabilities: Collection[str]) -> list[str]:
    """Codes and words in turn, as the service wants them."""
    if "actions" not in capabilities:
        return []
    buttons = ((OPEN, open_label()), *note.buttons)
    return [part for button in buttons for part in button]


def closing(number: int) -> Message:
    """Take away the note that the service knows by this number."""
    message = new_method_call(_ADDRESS, "CloseNotification", "u", (number,))
    message.header.flags |= MessageFlag.no_auto_start
    return message


def listening() -> tuple[Message, ...]:
    """From now on, hear what becomes of notes, and when the service comes and goes."""
    notes = MatchRule(type="signal", sender=SERVICE, interface=SERVICE)
    owners = MatchRule(type="signal", sender=BUS, member="NameOwnerChanged")
    owners.add_arg_condition(0, SERVICE)
    return message_bus.AddMatch(notes), message_bus.AddMatch(owners)


def new_owner(message: Message) -> str | None:
    """Who provides the service from now on, "" for nobody; None where that is not the message."""
    fields = message.header.fields
    if fields.get(HeaderFields.sender) != BUS or message.header.message_type != _SIGNAL:
        return None
    is_ours = fields.get(HeaderFields.member) == "NameOwnerChanged" and message.body[0] == SERVICE
    return str(message.body[2]) if is_ours else None


def sender_of(message: Message) -> str:
    """Who sent it, by the bus's own unique name."""
    return str(message.header.fields.get(HeaderFields.sender, ""))


def pressed(message: Message) -> tuple[int, str] | None:
    """The number of the note on which something was pressed, and what."""
    if _form_of(message) != ("ActionInvoked", "us"):
        return None
    number, wish = message.body
    return int(number), str(wish)


def closed(message: Message) -> int | None:
    """The number of the note that is no longer shown."""
    return int(message.body[0]) if _form_of(message) == ("NotificationClosed", "uu") else None


def _form_of(message: Message) -> tuple[str, str]:
    """A signal's name and the types of what it holds."""
    fields = message.header.fields
    return fields.get(HeaderFields.member, ""), fields.get(HeaderFields.signature, "")
