// The bar on top of a page: the kernel makes it with the head of the page, here it is put where it stays in sight, and
// gets the menu. It knows nothing of JupyterLab but the commands it is given.
export const make = (tag, props = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children);
  return node;
};

function menu(entries) {
  const buttons = entries.map(([label, act]) => {
    const button = make("button", { type: "button", textContent: label });
    button.addEventListener("click", act);
    return make("li", {}, button);
  });
  return make("ul", { className: "menu" }, ...buttons);
}

const FRAMES = 20;

// The smallest thing about the middle of the window, and where it stands: of a large one the inside may move.
function inSight(bar) {
  const page = bar.parentElement;
  if (!page) return undefined;
  const at = [0.3, 0.4, 0.5, 0.6, 0.7].map((share) => document.elementFromPoint(innerWidth / 3, innerHeight * share));
  const there = at.filter((element) => element && page.contains(element) && !bar.contains(element));
  const [smallest] = there.sort((one, other) => one.offsetHeight - other.offsetHeight);
  return smallest && [smallest, smallest.getBoundingClientRect().top];
}

// What is opened by a button of the bar pushes the page down; one at a time. Escape closes it, and so does a choice.
class Folds {
  constructor(bar) {
    this.bar = bar;
    this.folds = [];
    bar.addEventListener("keydown", (event) => {
      const open = this.folds.find(({ list }) => !list.hidden);
      if (open && event.key === "ArrowDown" && event.target === open.button) {
        open.list.querySelector("a, button")?.focus();
        event.preventDefault();
      }
      if (event.key !== "Escape" || !open) return;
      this.open(null);
      open.button.focus({ preventScroll: true });
      event.stopPropagation();
    });
    // what was pressed is hidden now: the focus goes to what opened it, not to nowhere
    bar.addEventListener("click", ({ target }) => {
      const open = target.closest("a, ul.menu button") && this.folds.find(({ list }) => !list.hidden);
      if (!open) return;
      const held = target.closest("button") && open.list.contains(document.activeElement); // a link leads away
      this.open(null);
      if (held) open.button.focus({ preventScroll: true });
    });
  }

  add(label, list) {
    const button = make("button", { type: "button", className: "opens", textContent: label });
    button.addEventListener("click", () => this.open(list.hidden ? list : null));
    this.folds.push({ button, list });
    this.open(null);
    return [button, list]; // one after the other, as Tab goes; to the eye all lists lie below the bar
  }

  open(which) {
    const seen = inSight(this.bar); // before anything moves
    for (const { button, list } of this.folds) {
      list.hidden = list !== which;
      button.ariaExpanded = String(list === which);
    }
    this.bar.toggleAttribute("data-open", Boolean(which));
    this.scroll(Boolean(which), seen);
  }

  // Where a list is taller than the window it is one with the page: its beginning is shown, and then what was in sight.
  scroll(opened, seen) {
    const page = this.bar.parentElement;
    if (opened && !this.before && page && getComputedStyle(this.bar).position === "static") {
      [this.before, page.scrollTop] = [seen ?? [], 0];
    } else if (!opened && this.before) {
      const [element, top] = this.before;
      this.before = undefined;
      const back = (frames) => {
        if (!element?.isConnected || this.before) return;
        page.scrollTop += element.getBoundingClientRect().top - top;
        if (frames) requestAnimationFrame(() => back(frames - 1)); // what is drawn meanwhile may push it away
      };
      back(FRAMES);
    }
  }
}

// JupyterLab begins at the first cell, which is past the bar: who opens the kit and goes on by Tab begins on top.
// Who comes by a link goes on where it leads, and finds the bar one step back.
const AT_REST = ["body", ".jp-Notebook", ".jp-Cell"];
function begin(bar) {
  bar.tabIndex = -1;
  bar.focus({ preventScroll: true });
}

// A heading that is brought into sight comes to stand below the bar, however many lines that has.
function keepClear(page, bar) {
  const below = new ResizeObserver(() => {
    const covers = bar.isConnected && !bar.hasAttribute("data-open");
    if (covers) page.style.setProperty("--gop-bar", `${bar.offsetHeight}px`);
    if (!bar.isConnected) below.disconnect(); // a newer one took its place
  });
  below.observe(bar);
}

// Takes the bar out of what the first cell shows, the newest in place of the one before. first: of this window
export function placeBar(panel, entries, first) {
  const bar = panel.querySelector(".jp-OutputArea .gop-nav");
  const page = panel.querySelector(".jp-WindowedPanel-outer");
  if (!bar || !page) return;
  // a notebook that hears of a key or of the focus outside its cells leads back to one of them
  for (const kind of ["focusin", "keydown"]) bar.addEventListener(kind, (event) => event.stopPropagation());
  const folds = new Folds(bar);
  const pages = bar.querySelector("details");
  const [summary, ...listed] = pages.children;
  pages.replaceWith(...folds.add(summary.textContent, make("div", { className: "listed" }, ...listed)));
  bar.querySelector(".who").after(...folds.add("Menu", menu(entries)));
  const before = page.querySelector(":scope > .gop-nav");
  const atRest = AT_REST.some((what) => document.activeElement?.matches(what));
  const begins = before ? before === document.activeElement : first && atRest;
  bar.append(...page.querySelectorAll(":scope > .gop-notification, :scope > .gop-nav .gop-notification"));
  if (before) before.replaceWith(bar);
  else page.prepend(bar);
  if (begins) begin(bar);
  keepClear(page, bar);
}

// What the bar calls next and how all pages stand, once that is another thing than when the page was opened.
export function showNext(panel, { name, words, pages = {}, standing }, open) {
  const head = panel.querySelector(".gop-page [data-standing]");
  if (head && standing !== undefined && head.textContent !== standing) head.textContent = standing;
  const bar = panel.querySelector(".jp-WindowedPanel-outer > .gop-nav");
  for (const [number, [lead, said]] of Object.entries(pages)) {
    const place = bar?.querySelector(`[data-page="${number}"] > span`);
    const told = lead ? `${lead} ${said}` : said;
    if (place && place.textContent !== told) place.replaceChildren(...(lead ? [make("b", {}, lead), " "] : []), said);
  }
  const place = bar?.querySelector("[data-next]");
  if (!place || name === undefined || (place.querySelector("a")?.textContent ?? "") === words) return;
  const link = make("a", { href: `${encodeURIComponent(name)}.ipynb`, textContent: words });
  link.addEventListener("click", (event) => (event.preventDefault(), open(name)));
  place.replaceChildren(...(name ? ["Next: ", link] : []));
}

// One sentence below the bar, with buttons that act; an empty one takes it away.
export function say(panel, kind, text, ...buttons) {
  const page = panel.querySelector(".jp-WindowedPanel-outer");
  page?.querySelector(`.gop-notification-${kind}`)?.remove();
  if (!page || !text) return;
  const said = make("p", { className: `gop-notification gop-notification-${kind}`, role: "alert" }, text);
  for (const [label, act] of buttons) {
    const press = make("button", { type: "button", textContent: label });
    press.addEventListener("click", act);
    said.append(" ", press);
  }
  const bar = page.querySelector(":scope > .gop-nav"); // which stays in sight
  if (bar) bar.append(said);
  else page.prepend(said);
}
