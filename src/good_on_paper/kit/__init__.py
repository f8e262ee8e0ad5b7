"""What a notebook imports: one call per cell."""

from good_on_paper.pages.after_an_interview.three_questions import (
    after_interview,
    bring_log,
    interviews,
    next_thing,
    search_proof,
)
from good_on_paper.pages.after_an_interview.whole_search import search
from good_on_paper.pages.before_an_interview.beside_mine import beside_mine, this_job
from good_on_paper.pages.before_an_interview.interview import next_interview, questions, unknowns
from good_on_paper.pages.before_an_interview.take_along import ask_first, take_along, take_home
from good_on_paper.pages.before_an_interview.they_ask import they_will_ask
from good_on_paper.pages.got_dull.between import between_jobs, three_lines
from good_on_paper.pages.got_dull.boredom import boredom, got_dull
from good_on_paper.pages.got_dull.curve import step_curve
from good_on_paper.pages.got_dull.days import days, minutes
from good_on_paper.pages.got_dull.goes_with_it import goes_with_dull
from good_on_paper.pages.head import page
from good_on_paper.pages.in_common.earlier_day import earlier_day
from good_on_paper.pages.in_common.levels import levels
from good_on_paper.pages.in_common.line_ups import further, line_ups, side_by_side, what_it_cost
from good_on_paper.pages.live_with.bearing import bearing, can_bear
from good_on_paper.pages.offers.side_by_side import offers, offers_drawn
from good_on_paper.pages.start.notebook_list import notebooks
from good_on_paper.pages.start.paper_against_lived import good_on_paper
from good_on_paper.pages.start.pictures import pictures
from good_on_paper.pages.start.ten_minutes import start
from good_on_paper.pages.under_the_hood.contrast_columns import columns
from good_on_paper.pages.under_the_hood.explore import explore
from good_on_paper.pages.under_the_hood.how_alike import how_alike
from good_on_paper.pages.under_the_hood.noise import on_noise
from good_on_paper.pages.under_the_hood.recipes import mixes
from good_on_paper.pages.under_the_hood.state_of_writing import state_of_writing
from good_on_paper.pages.what_it_was_like.episodes import episodes, within_jobs
from good_on_paper.pages.what_it_was_like.how_i_work_best import how_i_work_best, how_it_left_me
from good_on_paper.pages.what_it_was_like.lines import definitions, how_it_went, lines, own_words
from good_on_paper.pages.whole_picture.experience import interview_experience
from good_on_paper.pages.whole_picture.same_today import how_steady, same_today
from good_on_paper.pages.whole_picture.shown import changes, steering, whole_picture
from good_on_paper.pages.whole_picture.then_and_now import then_and_now
from good_on_paper.pages.work_so_far.jobs import bring_in, events, roles
from good_on_paper.pages.work_so_far.years import years
from good_on_paper.pages.your_barometer.barometer import barometer, how_these_ended
from good_on_paper.pages.your_barometer.felt_and_came import felt_and_came
from good_on_paper.pages.your_barometer.plan import what_to_plan_on
from good_on_paper.pages.your_stories.asked import asked_and_learned
from good_on_paper.pages.your_stories.how import how_you_did_it
from good_on_paper.pages.your_stories.skills_by_job import skills_by_job
from good_on_paper.pages.your_stories.written import (
    about_me,
    achievements,
    keep_or_leave,
    lineage,
    postmortem,
    prewriting,
    skills_shown,
    three_words,
    what_stays,
    yardsticks,
)

__all__ = [
    "about_me",
    "achievements",
    "after_interview",
    "ask_first",
    "asked_and_learned",
    "barometer",
    "bearing",
    "beside_mine",
    "between_jobs",
    "boredom",
    "bring_in",
    "bring_log",
    "can_bear",
    "changes",
    "columns",
    "days",
    "definitions",
    "earlier_day",
    "episodes",
    "events",
    "explore",
    "felt_and_came",
    "further",
    "goes_with_dull",
    "good_on_paper",
    "got_dull",
    "how_alike",
    "how_i_work_best",
    "how_it_left_me",
    "how_it_went",
    "how_steady",
    "how_these_ended",
    "how_you_did_it",
    "interview_experience",
    "interviews",
    "keep_or_leave",
    "levels",
    "line_ups",
    "lineage",
    "lines",
    "minutes",
    "mixes",
    "next_interview",
    "next_thing",
    "notebooks",
    "offers",
    "offers_drawn",
    "on_noise",
    "own_words",
    "page",
    "pictures",
    "postmortem",
    "prewriting",
    "questions",
    "roles",
    "same_today",
    "search",
    "search_proof",
    "side_by_side",
    "skills_by_job",
    "skills_shown",
    "start",
    "state_of_writing",
    "steering",
    "step_curve",
    "take_along",
    "take_home",
    "then_and_now",
    "they_will_ask",
    "this_job",
    "three_lines",
    "three_words",
    "unknowns",
    "what_it_cost",
    "what_stays",
    "what_to_plan_on",
    "whole_picture",
    "within_jobs",
    "yardsticks",
    "years",
]

talk = next_interview
"""The name it had in 0.2: a page that somebody changed may still call it."""
