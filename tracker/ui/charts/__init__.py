"""Charts: the only users of pyqtgraph, imported when one is first seen."""
