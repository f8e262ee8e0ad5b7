"""Runs first in the kernel of every page: a chart that a cell gives back is shown in both themes."""

import os
import sys
from base64 import b64encode
from html import escape
from pathlib import Path

from good_on_paper.charts import Chart

sys.path.append(str(Path(os.environ["IPYTHONDIR"]).parents[1]))  # for `figures`


def _both(chart: Chart) -> str:
    shown = []
    for theme in ("light", "dark"):
        data = b64encode(chart.data("svg", theme)).decode()
        shown.append(
            f'<img class="only-{theme}" alt="{escape(chart.alt)}" src="data:image/svg+xml;base64,{data}">'
        )
    return "".join(shown)


get_ipython().display_formatter.formatters["text/html"].for_type(Chart, _both)  # noqa: F821 - IPython's own
