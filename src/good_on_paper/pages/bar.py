"""The bar on top of every page: back to the start, on to the next thing, and all pages in a fold."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from IPython.display import JSON

from good_on_paper.language.colours import custom_properties
from good_on_paper.pages import titles
from good_on_paper.pages.after_an_interview.progress import question
from good_on_paper.pages.road import GROUPS
from good_on_paper.pages.session import is_sample, me, person_name
from good_on_paper.pages.so_far import so_far
from good_on_paper.pages.start.notebook_list import rows
from good_on_paper.pages.start.ten_minutes import all_steps_taken

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from good_on_paper.study.person import Person

STYLE: Final = f"""
<style>
{custom_properties(".gop-nav")}
{custom_properties(".gop-notebook .jp-RenderedMarkdown")}
@media screen {{ .gop-notebook .jp-RenderedMarkdown {{ --jp-content-link-color: var(--accent); }} }}
.gop-nav {{ display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1.75rem; color: var(--soft);
  font: 0.875rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif;
  overflow-wrap: anywhere; }}
.gop-nav :is(a, summary, button) {{ color: var(--ink); text-decoration: none; }}
.gop-nav :is(a[href], summary, button) {{ cursor: pointer; }}
.gop-nav :is(a[href], summary, button):hover {{ text-decoration: underline; }}
.gop-nav :focus-visible {{ outline: 2px solid var(--accent); outline-offset: 3px; border-radius: 3px; }}
.gop-nav [aria-current] {{ font-weight: 600; }}
.gop-nav [data-next]:empty {{ display: none; }}
.gop-nav .who {{ margin-inline-start: auto; }}
.gop-nav .who:empty {{ display: none; }} /* and the menu stands at the edge, on whatever line it comes to */
.gop-nav .who:empty + .opens {{ margin-inline-start: auto; }}
.gop-nav .group {{ display: grid; grid-template-columns: 8rem 1fr; align-items: baseline;
  padding-block: 0.5rem; border-block-end: 1px solid var(--faint); }}
.gop-nav ul {{ margin: 0; padding: 0; list-style: none; }}
.gop-nav .group li {{ display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr); gap: 0 1rem;
  padding-block: 0.2rem; }}
.gop-nav .group a {{ color: var(--accent); font-weight: 600; }}
.gop-nav b {{ color: var(--ink); }}
.gop-nav .apart {{ margin: 0; padding-block: 0.5rem; }}
.gop-nav .apart a {{ text-decoration: underline; }}
@media (max-width: 40rem) {{
  .gop-nav {{ gap: 0.25rem 1rem; }}
  .gop-nav .group, .gop-nav .group li {{ grid-template-columns: 1fr; }}
}}
</style>
"""
SAMPLE: Final = "an invented person"


def bar(person: Person, number: str) -> str:
    """Return the bar of the page with that number, as HTML.

    Parameters
    ----------
    person : Person
        Whose pages these are.
    number : str
        The two digits in front of the page's name.
    """
    listed = {row["name"]: row for row in rows(person, below_the_steps=False)}
    follows, said = _onward(person, number, listed.values())
    onward = f"Next: {_link(follows, number, said)}" if follows else ""
    groups = "".join(
        f'<div class="group"><span id="gop-{place}">{escape(group)}</span>\n\n'
        f'<ul aria-labelledby="gop-{place}">'
        f"{''.join(_page(listed[name], number) for name in names if name in listed)}</ul></div>"
        for place, (group, names) in enumerate(GROUPS.items())
    )
    apart = f'<p class="apart">{_link(titles.HOOD, number)} {escape(listed[titles.HOOD]["words"])}</p>\n\n'
    who = SAMPLE if is_sample() else person_name()
    return (
        f'{STYLE}<nav class="gop-nav" aria-label="Pages">{_link(titles.START, number)}\n\n'
        f"<span data-next>{onward}</span>\n\n"
        f"<details><summary>All pages</summary>\n\n{groups}{apart}</details>"
        f'<bdi class="who">{escape(who)}</bdi></nav>\n\n'
    )


def onward(number: str) -> JSON:
    """Return what the bar of the page with that number says by now, for the page that is open.

    Parameters
    ----------
    number : str
        The two digits in front of the page's name.

    Returns
    -------
    IPython.display.JSON
        ``name`` and ``words`` of the page that comes next, empty if none does; ``pages``: the number of each
        page to how it stands, and its words; ``standing``: what the head says.
    """
    person = me()
    listed = rows(person, below_the_steps=False)
    follows, said = _onward(person, number, listed)
    pages = {row["name"][:2]: [_lead(row, number), row["words"]] for row in listed}
    told = {"name": follows, "words": said, "pages": pages, "standing": so_far(person, number)}
    return JSON(told)  # type: ignore[no-untyped-call]


def _onward(person: Person, number: str, listed: Iterable[Mapping[str, str]]) -> tuple[str, str]:
    """Return the page to go on to from that one, and in what words; nothing where the page itself is next.

    On *Start here* that is its next step until all are taken; but an interview that is over cannot wait.
    """
    follows = next((row["name"] for row in listed if row["stands"] == "next"), "")
    asked = question(person) if follows == titles.AFTER else ""
    own_step = number == titles.START[:2] and not asked and not all_steps_taken(person)
    if not follows or follows[:2] == number or own_step:
        return "", ""
    return follows, asked or follows[3:]


def _page(row: Mapping[str, str], number: str) -> str:
    lead = f"<b>{lead}</b> " if (lead := _lead(row, number)) else ""
    link = _link(row["name"], number)
    return f'<li data-page="{row["name"][:2]}">{link}\n\n<span>{lead}{escape(row["words"])}</span></li>\n\n'


def _lead(row: Mapping[str, str], number: str) -> str:
    if row["name"][:2] == number:
        return "you are here:"
    return "next:" if row["stands"] == "next" else ""


def _link(title: str, number: str, words: str = "") -> str:
    # a page does not lead to itself: whoever goes by Tab is spared that stop
    leads = 'aria-current="page"' if title[:2] == number else f'href="{quote(title)}.ipynb"'
    return f"<a {leads}>{escape(words or title[3:])}</a>"
