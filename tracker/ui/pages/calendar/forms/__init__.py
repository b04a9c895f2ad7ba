"""The forms that stand beside the month: each is seen in it before it is agreed to."""
