"""The forms in which a person answers, one widget each.

A form is a thin class here, a plain ES module in `js` and a style sheet in `css`. Each answer goes to the
record at once. The page shows "saved" only after the commit, and NOT SAVED if no commit follows.
"""

from good_on_paper.forms.about_me import AboutMe
from good_on_paper.forms.achievements import Achievements
from good_on_paper.forms.after_interview import AfterInterview
from good_on_paper.forms.bearing import Bearing
from good_on_paper.forms.boredom import Boredom
from good_on_paper.forms.bring_in import BringIn
from good_on_paper.forms.bring_log import BringLog
from good_on_paper.forms.changes import Changes
from good_on_paper.forms.definitions import OwnDefinitions
from good_on_paper.forms.episodes import Episodes
from good_on_paper.forms.events import OutsideEvents
from good_on_paper.forms.few_lines import BetweenJobs, ThreeLines
from good_on_paper.forms.first_sight import FirstSight
from good_on_paper.forms.first_unknowns import FirstUnknowns
from good_on_paper.forms.form import Form
from good_on_paper.forms.grid import RatingGrid
from good_on_paper.forms.interview_log import InterviewLog
from good_on_paper.forms.jobs_named import JobsNamed
from good_on_paper.forms.keep_or_leave import KeepOrLeave
from good_on_paper.forms.lineage import Lineage
from good_on_paper.forms.minutes import Minutes
from good_on_paper.forms.needs import Needs
from good_on_paper.forms.next_interview import NextInterview
from good_on_paper.forms.next_thing import NextThing
from good_on_paper.forms.offers import CompareOffers
from good_on_paper.forms.outcome import HowItWent
from good_on_paper.forms.own_words import OwnWords
from good_on_paper.forms.past_due import PastDue
from good_on_paper.forms.pictures import Pictures
from good_on_paper.forms.places import Places
from good_on_paper.forms.postmortem import Postmortem
from good_on_paper.forms.prewriting import Prewriting
from good_on_paper.forms.questions import QuestionSheet
from good_on_paper.forms.roles import RoleList
from good_on_paper.forms.same_today import SameToday
from good_on_paper.forms.search_proof import SearchProof
from good_on_paper.forms.skills_shown import SkillsShown
from good_on_paper.forms.start import Start, Step
from good_on_paper.forms.states import States
from good_on_paper.forms.steering import Steering
from good_on_paper.forms.take_along import TakeAlong
from good_on_paper.forms.take_home import TakeHome
from good_on_paper.forms.this_job import ThisJob
from good_on_paper.forms.three_words import ThreeWords
from good_on_paper.forms.two_jobs import TwoJobs
from good_on_paper.forms.unknowns import Unknowns
from good_on_paper.forms.wanted import WantedLevels
from good_on_paper.forms.what_stays import WhatStays
from good_on_paper.forms.whole_shown import WholeShown
from good_on_paper.forms.yardsticks import Yardsticks

__all__ = [
    "AboutMe",
    "Achievements",
    "AfterInterview",
    "Bearing",
    "BetweenJobs",
    "Boredom",
    "BringIn",
    "BringLog",
    "Changes",
    "CompareOffers",
    "Episodes",
    "FirstSight",
    "FirstUnknowns",
    "Form",
    "HowItWent",
    "InterviewLog",
    "JobsNamed",
    "KeepOrLeave",
    "Lineage",
    "Minutes",
    "Needs",
    "NextInterview",
    "NextThing",
    "OutsideEvents",
    "OwnDefinitions",
    "OwnWords",
    "PastDue",
    "Pictures",
    "Places",
    "Postmortem",
    "Prewriting",
    "QuestionSheet",
    "RatingGrid",
    "RoleList",
    "SameToday",
    "SearchProof",
    "SkillsShown",
    "Start",
    "States",
    "Steering",
    "Step",
    "TakeAlong",
    "TakeHome",
    "ThisJob",
    "ThreeLines",
    "ThreeWords",
    "TwoJobs",
    "Unknowns",
    "WantedLevels",
    "WhatStays",
    "WholeShown",
    "Yardsticks",
]
