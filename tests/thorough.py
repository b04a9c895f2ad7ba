"""Are random trials to be as many as they can be, or as few as fit into every run of the tests?"""

import os
from typing import Final

THOROUGH: Final = bool(os.environ.get("ROUTINE_TRACKER_THOROUGH"))
