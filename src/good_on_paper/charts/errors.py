"""What is said when a chart cannot be drawn or written."""


class ChartError(ValueError):
    """An argument or a path is not of the expected kind; the message names it, and what to do."""
