"""How is what is kept made safe before a file is taken in?"""

from tracker.domain.errors import Unavailable
from tracker.exchange.commands.place import Place
from tracker.words.backups import not_backed_up


def back_up_before(place: Place) -> str:
    """Copy what is kept; where there is no room for that, the import goes on and says so."""
    try:
        place.backups().keep("before-import")
    except Unavailable as error:
        if error.code not in ("not_written", "read_only", "not_opened"):
            raise
        return not_backed_up(error)
    return ""
