"""The keys that code knows by name. Each stands here once, and the pages get it from here.

All other keys are data: they stand in the catalogue's TOML files and nowhere else.
"""

from typing import Final

# about a job
ROLE_KIND: Final = "role_kind"
BOSS_WORD: Final = "boss_word"
IN_A_LINE: Final = "in_a_line"
ON_PAPER: Final = "on_paper"

# about boredom in a job
SET_IN_AFTER: Final = "set_in_after"
DULL_WORST: Final = "dull_worst"
DULL_ORDINARY: Final = "dull_ordinary"
DULL_END: Final = "dull_end"
DULL_SPELL: Final = "dull_spell"
DULL_BECAUSE: Final = "dull_because"
DULL_DAYS: Final = "dull_days"
DULL_SHARE: Final = "dull_share"
DULL_RESTLESS: Final = "dull_restless"
RENEWED_BY: Final = "renewed_by"
ENDED_HOW: Final = "ended_how"

# about a day, stretch by stretch
DAY_KIND: Final = "day_kind"
STRETCH_WHAT: Final = "stretch_what"
STRETCH_LENGTH: Final = "stretch_length"
STRETCH_ABSORBED: Final = "stretch_absorbed"
STRETCH_DULL: Final = "stretch_dull"
STRETCH_MARGIN: Final = "stretch_margin"

# about what gets them through the day, and the time between two jobs
THROUGH: Final = ("through_first", "through_second", "through_third")
GAP_WHAT: Final = "gap_what"
GAP_MARGIN: Final = "gap_margin"

# about an episode of a job
EPISODE_STORY: Final = "episode_story"
EPISODE_HOW: Final = "episode_how"

# about a job that the person considers
TALK_ON: Final = "talk_on"
TALK_ROUND: Final = "talk_round"
MEETS_NAME: Final = "meets_name"
APPLIED_ON: Final = "applied_on"
FOUND_HOW: Final = "found_how"
ADVERT: Final = "advert_text"
FIRM_SHINE: Final = "firm_shine"
ADVICE: Final = "advice_followed"
OFFERED_ON: Final = "offered_on"
KNOWS: Final = "knows"
KNOWN_WHAT: Final = "known_what"
KNOWN_FROM: Final = "known_from"
KNOWN_ON: Final = "known_on"
THERE_LEVEL: Final = "there_level"
THERE_UP_TO: Final = "there_up_to"
PROMISED_THERE: Final = "promised_there"
PROMISED_FROM: Final = "promised_from"
PROMISED_ON: Final = "promised_on"
WRITTEN_THERE: Final = "written_there"
WRITTEN_IN: Final = "written_in"
WRITTEN_ON: Final = "written_on"

# about an interview
STAGE: Final = "interview_stage"
CHANNEL: Final = "interview_channel"
YES_CHANCE: Final = "yes_chance"
TAKE_IT: Final = "take_it_today"
TO_REMEMBER: Final = "to_remember"
CAME_YES: Final = "came_yes"
CAME_NO: Final = "came_no"
CAME_NOTHING: Final = "came_nothing"
WITHDREW: Final = "i_withdrew"
HEARD: Final = "heard"
HEARD_SIGN: Final = "heard_sign"
HEARD_TOLD: Final = "heard_told"
PROMISE_WHAT: Final = "promise_what"
PROMISE_WHO: Final = "promise_who"
PROMISE_BY: Final = "promise_by"
MET_NAME: Final = "met_name"
REGARD_BEFORE: Final = "regard_before"
REGARD_AFTER: Final = "regard_after"
SKILLS_BROUGHT: Final = "skills_brought"
SKILLS_FORGOTTEN: Final = "skills_forgotten"
SKILLS_NO_CHANCE: Final = "skills_no_chance"
WORDS_MEANT: Final = "words_meant"
WORDS_LANDED: Final = "words_landed"
GUESS_LOCKED: Final = "guess_locked"
REMEMBERED: Final = "remembered_later"
ASK_AGAIN_ON: Final = "ask_again_on"
SILENCE_RAISED: Final = "silence_raised"
ANSWER_WITHIN: Final = "answer_within"
BAROMETER_LEAN: Final = "barometer_lean"

# about what the person wants to take home: a thing on the list, after a colon, or the years ahead
TAKE_SAYS: Final = "take_says"
TAKE_WORDS: Final = "take_words"
TAKE_COUNTS: Final = "take_counts"
TAKE_COUNTS_AS: Final = "take_counts_as"
TAKE_LEVEL: Final = "take_level"
TAKE_PRICE: Final = "take_price"
TAKE_SERVES: Final = "take_serves"
IN_ONE_YEAR: Final = "in_one_year"
IN_FIVE_YEARS: Final = "in_five_years"
IN_TEN_YEARS: Final = "in_ten_years"

# about an offer, and about offers side by side
OFFER_PAY: Final = "offer_pay"
OFFER_PROMISED: Final = "offer_promised"
OFFER_HOURS: Final = "offer_hours"
OFFER_UNPAID: Final = "offer_unpaid"
OFFER_TRAVEL: Final = "offer_travel"
OFFER_HAS: Final = "offer_has"
OFFER_TAKEN: Final = "offer_taken"
STAYING: Final = "staying"
MONEY_FIRST: Final = "money_first"
MONEY_LAST: Final = "money_last"
MONEY_BY: Final = "money_by"
MONEY_COUNTS: Final = "money_counts"
GLAD_ON_MONDAY: Final = "glad_on_monday"
OFFERS_OPENED: Final = "offers_opened"
PREDICTED: Final = "predicted_there"
PREDICTION_LOCKED: Final = "prediction_locked"
TURNED_OUT: Final = "turned_out_there"
LOOK_BACK_ON: Final = "look_back_on"

