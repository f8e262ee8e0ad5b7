"""What the person won’t have is counted alike by the fold on the list, the list, the offers and the paper."""

from __future__ import annotations

from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from good_on_paper.brief.compose import LIVE_WITH, TAKE, compose
from good_on_paper.brief.errors import BriefError
from good_on_paper.catalogue import load
from good_on_paper.forms import TakeHome
from good_on_paper.frames.offers import noes
from good_on_paper.frames.take_home import SAYS, standing_as
from good_on_paper.kit.me import Me
from good_on_paper.questions.listed import listed
from good_on_paper.record import Record

ENDS = ("pace:high", "clarity:low", "hours:high")
WORRIES = ("credit_gone", "unclear_ask")
THINGS = (*ENDS, *(f"-worry-{worry}" for worry in WORRIES), "clarity", "-own-x")
LINES = [item.key for item in load().items("circumstance") if not item.private]


@given(
    ends=st.sets(st.sampled_from(ENDS)),
    never=st.sets(st.sampled_from(WORRIES)),
    needs=st.lists(st.sampled_from(LINES[:6]), max_size=4, unique=True),
    says=st.dictionaries(st.sampled_from(THINGS), st.sampled_from([*SAYS])),
)
@settings(max_examples=8, deadline=None)
def test_one_count_for_the_fold_the_list_the_offers_and_the_paper(
    ends: set[str], never: set[str], needs: list[str], says: dict[str, str]
) -> None:
    with TemporaryDirectory() as folder, Record.open(folder) as record:
        sitting = record.sitting("said")

        def say(item: str, value: Any) -> None:
            record.answer(record.person, item, value, sitting=sitting)

        with record.batch():
            offer = record.add_unit("target", sitting=sitting)
            record.answer(offer, "offer_is", "yes", sitting=sitting)
            say("not_again", sorted(ends))
            say("guesses", needs)
            say("take_words:-own-x", "A desk by the window")
            for worry in never:
                say(f"not_again:{worry}", True)
            for thing, word in says.items():
                say(f"take_says:{thing}", word)
        me = Me(record)
        things = listed(me)
        tally = TakeHome(me).page_state()["tally"]
        assert tally == {word: len(standing_as(things, word)) for word in SAYS}
        refused = noes(me, things)
        assert len(refused) in (0, tally["not"])  # of one offer, or of none
        try:
            blocks = compose(me, parts=(TAKE, LIVE_WITH)).blocks
        except BriefError:
            blocks = ()
        on_paper = [row for block in blocks for row in block.rows if row.label == SAYS["not"]]
        private = standing_as(things[things["private"] & ~things.index.str.startswith("-worry-")], "not")
        assert len(on_paper) == tally["not"] - len(private)
