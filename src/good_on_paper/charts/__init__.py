"""Charts: results drawn on figures of their own, with a title that says the finding, alt text and a table."""

from good_on_paper.charts.barometer import barometer
from good_on_paper.charts.barometer_words import in_a_sentence, in_counts, would_fit
from good_on_paper.charts.bearing import bear_lists
from good_on_paper.charts.career_strip import career_strip
from good_on_paper.charts.chart import Chart
from good_on_paper.charts.deferred import Deferred
from good_on_paper.charts.definitions_moved import definitions_moved
from good_on_paper.charts.dull_and_went import dull_and_went
from good_on_paper.charts.dull_ladder import dull_ladder
from good_on_paper.charts.errors import ChartError
from good_on_paper.charts.estimate import estimate
from good_on_paper.charts.everything import everything
from good_on_paper.charts.explored import PictureChoice, explored
from good_on_paper.charts.four_cells import FELT, four_cells
from good_on_paper.charts.how_close import how_close
from good_on_paper.charts.how_far import how_far
from good_on_paper.charts.how_often import how_often
from good_on_paper.charts.job_rows import Order
from good_on_paper.charts.lean import lean
from good_on_paper.charts.lineup import Level, lineup, lineups, rated_lines
from good_on_paper.charts.margins import margins
from good_on_paper.charts.minutes_strip import minutes_strip
from good_on_paper.charts.mirrored import mirrored
from good_on_paper.charts.mixes import mixes
from good_on_paper.charts.names import naming
from good_on_paper.charts.note import Note
from good_on_paper.charts.offers import offers
from good_on_paper.charts.open_board import open_board
from good_on_paper.charts.paper_against_lived import paper_against_lived, paper_of_two
from good_on_paper.charts.recurring import recurring
from good_on_paper.charts.role_map import role_map
from good_on_paper.charts.search_months import search_months
from good_on_paper.charts.shine import shine
from good_on_paper.charts.state_of_writing import state_of_writing
from good_on_paper.charts.stated import stated
from good_on_paper.charts.stays import stays
from good_on_paper.charts.steadiness import steadiness
from good_on_paper.charts.step_curve import Parted, step_curve, step_curves
from good_on_paper.charts.swimmer import swimmer
from good_on_paper.charts.two_axes import AxisWords, two_axes
from good_on_paper.charts.under_definitions import under_definitions
from good_on_paper.charts.under_events import under_events
from good_on_paper.charts.what_helped import what_helped
from good_on_paper.charts.within_jobs import within_jobs
from good_on_paper.charts.words import Line, Words

__all__ = [
    "FELT",
    "AxisWords",
    "Chart",
    "ChartError",
    "Deferred",
    "Level",
    "Line",
    "Note",
    "Order",
    "Parted",
    "PictureChoice",
    "Words",
    "barometer",
    "bear_lists",
    "career_strip",
    "definitions_moved",
    "dull_and_went",
    "dull_ladder",
    "estimate",
    "everything",
    "explored",
    "four_cells",
    "how_close",
    "how_far",
    "how_often",
    "in_a_sentence",
    "in_counts",
    "lean",
    "lineup",
    "lineups",
    "margins",
    "minutes_strip",
    "mirrored",
    "mixes",
    "naming",
    "offers",
    "open_board",
    "paper_against_lived",
    "paper_of_two",
    "rated_lines",
    "recurring",
    "role_map",
    "search_months",
    "shine",
    "state_of_writing",
    "stated",
    "stays",
    "steadiness",
    "step_curve",
    "step_curves",
    "swimmer",
    "two_axes",
    "under_definitions",
    "under_events",
    "what_helped",
    "within_jobs",
    "would_fit",
]