# about what success means to the person, and what a job going wrong means; both are outcomes too
ACCLAIM: Final = "acclaim"
MONEY: Final = "money"
SUCCESS_IS: Final = "success_is"
GOING_WRONG_IS: Final = "going_wrong_is"
ACCLAIM_WHOSE: Final = "acclaim_whose"
BY_SUCCESS: Final = "by_success"
BY_GOING_WRONG: Final = "by_going_wrong"

# about what the person did, in a story, and about the words for them
ACHIEVED: Final = "achieved"
DONE_HOW: Final = "done_how"
DONE_HOW_OWN: Final = "done_how_own"
DONE_HOW_TOLD: Final = "done_how_told"
DONE_CONDITIONS: Final = "done_conditions"
DONE_PRESENT: Final = "done_present"
DONE_SEEN_BY: Final = "done_seen_by"
DONE_STAYED: Final = "done_stayed"
DONE_READ: Final = "done_read"
MAY_SHOW: Final = "may_show"
KEPT_OR_LEFT: Final = "kept_or_left"
STORY_KIND: Final = "story_kind"
STORY_ON: Final = "story_on"
STORY_TEXT: Final = "story_text"
MINUTES_WRITTEN: Final = "minutes_written"
WRITING_DONE: Final = "writing_done"
WRITING_STATE: Final = "writing_state"
WORD_MINE: Final = "word_mine"
WORD_WANTED: Final = "word_wanted"
WORD_GUESSED: Final = "word_guessed"
WORD_SAID: Final = "word_said"
WORD_BY: Final = "word_by"
WORD_WHEN: Final = "word_when"
WORD_CARRIED: Final = "word_carried"
WORDS_ALIKE: Final = "words_alike"
ABOUT_ME: Final = "about_me_lines"
LEARNED_WHAT: Final = "learned_what"
LEARNED_FROM: Final = "learned_from"
TAUGHT_WHAT: Final = "taught_what"
TAUGHT_TO: Final = "taught_to"
TEACHING_LINE: Final = "teaching_line"
SKILLS_SHOWN: Final = "skills_there"
SKILLS_OWN: Final = "skills_own"
SKILL_WITNESS: Final = "skill_witness"
EFFICIENT_MINE: Final = "efficient_mine"
EFFICIENT_THEIRS: Final = "efficient_theirs"
WASTE_MET: Final = "waste_met"
WASTE_DID: Final = "waste_did"
WASTE_HELPED: Final = "waste_helped"

# about the person themselves, or kept by the kit
PRIMARY_OUTCOME: Final = "primary_outcome"
SECOND_OUTCOME: Final = "second_outcome"
WENT_WELL: Final = "went_well"
WOULD_NOT_REPEAT: Final = "would_not_repeat"
NOT_AGAIN: Final = "not_again"
CLOSEST_TO: Final = "closest_to"
TARGET_CHOSEN: Final = "target_chosen"
START_AT: Final = "start_at"
LINES_OFFERED: Final = "lines_offered"
LINES_SET_ASIDE: Final = "lines_set_aside"
LINES_CHOSEN: Final = "lines_chosen"
LINES_BROUGHT_IN: Final = "lines_brought_in"
SCALES_BEFORE: Final = "scales_before"
NOTE_TEXT: Final = "note_text"
NOTE_BY: Final = "note_by"
STAND_INS: Final = "stand_ins"
JOBS_COMPARED: Final = "jobs_compared"
NEXT_ORDER: Final = "next_order"
HOMEWORK: Final = "homework"
HOMEWORK_BACK: Final = "homework_back"
RECOMMENDATION_RECEIVED: Final = "recommendation_received"
ENDORSEMENT_RECEIVED: Final = "endorsement_received"

# about a rating that was asked again, and what we offer once in a while
CHANGED_MIND: Final = "changed_mind"
SAME_TODAY_OFFER: Final = "same_today_offer"
THEN_AND_NOW_OFFER: Final = "then_and_now_offer"

RESERVED: Final = frozenset(
    {
        *(PRIMARY_OUTCOME, SECOND_OUTCOME, WENT_WELL, WOULD_NOT_REPEAT, NOT_AGAIN, TARGET_CHOSEN, START_AT),
        *(LINES_OFFERED, LINES_SET_ASIDE, LINES_CHOSEN, LINES_BROUGHT_IN, SCALES_BEFORE),
        *(BY_SUCCESS, BY_GOING_WRONG),
        *(RECOMMENDATION_RECEIVED, ENDORSEMENT_RECEIVED),
        *(OFFERS_OPENED, PREDICTION_LOCKED, STAND_INS, NOTE_TEXT, NOTE_BY),
        *(NEXT_ORDER, JOBS_COMPARED, TAKE_COUNTS_AS, HOMEWORK, HOMEWORK_BACK),
        *(GUESS_LOCKED, REMEMBERED, ASK_AGAIN_ON, SILENCE_RAISED, ANSWER_WITHIN, BAROMETER_LEAN),
        *(WORDS_ALIKE, ABOUT_ME),
        *(CHANGED_MIND, SAME_TODAY_OFFER, THEN_AND_NOW_OFFER),
        *("listed", "order", "origin", "guesses", "drawn", "look", "role", "unit", "where"),
    }
)
"""Keys with a meaning of their own in the record and in frames; no item may have one."""


def named() -> dict[str, str]:
    """Return each key by its name in code.

    Examples
    --------
    >>> named()["TALK_ON"]
    'talk_on'
    """
    return {name: value for name, value in globals().items() if name.isupper() and isinstance(value, str)}
