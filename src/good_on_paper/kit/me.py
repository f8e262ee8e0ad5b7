"""What somebody who knows pandas holds: one person's record, their frames, and the verbs of looking."""

from __future__ import annotations

import weakref
from dataclasses import dataclass, fields
from html import escape
from typing import TYPE_CHECKING

import pandas as pd

from good_on_paper.brief.blocks import Leaf
from good_on_paper.brief.compose import PARTS, compose
from good_on_paper.brief.save import save
from good_on_paper.brief.to_html import to_html
from good_on_paper.brief.whole_file import WholeSheet, save_whole, whole_page
from good_on_paper.charts.whole_figure import TITLE, whole_figure
from good_on_paper.frames.predictions import predictions
from good_on_paper.frames.schema import HIDDEN
from good_on_paper.kit.any_frame import as_html
from good_on_paper.pages.in_common import by_definition
from good_on_paper.pages.in_common.drawn import line_up
from good_on_paper.pages.start.paper_against_lived import drawn
from good_on_paper.pages.whole_picture.composed import composed
from good_on_paper.questions.listed import listed
from good_on_paper.questions.offers import compare
from good_on_paper.record import Record, RecordError, person_folder
from good_on_paper.record.folder import RECORD_FILE, RESTORING_FILE
from good_on_paper.record.locking import unlock
from good_on_paper.record.scratch import Scratch
from good_on_paper.study import barometer, contrast, declare, declare_about, looks, recipes
from good_on_paper.study.person import Person
from good_on_paper.study.sample import throw_away_record
from good_on_paper.study.steadiness import steadiness

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from matplotlib.figure import Figure

    from good_on_paper import patterns
    from good_on_paper.brief.blocks import Paper
    from good_on_paper.brief.whole_file import WholePaper
    from good_on_paper.charts import Chart
    from good_on_paper.charts.names import Naming
    from good_on_paper.charts.style import ThemeName
    from good_on_paper.questions.offers import OffersCompared


@dataclass(frozen=True)
class Shown(contrast.Report):
    """What a look shows: the contrast, the answers behind each line, and its charts."""

    def chart(self, line: str, *, names: Naming = "names") -> Chart:
        """Return the line-up of a line; ``.plot(ax)`` and ``.save(path)`` draw it.

        Raises
        ------
        PatternError
            A line is not there.
        """
        return line_up(self, line, names=names)

    def _repr_html_(self) -> str:
        return as_html(self)


@dataclass(frozen=True)
class Brief(Leaf):
    """What you take along to an interview, on one paper: shown in a notebook, or saved as a file."""

    def save(self, path: Path | str) -> Path:
        """Write it to a new file for your eyes only: ``.pdf``, ``.docx``, ``.md`` or ``.html``.

        Raises
        ------
        BriefError
            The ending is another, or no PDF of it can be made here.
        RecordError
            A file of that name is there already, or it cannot be written.
        """
        return save(self, path)

    def _repr_html_(self) -> str:
        page = escape(to_html(self).decode())
        return f'<iframe srcdoc="{page}" sandbox="" title="Brief" width="100%" height="900"></iframe>'


@dataclass(frozen=True)
class MyPicture(WholeSheet):
    """You at work on one sheet: shown in a notebook, or saved as a file. Its parts are ``whole.parts``."""

    def figure(self, theme: ThemeName = "light") -> Figure:
        """Return it as one composed figure of matplotlib."""
        return whole_figure(self.whole, theme)

    def save(self, path: Path | str) -> Path:
        """Write it to a new file: ``.pdf``, ``.png`` or ``.svg``.

        Raises
        ------
        BriefError
            The ending is another, or no PDF of it can be made here.
        RecordError
            A file of that name is there already, or it cannot be written.
        """
        return save_whole(self, path)

    def _repr_html_(self) -> str:
        page = escape(whole_page(self).decode())
        return f'<iframe srcdoc="{page}" sandbox="" title="{TITLE}" width="100%" height="1150"></iframe>'


