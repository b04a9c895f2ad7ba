"""How does each kind of record become rows, and rows the record again?

Used alike by the path through SQLAlchemy and by the first look, so none of it imports SQLAlchemy.
"""
