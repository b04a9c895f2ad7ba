"""How is a group with its members stored?"""

from typing import Final

from tracker.domain.outside import Outside
from tracker.domain.routine import Group
from tracker.store.mapping.cells import day_text, maybe, named, step_list, step_parts, text
from tracker.store.mapping.shape import Parts, Shape, Stored


class Groups(Shape[Group]):
    """A version of a group, known by its name and first day; its members are its parts."""

    kind = "group"
    listed = "groups"
    table = "groups"
    columns = ("name", "begins")
    same = ("name", "begins")
    lookup = "name"
    parts = Parts("group_members", ("step",))

    def write(self, record: Group) -> Stored:
        """The group as it is stored."""
        return Stored((record.name, day_text(record.begins)), step_parts(record.priority))

    def read(self, stored: Stored) -> Group:
        """The group that is stored."""
        where = f"{self.listed}[{stored.row[0]}]"
        row = named(self.columns, stored.row, where)
        return Group(
            name=text(row.key("name")),
            priority=step_list(stored.parts, f"{where}.priority"),
            begins=maybe(Outside.day, row.maybe("begins")),
        )


GROUPS: Final = Groups()