class Me(Person):
    """What one person has said, ready for pandas.

    Parameters
    ----------
    record : Record
        The person's record, open.
    moment : datetime or int, optional
        Show everything as it was at that moment, or after that many answers.
    fixed : Catalogue, optional
        What can be asked, in place of the catalogue with the person's own lines.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> me = gop.sample()
    >>> me.take_a_look().frame["line"].tolist()[:2]
    ['decision_freedom', 'finish']
    >>> len(me.looks()), len(me.as_of(0).looks())  # a look is dated and kept
    (1, 0)
    """

    def declare_main(self, outcome: str | None) -> tuple[str, ...]:
        """Write down, before the first look, what the patterns are about; None for how it went as a whole.

        ``"cost"``; or your own definitions, ``"by_success"`` and ``"by_going_wrong"``. The first look freezes
        them with their criteria, weights and words. Returns the outcomes declared, the main one first.

        Returns
        -------
        tuple of str
            The keys of the outcomes declared, the main one first.
        """
        return declare.declare_main(self, outcome)

    def declare_second(self, outcome: str | None) -> tuple[str, ...]:
        """Write down, before the first look, another outcome to look at: ``"cost"``; None for no other.

        ``"by_success"`` and ``"by_going_wrong"`` are outcomes too; see `declare_main`.
        The two then share what a look can tell: on each, a line has to be neater to get a word.

        Returns
        -------
        tuple of str
            The keys of the outcomes declared, the main one first.
        """
        return declare.declare_second(self, outcome)

    def take_a_look(self, *, outcome: str | None = None, include_private: bool = False) -> Shown:
        """Return what the better jobs had more or less of, of `lines`, and whether shuffles have it too.

        The look is dated and stored, and the first freezes what was declared; of a record at an earlier
        moment none is stored. `seen` shows the last look again and stores nothing. See
        `good_on_paper.study.looks` for what a look costs and `good_on_paper.patterns.Contrast` for the
        columns; ``look`` says which look the figures are of, and ``.because(line)`` gives the answers behind
        a line. Lines left out for privacy were looked at all the same: leaving out raises no word.

        Parameters
        ----------
        outcome : str, optional
            Key of the outcome, the main one when left out. Where more of it is worse, as of ``"cost"``, it is
            turned round: more is better in ``wide``. One that was not declared before the first look gets no
            word beyond what shuffles give.
        include_private : bool, default False
            As for `lines`.

        Returns
        -------
        Shown
            The contrast: ``.frame`` has a row per line, the strongest word first; ``.wide`` a row
            per job and a column per line; ``.because(line)`` and ``.chart(line)`` go on from
            there.
        """
        looks.take(self)
        return _shown(contrast.report(self, outcome, include_private=include_private))

    def seen(self) -> Shown | None:
        """Return the contrast as the last look left it, without taking one; None before the first.

        Returns
        -------
        Shown or None
            As `take_a_look` gives it, of the record as it stood then; None before the first look.
        """
        then = looks.seen(self)
        return None if then is None else _shown(contrast.report(then))

    def recipes(self) -> patterns.Recipes | None:
        """Return which of the guesses recur together; see `good_on_paper.study.recipes`. None before one.

        Returns
        -------
        Recipes or None
            The recipes for both endings, with their words; None before the first look, or without
            a guess.
        """
        return recipes.recipes(self)

    def want(self, line: str, level: float) -> dict[str, float]:
        """Write down, before the first look, which level of a line you want, where neither end is best.

        Returns
        -------
        dict of str to float
            Each line with a level wanted, and that level, on the scale of the line.
        """
        return declare.want(self, line, level)

    def take_home(self) -> pd.DataFrame:
        """Return a row per thing you want to take home or will not; see `good_on_paper.frames.take_home`.

        Returns
        -------
        pandas.DataFrame
            A row per thing, by its key, in the order of the list; its columns are in
            `good_on_paper.frames.take_home`.

        Examples
        --------
        >>> import good_on_paper as gop
        >>> gop.sample().take_home().loc["hours", ["label", "stands"]].tolist()
        ['Hours that leave room for the rest of life', 'must']
        """
        return listed(self)

    def offers(self) -> OffersCompared:
        """Return the offers you have to decide on, compared by what you want to take home.

        What is not known is a band, never a guess; what you will not have stands before any sum. See
        `good_on_paper.questions.offers.OffersCompared`, and `good_on_paper.patterns.offers` for ``.result``.

        Returns
        -------
        OffersCompared
            The offers by name, what each gives of what you want (sums of points, with their
            band), and what is not known yet.

        Examples
        --------
        >>> import good_on_paper as gop
        >>> found = gop.sample().offers()
        >>> found.names, found.result.leader, len(found.blanks)
        (['Dunmarrow Water', 'Orrin Seed Library'], None, 2)
        """
        return compare(self)

    def predictions(self) -> pd.DataFrame:
        """Return what you predicted of an offer; see `good_on_paper.frames.predictions.predictions`.

        ``gop.patterns.look_back`` says how far it was off, beside always saying 4.

        Returns
        -------
        pandas.DataFrame
            A row per offer and thing: ``predicted`` and ``came`` are 1 to 7, ``locked`` a
            timestamp in UTC.
        """
        return predictions(self)

    def brief(
        self,
        *,
        paper: Paper = "A4",
        parts: Collection[str] = tuple(PARTS),
        why: bool = True,
        reader: str = "",
    ) -> Brief:
        """Return what you take along to the interview that is meant; see `good_on_paper.brief.compose`.

        Parameters
        ----------
        paper : str
            ``"A4"``, ``"Letter"`` or ``"card"``, which holds the questions and nothing about you.
        parts : collection of str
            Some of ``long_game``, ``take_home``, ``work_best``, ``stories``, ``unknowns``, ``questions``,
            ``way_home``; and, only where you ask for them, ``live_with``, ``keep``, ``teach``, ``known``,
            ``listen_for``, ``words``.
        why : bool
            Whether each question says why you ask it.
        reader : str
            Who else it is for, such as ``"my coach"``; left out, it is for your eyes only.

        Returns
        -------
        Brief
            The paper, block by block; a notebook shows it, ``.save(path)`` writes it.

        Raises
        ------
        BriefError
            There is nothing to put on it yet.

        Examples
        --------
        >>> import good_on_paper as gop
        >>> [block.part for block in gop.sample().brief(paper="card").blocks][-1]
        'way_home'
        """
        made = compose(self, paper=paper, parts=parts, why=why, reader=reader)
        return Brief(**{part.name: getattr(made, part.name) for part in fields(made)})

    def picture(
        self, *, paper: WholePaper = "A4", names: Naming = "names", private: bool = False
    ) -> MyPicture:
        """Return you at work on one sheet: what you did, what is there in counts, then each part.

        Parameters
        ----------
        paper : str
            ``"A4"`` or ``"A3"``.
        names : str
            ``"names"``, or ``"letters"`` for Job A, B, C.
        private : bool
            Also what stays out of anything that is saved: the words for you, what you can live with.

        Returns
        -------
        MyPicture
            The sheet; a notebook shows it, ``.save(path)`` writes it, ``.whole.parts`` holds its
            parts.

        Raises
        ------
        BriefError
            The paper is another.

        Examples
        --------
        >>> import good_on_paper as gop
        >>> [part.key for part in gop.sample().picture().whole.parts if part.is_there][:2]
        ['paper_and_lived', 'works_best']
        """
        return MyPicture(composed(self, names, private=private), paper)

    @property
    def waiting(self) -> looks.Waiting | None:
        """What a look would show that none has shown yet; None when nothing."""
        return looks.waiting(self)

    def guess(self, lines: Iterable[str]) -> list[str]:
        """Write down up to five lines that you expect to go with how it went.

        They are checked first if they stand before the first answer on how a job went. Named later, they
        count like any other line that was whole by then, or make a picture only. After the first look none
        is taken.

        Returns
        -------
        list of str
            The keys of the lines written down, each once.
        """
        return declare.guess(self, lines)

    def guess_yes(self, interview: str, chance: int, *, within: int | None = None) -> None:
        """Write down how likely a yes is, of 100, within so many days of an interview; 30 by default.

        Half a day later the guess is locked, or earlier if the page locks it or an answer is noted. Another
        guess after that is kept beside it and never counted.
        """
        declare_about.guess_yes(self, interview, chance, within=within)

    def barometer(self) -> patterns.Barometer:
        """Return how the chances given after interviews compare with what came of them by their due days.

        ``.frame`` has a row per interview that takes part; see `good_on_paper.patterns.Barometer`, and
        `good_on_paper.study.barometer` for which do.

        Returns
        -------
        Barometer
            Chances are of 100, leans in points; ``.word`` says whether the numbers run high or
            low.
        """
        return barometer.reading(self).result

    def steadiness(self, of: str = HIDDEN, *, changed: bool = False) -> patterns.Steadiness:
        """Return how much the same your ratings of jobs stay when they are asked again.

        No word of evidence hangs on it: it says how far apart two single answers must lie to mean more
        than the day they were given on. Fewer than eight pairs are a list. See
        `good_on_paper.patterns.Steadiness`, and `asked_again` for the pairs.

        Parameters
        ----------
        of : str, default "hidden"
            Which pairs: "hidden", asked again with the first answer out of sight, two weeks later or more;
            "in sight", changed on a page that showed it; or "start here", the two jobs of Start here. They
            are never counted together. Lines of your own on another scale than 1 to 7 stay out.
        changed : bool, default False
            Count the pairs too of which you said that you had changed your mind: they are no noise.

        Returns
        -------
        Steadiness
            ``.frame`` has a row per pair; shifts and differences are in steps of the scale from 1
            to 7.

        Raises
        ------
        PatternError
            `of` is none of the three.

        Examples
        --------
        >>> import good_on_paper as gop
        >>> found = gop.sample().steadiness()
        >>> found.within_one, len(found.frame), round(found.shift, 2)
        (20, 23, -0.13)
        """
        return steadiness(self, of, changed=changed)

    def on_paper(self, *, names: Naming = "names") -> Chart | None:
        """Return paper against lived as a chart; None while fewer than two jobs have both ratings.

        ``.plot(ax)`` and ``.save(path)`` draw it, and ``.share`` is the sheet to show a friend.
        `paper_against_lived` gives the ratings, `good_on_paper.patterns.paper_against_lived` the gaps.

        Returns
        -------
        Chart or None
            A row per job, with two marks on a scale from 1 to 7.
        """
        return drawn(self, names)

    def two_axes(self, *, names: Naming = "names") -> Chart | None:
        """Return success across and going wrong up, by your own definitions; None for fewer than two jobs.

        `by_definition` gives the figures, `good_on_paper.patterns.two_axes` the corners. It is a picture: no
        look, and no word of evidence.

        Returns
        -------
        Chart or None
            A mark per job, both axes from 1 to 7.

        Examples
        --------
        >>> import good_on_paper as gop
        >>> gop.sample().two_axes().title.partition(",")[0]
        '3 of my 8 jobs were a success as I define it'
        """
        return by_definition.two_axes(self, names)

    def under_definitions(self, *, names: Naming = "names") -> Chart | None:
        """Return your jobs under other definitions of success: earlier points, equal points, one alone.

        Returns
        -------
        Chart or None
            A row per job and a column per definition; None while fewer than two criteria are
            weighed and rated.
        """
        return by_definition.under_definitions(self, names)

    def against_the_rest(self, criterion: str, *, names: Naming = "names") -> Chart | None:
        """Return one criterion of success, such as ``"money"``, against all the others that you weigh.

        Returns
        -------
        Chart or None
            A mark per job, both axes from 1 to 7; None without two jobs that have both.
        """
        return by_definition.against_the_rest(self, criterion, names)

    def stated(self) -> Chart | None:
        """Return what you say counts beside what came with how your jobs went.

        Returns
        -------
        Chart or None
            A row per criterion, with its points beside what came with how the jobs went; None for
            fewer than two weighted criteria that are rated, or too few jobs.
        """
        return by_definition.stated(self)

    def looks(self) -> pd.DataFrame:
        """Return a row a look: ``given``, ``lines`` and ``roles`` (how many), ``outcomes``.

        Returns
        -------
        pandas.DataFrame
            A row per look, oldest first; ``given`` is a timestamp in UTC, ``lines`` and ``roles``
            are counts.
        """
        taken = looks.looks(self)
        return pd.DataFrame(
            {
                "given": pd.Series([look.given for look in taken], dtype="datetime64[us, UTC]"),
                "lines": pd.Series([len(look.lines) for look in taken], dtype="Int64"),
                "roles": pd.Series([len(look.roles) for look in taken], dtype="Int64"),
                "outcomes": pd.Series([", ".join(look.outcomes) for look in taken], dtype="str"),
            }
        )


