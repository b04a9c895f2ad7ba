"""How is a setting stored?"""

from typing import Final, cast

from tracker.domain.outside import Outside
from tracker.domain.settings import Json, Setting, check_setting
from tracker.store.mapping.cells import from_json, json_text, text
from tracker.store.mapping.shape import Shape, Stored


class Settings(Shape[Setting]):
    """A key, and any value that JSON can hold; the values of known keys are checked."""

    kind = "setting"
    listed = "settings"
    table = "settings"
    columns = ("key", "value")
    same = ("key",)
    lookup = "key"

    def write(self, record: Setting) -> Stored:
        """The setting as it is stored."""
        return Stored((record.key, json_text(record.value)))

    def read(self, stored: Stored) -> Setting:
        """The setting that is stored."""
        key_cell, value_cell = stored.row
        key = text(Outside(key_cell, self.listed))
        value = from_json(Outside(value_cell, f"{self.listed}.{key}"))
        check_setting(key, value)
        return Setting(key, cast("Json", value.value))


SETTINGS: Final = Settings()
