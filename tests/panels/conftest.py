"""The careers and the stage of the charts."""

from tests.charts.conftest import *  # noqa: F403 - fixtures are found by name
