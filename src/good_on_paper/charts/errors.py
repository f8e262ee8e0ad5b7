"""The error for a chart that cannot be drawn or written."""


class ChartError(ValueError):
    """An argument or a path is not of the expected kind; the message names it, and what to do.

    Examples
    --------
    >>> from good_on_paper.charts import naming
    >>> naming(["Editor"], names="initials")
    Traceback (most recent call last):
        ...
    good_on_paper.charts.errors.ChartError: names='initials'; expected 'names' or 'letters'
    """
