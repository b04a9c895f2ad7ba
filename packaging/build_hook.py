"""What must exist before a wheel is packed? The compiled message catalogues."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Compiles each language's .po beside itself; git ignores the results, so no sdist has them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, for an editable install as for a wheel."""
        del version, build_data
        messages = Path(self.root) / "packaging" / "messages.py"
        subprocess.run([sys.executable, messages, "compile"], check=True)
