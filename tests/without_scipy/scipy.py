"""Stands before scipy on the path of what tests start: a person's environment has none."""

raise ImportError("only the tests have scipy")
