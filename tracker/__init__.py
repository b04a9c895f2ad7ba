"""Routine Tracker: a desktop app for people who follow a skincare routine."""

__version__ = "0.1.0"
