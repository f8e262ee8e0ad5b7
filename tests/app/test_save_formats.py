"""JupyterLab offers the formats that Jupyter itself would name."""

from __future__ import annotations

from good_on_paper.app.save_formats import formats


def test_they_are_those_that_jupyter_lists() -> None:
    from nbconvert.exporters import get_export_names, get_exporter  # noqa: PLC0415 - only this test needs it

    theirs = {name: {"output_mimetype": get_exporter(name).output_mimetype} for name in get_export_names()}
    assert formats() == theirs
    assert formats()["html"] == {"output_mimetype": "text/html"}
