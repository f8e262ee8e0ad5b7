"""What stands in the way of somebody who sees, hears or clicks otherwise: what axe finds on a page.

Whether words can be read on what lies under them takes axe three milliseconds an element. Most of a page
looks alike: there, it is asked about the first only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axe_playwright_python.base import AXE_SCRIPT

if TYPE_CHECKING:
    from playwright.sync_api import Page

BY_THEME = ["color-contrast", "link-in-text-block", "image-alt", "image-redundant-alt", "role-img-alt"]
"""The rules of axe whose answer depends on the theme: it changes colours and which of two images is shown."""
ALIKE = """() => void (window.markAlike = (within) => {
  const styles = new Map();
  const style = (one) => styles.get(one) ?? styles.set(one, getComputedStyle(one)).get(one);
  const boxes = new Map();
  const box = (one) => boxes.get(one) ?? boxes.set(one, one.getBoundingClientRect()).get(one);
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const holds = (a, b) => a.left <= b.left && a.right >= b.right && a.top <= b.top && a.bottom >= b.bottom;

  const grounds = new Map([[document.documentElement, ""]]);
  const ground = (one) => { // the colours under it, from the page up; null where there is more than colours
    if (!grounds.has(one)) {
      const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode } = style(one);
      const below = ground(one.parentElement);
      const clear = backgroundColor === "rgba(0, 0, 0, 0)" && opacity === "1";
      const plain = [backgroundImage, filter, mixBlendMode].join() === "none,none,normal";
      const here = clear ? below : `${below} ${backgroundColor} ${opacity}`;
      grounds.set(one, below === null || !plain ? null : here);
    }
    return grounds.get(one);
  };
  const cut = (one) => { // it may not be seen whole
    for (let over = one.parentElement; over !== document.body; over = over.parentElement) {
      if (style(over).overflow !== "visible" && !holds(box(over), box(one))) return true;
    }
    return false;
  };
  const every = [...document.body.querySelectorAll("*")];
  const laid = every.filter((one) => ["absolute", "fixed", "sticky"].includes(style(one).position));
  const lies = (other, one) => !other.contains(one) && !one.contains(other) && meet(box(other), box(one));
  const off = ":disabled, :disabled *, [aria-disabled=true], [aria-disabled=true] *"; // axe passes over these
  const alone = `[id], svg *, ${off}`;

  const looks = new Map();
  for (const one of every) {
    const words = [...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim());
    if (!within.some((root) => root.contains(one)) || !words.join("") || one.matches(alone)) continue;
    if (one.closest("label")?.control?.matches(off)) continue;
    if (!one.checkVisibility({ visibilityProperty: true }) || ground(one) === null) continue;
    const { width, height, left, top } = box(one);
    if (Math.min(width, height) < 8 || left < 0 || top + scrollY < 0 || cut(one)) continue;
    if (laid.some((other) => lies(other, one))) continue;
    const { color, fontSize, fontWeight, textShadow, webkitTextStroke } = style(one);
    const read = words.join(" ").trim().length > 1 && /[\\p{L}\\p{N}]/u.test(words.join(""));
    const look = [ground(one), color, fontSize, fontWeight, textShadow, webkitTextStroke, read].join();
    if (looks.has(look)) one.dataset.alike = "";
    looks.set(look, [...(looks.get(look) ?? []), one]);
  }
  return new Map([...looks.values()].map(([first, ...others]) => [first, others]));
})"""
"""Mark words that look like others before them and are seen whole, with plain colours under them alone.

What they look like is returned: the first of each look, and the others."""
RUN = """async ([context, rules]) => {
  const others = markAlike([...document.querySelectorAll(context ?? "body")]);
  axe.configure({ rules: [{ id: "color-contrast", selector: ":not([data-alike])" }] });
  const told = { resultTypes: ["violations", "incomplete"], elementRef: true };
  const found = await axe.run(context ?? document, { ...told, ...(rules && { runOnly: rules }) });
  for (const one of document.querySelectorAll("[data-alike]")) delete one.dataset.alike;
  const untold = found.incomplete.filter(({ id }) => id === "color-contrast").flatMap(({ nodes }) => nodes);
  // where it cannot tell, it is asked about all that look like it
  const include = untold.flatMap(({ element }) => others.get(element) ?? [])
  const more = include.length ? (await axe.run({ include }, { runOnly: ["color-contrast"] })).violations : [];
  return JSON.parse(JSON.stringify([...found.violations, ...more]));
}"""  # what is in order stays in the page: it is long


def barriers(page: Page, context: str | None = None, *, again: bool = False) -> list[dict[str, Any]]:
    """Return each rule that is broken there; `again`: the same page was looked at in the other theme."""
    if not page.evaluate("'axe' in window"):  # a page keeps it until it is left
        page.evaluate(AXE_SCRIPT)
        page.evaluate(ALIKE)
    return page.evaluate(RUN, [context, BY_THEME if again else None])
