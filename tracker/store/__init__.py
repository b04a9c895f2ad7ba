"""Where is it kept? One SQLite file, its tables, its undo journal and its migrations."""