def _shown(report: contrast.Report) -> Shown:
    return Shown(**{part.name: getattr(report, part.name) for part in fields(report)})


def open(  # noqa: A001 - reads well as gop.open()
    home: Path | str | None = None, *, create: bool = False, passphrase: str | None = None
) -> Me:
    """Open a person's record: of the folder given, else as `good_on_paper.record.person_folder` says.

    Parameters
    ----------
    home : Path or str, optional
        The person's folder.
    create : bool, default False
        Begin an empty record where there is none.
    passphrase : str, optional
        Of a locked record; ``getpass.getpass()`` asks for it and shows nothing.

    Returns
    -------
    Me
        The person, with the record open; ``me.record.close()`` closes it.

    Raises
    ------
    RecordError
        There is no record, and none was to be made; the folder cannot be used; or the file is no record that
        this kit can read.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> import good_on_paper as gop
    >>> with TemporaryDirectory() as folder:
    ...     me = gop.open(folder, create=True)
    ...     print(len(me.roles()))
    ...     me.record.close()
    0
    """
    folder = person_folder(home)
    if not create and not any((folder / name).exists() for name in (RECORD_FILE, RESTORING_FILE)):
        raise RecordError(
            f"{folder / RECORD_FILE}: no record is there. Expected the folder of a record; "
            "gop.open(..., create=True) begins an empty one, gop.sample() opens an invented career."
        )
    if passphrase is not None:
        unlock(folder, passphrase)
    return Me(Record.open(home))


def sample() -> Me:
    """Open a throw-away copy of the invented career that comes with the kit.

    It is made in a temporary folder; what is answered there is of no consequence. The folder goes when
    nothing uses the record any more, at the latest when Python ends.

    Returns
    -------
    Me
        The invented person, with a record of their own in a temporary folder.

    Examples
    --------
    >>> import good_on_paper as gop
    >>> gop.sample().ratings()[["overall", "finish"]].head(2)
                                            overall  finish
    role
    Lab assistant, Tirenne Soil Laboratory      5.0     4.0
    Line cook, The Copper Ladle                 4.0     6.0
    """
    scratch = Scratch()
    record = throw_away_record(scratch.path / "record")
    weakref.finalize(record, scratch.remove)
    return Me(record)
