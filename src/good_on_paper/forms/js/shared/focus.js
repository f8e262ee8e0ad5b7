// Where the focus goes: one tab stop for a row of buttons, and from an answered place on to the next open one.

// While one of these has it, nothing takes it away.
const HOLDS_FOCUS = ".gop, a, button, input, select, textarea, summary, [contenteditable='true']";

class Roving {
  rove(at) {
    this.at = at;
    this.buttons.forEach((button, place) => button.setAttribute("tabindex", place === at ? "0" : "-1"));
  }

  focus(at) {
    this.rove(at);
    this.buttons[at].focus();
  }

  // The tab stop goes to this one, unless the focus is among them.
  settleAt(at) {
    if (!this.buttons.includes(document.activeElement)) this.rove(Math.max(at, 0));
  }

  // Of radio buttons this one is chosen; none where it is -1.
  showChosen(at) {
    this.buttons.forEach((button, place) => button.setAttribute("aria-checked", String(place === at)));
    this.settleAt(at);
  }

  // The arrows from button to button, up and down by `down` of them; beyond the last to the first if `round`.
  onArrows(event, { down = 1, round = false } = {}) {
    const at = this.buttons.indexOf(event.target);
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: down, ArrowUp: -down }[event.key];
    const last = this.buttons.length - 1;
    const to = { Home: 0, End: last }[event.key] ?? at + by;
    if (at < 0 || Number.isNaN(to) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (this.buttons[to]) this.focus(to);
    else if (round) this.focus(to < 0 ? last : 0);
  }
}

// The next row not answered yet, below this one and, if `round`, from the top again.
function nextOpen(row, rows, isOpen, { round = true } = {}) {
  const at = rows.indexOf(row);
  return [...rows.slice(at + 1), ...(round ? rows.slice(0, at) : [])].find(isOpen);
}

// After an answer by letter or click the focus goes on to the next row not answered yet, never to one that is: a key
// meant for the next would change it. Where none is left it rests on the row itself, where no key answers.
function goOnFrom(row, rows, isOpen, focus) {
  const next = nextOpen(row, rows, isOpen);
  if (next) return focus(next);
  const done = new CustomEvent("gop-done", { bubbles: true, cancelable: true });
  if (!row.el.dispatchEvent(done)) return undefined; // the page has something that follows
  row.el.tabIndex = -1;
  return row.el.focus({ preventScroll: true });
}

// The row above or below, which changes nothing.
function walkFrom(row, rows, by, focus) {
  const next = rows[rows.indexOf(row) + by];
  if (next) focus(next);
}
