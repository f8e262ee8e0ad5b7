"""The error for a frame that is not roles by lines, and the warning for an assumed scale."""


class PatternError(ValueError):
    """The frame or an argument is not of the expected shape; the message names where, and what to do.

    Examples
    --------
    >>> from good_on_paper.patterns import contrast
    >>> import pandas as pd
    >>> contrast(pd.DataFrame({"pace": [2]}, index=["A"]), outcome="went")
    Traceback (most recent call last):
        ...
    good_on_paper.patterns.errors.PatternError: there is no column 'went', asked for by ...
    """


class ScaleWarning(UserWarning):
    """We assumed the ends of a scale, and no value reaches them; the message names the lines.

    Examples
    --------
    >>> import warnings
    >>> import pandas as pd
    >>> from good_on_paper.patterns import contrast
    >>> jobs = pd.DataFrame({"overall": [3, 2, 1], "pace": [1, 2, 3]}, index=list("ABC"))
    >>> with warnings.catch_warnings(record=True, action="always") as told:
    ...     found = contrast(jobs)
    >>> str(told[0].message).partition(".")[0]
    "'pace': taken to run from 1 to 7, but the values only go from 1 to 3"
    """
