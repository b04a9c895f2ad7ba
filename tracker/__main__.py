"""Where does `python -m tracker` begin?"""

import sys

from tracker.cli import main

sys.exit(main())
