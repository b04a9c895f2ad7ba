"""Change a setting."""

from tracker.actions.change import Change
from tracker.actions.ports import Store
from tracker.domain.errors import BadInput
from tracker.domain.outside import Outside
from tracker.domain.settings import Json, Setting, check_setting


def set_setting(store: Store, key: str, value: Json) -> Change | None:
    """Set `key` to `value`; None where it is so already.

    Raises `BadInput` for a key that we do not know or a value that it cannot take.
    """
    if not check_setting(key, Outside(value, f"settings.{key}")):
        raise BadInput("no_such_setting", key=key)
    with store.writing("set_setting", key=key) as work:
        work.put(Setting(key, value))
    return work.change
