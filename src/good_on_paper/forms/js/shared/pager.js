// The foot of a form that goes page by page: next, back, a way to stop, and how far it goes.

const MOVE_ON = 600; // long enough to see what was pressed, and to take it back
const IN_ROW = 1200; // the pointer is in the row still: it may be on its way to how sure one is
const CHOOSING = 6000; // it is there
const MEANT_BEFORE = 1000; // "next" pressed this soon after a page came by itself was meant for the one before

class Pager {
  // word: one ("line"); go(page, whether by itself), stop(); toEnd: once all is answered it goes by itself to what follows
  constructor({ word, go, stop, toEnd = false }) {
    Object.assign(this, { word, go, stop, toEnd });
    this.page = 0;
    this.movedAt = 0;
    this.next = mainButton("", () => this.onNext());
    this.back = quietButton("Back", () => this.go(this.page - 1));
    const leave = quietButton("Stop here; come back any time", () => this.stop());
    this.open = h("span", { class: "gop-open" });
    this.marks = h("span", { class: "gop-marks", role: "img" });
    this.el = h("div", { class: "gop-foot" }, this.next, this.back, leave, this.open, this.marks);
  }

  onNext() {
    if (Date.now() - this.movedAt > MEANT_BEFORE) this.go(this.page + 1);
  }

  moveOn(page) {
    this.movedAt = Date.now();
    this.go(page, true);
  }

  // A page that has just become whole gives way to the next that is not, once all of it is saved. One that was whole
  // when it was opened stays: who went back to change something is not sent away.
  follow(whole, saved) {
    if (!whole) this.armed = true;
    if (!whole || this.moving) clearTimeout(this.moving);
    if (whole && this.moving) this.armed = true; // another answer meanwhile: a little longer, once it is saved too
    this.moving = undefined;
    if (!(whole && saved && this.armed)) return;
    const isOpen = ([given, asked]) => given < asked;
    const next = this.pages.findIndex((page, place) => place > this.page && isOpen(page));
    this.armed = false;
    if (next > 0) this.waitFor(next, Date.now());
    else if (this.toEnd && !this.pages.some(isOpen)) this.waitFor(this.pages.length, Date.now());
  }

  waitFor(next, since) {
    const free = ':hover:not(:has([aria-pressed="true"]))'; // how sure one is, or why there is no number, is not said
    this.moving = setTimeout(() => {
      const isUnder = (what) => this.el.parentElement?.querySelector(`${what}${free}`);
      const long = isUnder(".gop-asides") ? CHOOSING : isUnder(".gop-row") ? IN_ROW : 0;
      if (Date.now() - since < long) this.waitFor(next, since);
      else this.moveOn(next);
    }, MOVE_ON);
  }

  stay() {
    clearTimeout(this.moving);
    this.moving = undefined;
    this.armed = false;
  }

  // pages: what each has been given of what it asks, as [given, asked]; before: how many were done earlier, which the
  // bar leaves out
  show(page, pages, before = 0) {
    Object.assign(this, { page, pages });
    const whole = pages.filter(([given, asked]) => given === asked).length;
    const [given, asked] = pages[page] ?? [0, 0];
    setText(this.next, page === pages.length - 1 ? "Done" : `Next ${this.word}`);
    this.back.hidden = page === 0;
    setText(this.open, given && given < asked ? `${jobs(asked - given)} not answered yet` : "");
    this.marks.hidden = page < before;
    const count = pages.length - before;
    this.marks.setAttribute("aria-label", `${this.word} ${page + 1 - before} of ${count}, ${whole - before} complete`);
    while (this.marks.childElementCount > count) this.marks.lastChild.remove();
    while (this.marks.childElementCount < count) this.marks.append(h("i"));
    [...this.marks.children].forEach((mark, at) => {
      const place = at + before;
      const [got, of] = pages[place];
      let state = got ? "begun" : "open";
      if (got === of) state = "whole";
      mark.dataset.state = state;
      mark.toggleAttribute("data-here", place === page);
    });
  }
}

const KEYS = [
  ["1 to 7", "answer, and go to the next job"],
  ["← →", "move along the row; Enter or Space chooses"],
  ["↑ ↓", "move between jobs"],
  ["n  c  s", "doesn’t apply, can’t remember, skip"],
  ["g  f  u", "how sure you are: a guess, fairly sure, sure"],
  ["Backspace", "clear the answer (so does choosing it again)"],
  ["Ctrl or Cmd + Z", "undo"],
];

function keysFold() {
  const list = h("dl");
  for (const [keys, what] of KEYS) list.append(h("dt", { text: keys }), h("dd", { text: what }));
  return details("Keyboard shortcuts", [list], { class: "gop-keys" });
}

// A calm page in place of the lines: a heading, a sentence, what one can do next.
function panel(heading, sentence, ...actions) {
  const row = h("div", { class: "gop-actions" }, ...actions);
  return h("div", { class: "gop-panel" }, h("h3", { class: "gop-ask", tabindex: "-1", text: heading }),
    h("p", { text: sentence }), row);
}

// What is open at the end, as [given, asked] of each page, in a heading.
function missingAnswers(counts) {
  const left = counts.reduce((sum, [given, asked]) => sum + asked - given, 0);
  return left === 1 ? "One answer is missing" : `${left} answers are missing`;
}

// Shows a panel in place of the one before and keeps the focus where it was.
function swapPanel(place, box) {
  const held = place.contains(document.activeElement);
  const buttons = () => [...place.querySelectorAll("button")];
  const at = buttons().indexOf(document.activeElement);
  place.replaceChildren(box);
  if (held) (buttons()[at] ?? place.querySelector("h3")).focus();
}

// The lines a person leaves open are set aside by an answer of its own, so that how it went can open.
const SET_ASIDE = KEY.LINES_SET_ASIDE;

const asideOf = (view, person) => new Cell({ view, unit: person }, SET_ASIDE);

function asideButton(aside, keys) {
  return plainButton("Skip the rest", () => aside.give({ value: keys }));
}
