// The frame every form stands in: what is saved, undo and redo, the guard against JupyterLab's shortcuts.

const READY_AGAIN = [1500, 3000];
const BACK = "Was the kit closed? Start it again. Then choose Run, Run All Cells in the menu above.";
const KEPT_INSIDE = ["keyup", "keypress", "paste", "copy", "cut"];
let made = 0;

const uid = (word) => `gop-${word}-${(made += 1)}`;

// Everything a person typed passes through textContent or a property here, never through markup.
function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") element.className = value;
    else if (name === "text") element.textContent = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// One tab stop for a row of buttons; the arrows move it.
class Roving {
  rove(at) {
    this.at = at;
    this.buttons.forEach((button, place) => button.setAttribute("tabindex", place === at ? "0" : "-1"));
  }

  focus(at) {
    this.rove(at);
    this.buttons[at].focus();
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

// After an answer by letter or click the focus goes on to the next row not answered yet, never to one that is: a key
// meant for the next would change it. Where none is left it rests on the row itself, where no key answers.
function goOnFrom(row, rows, isOpen, focus) {
  const at = rows.indexOf(row);
  const next = [...rows.slice(at + 1), ...rows.slice(0, at)].find(isOpen);
  if (next) return focus(next);
  const done = new CustomEvent("gop-done", { bubbles: true, cancelable: true });
  if (!row.el.dispatchEvent(done)) return undefined; // the page has something that follows
  row.el.tabIndex = -1;
  return row.el.focus({ preventScroll: true });
}

const isTextField = (element) => element?.matches?.("input, textarea, select") ?? false;
const jobs = (count) => (count === 1 ? "1 job" : `${count} jobs`);

class FormView {
  // spec: title, follows (forms whose answers change this one), state(state), cell(cell or null), extras: noun and
  // counted(item, value), where what is saved is no answer, or more or less than one
  constructor(model, el, spec) {
    this.model = model;
    this.spec = spec;
    this.channel = null;
    this.carrier = { send: (message) => model.send(message), lost: false };
    this.build(el);
    this.hear = (message) => this.receive(message);
    model.on("msg:custom", this.hear);
    this.listen = (change) => this.onChange(change);
    this.ready(0);
  }

  build(el) {
    const step = (type, text, keys) =>
      h("button", { type: "button", class: "gop-quiet", title: keys, onclick: () => this.step(type) }, text);
    this.eyebrow = h("p", { class: "gop-eyebrow", text: this.spec.title });
    this.sum = h("p", { class: "gop-sum" });
    this.undo = step("undo", "Undo", "Ctrl or Cmd + Z");
    this.redo = step("redo", "Redo", "Ctrl or Cmd + Shift + Z");
    this.trouble = h("p", { class: "gop-trouble", hidden: true });
    this.body = h("div", { class: "gop-body" });
    this.polite = h("div", { class: "gop-unseen", "aria-live": "polite" });
    this.urgent = h("div", { class: "gop-unseen", "aria-live": "assertive" });
    this.tools = h("div", { class: "gop-tools" }, this.undo, this.redo, this.sum);
    // trouble stands in the place of the eyebrow, so that nothing below it jumps from under the pointer
    const head = h("div", { class: "gop-head" }, this.eyebrow, this.trouble, this.tools);
    const inside = h("div", { class: "gop-inside" }, head, this.body, this.polite, this.urgent);
    this.root = h("div", { class: "gop", role: "group", "aria-label": this.spec.title }, inside);
    this.root.addEventListener("keydown", (event) => this.guard(event));
    for (const type of KEPT_INSIDE) this.root.addEventListener(type, (event) => event.stopPropagation());
    el.append(this.root);
    this.showSum();
  }

  // JupyterLab listens on the document and would cut, split or re-run the cell a form stands in.
  guard(event) {
    const combined = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (combined && key === "s") return;
    event.stopPropagation();
    if (!combined || isTextField(event.target)) return;
    if (key === "z" || key === "y") {
      event.preventDefault();
      this.step(key === "y" || event.shiftKey ? "redo" : "undo");
    }
  }

  step(type) {
    if (this.channel) this.channel.step(type);
  }

  // -- the handshake: nothing personal is in the widget's state, so the page asks for it

  ready(tries) {
    if (this.channel || this.closed) return;
    try {
      this.model.send({ type: "ready" });
      if (tries) this.tellTrouble("Waiting for the notebook's kernel …", { calm: true });
    } catch {
      this.tellTrouble(`This form is cut off. ${BACK} What was saved is still there.`);
    }
    this.waiting = setTimeout(() => this.ready(tries + 1), READY_AGAIN[Math.min(tries, 1)]);
  }

  receive(message) {
    if (message.type === "state") this.attach(message.key);
    if (message.type === "failed" && !message.token) this.tellTrouble(message.message);
    this.channel?.receive(message);
  }

  attach(key) {
    if (this.channel) return;
    clearTimeout(this.waiting);
    this.tellTrouble("");
    this.channel = Channel.at(key);
    this.channel.follows = this.spec.follows ?? [];
    this.channel.listeners.add(this.listen);
    queueMicrotask(() => !this.closed && this.channel.join(this.carrier));
  }

  onChange(change) {
    if (change.type === "say") this.say(change.text, change.urgent);
    if (change.type === "state") this.spec.state(change.state, change.because);
    if (change.type === "state") this.root.dataset.drawn = ""; // what the form is about stands on the page
    if (change.type === "cell") this.spec.cell(change.cell);
    if (change.type === "settle") this.spec.settle?.();
    if (change.type === "taken") this.spec.taken?.(change.message, change.sent);
    this.showSum();
  }

  // -- what is saved, in words

  say(text, urgent = false) {
    const place = urgent ? this.urgent : this.polite;
    place.textContent = "";
    clearTimeout(this.saying);
    this.saying = setTimeout(() => setText(place, text), 60); // a change of text is what is read out
  }

  tellTrouble(text, { calm = false } = {}) {
    this.trouble.toggleAttribute("data-calm", calm); // to wait is no trouble yet
    this.trouble.hidden = !text;
    this.eyebrow.hidden = Boolean(text);
    setText(this.trouble, text);
  }

  showSum() {
    const sum = this.channel?.sumOf(this.spec.counted) ?? { saved: 0, saving: 0, unsaved: 0, refused: 0, why: "", long: false };
    const noun = this.spec.noun ?? "answer";
    let [state, text] = ["quiet", this.channel ? `${noun}s save by themselves` : ""];
    if (sum.saved) [state, text] = ["saved", `✓ all ${sum.saved} ${noun}s saved`];
    if (sum.saved === 1) text = `✓ 1 ${noun} saved`;
    if (sum.refused) [state, text] = ["unsaved", `${sum.refused} to look at`];
    if (sum.saving) [state, text] = ["saving", "saving …"];
    if (sum.unsaved) [state, text] = ["unsaved", `${sum.unsaved} NOT SAVED, trying again`];
    this.sum.dataset.state = state;
    setText(this.sum, text);
    if (this.channel) {
      const why = sum.why || (sum.long ? BACK : ""); // most of it passes by itself, and the line is short
      this.tellTrouble(sum.unsaved ? `Leave this page open. ${why}`.trim() : "");
    }
    const [done, undone] = this.channel?.steps ?? [0, 0];
    const giving = sum.saving + sum.unsaved > 0;
    if (done + undone > 0 || giving) this.tools.dataset.steps = "";
    this.able(this.undo, done > 0 || giving);
    this.able(this.redo, undone > 0 && !giving);
  }

  able(button, can) {
    button.setAttribute("aria-disabled", String(!can)); // stays in the tab order, so focus is never lost
  }

  close() {
    this.closed = true;
    clearTimeout(this.waiting);
    this.spec.settle?.();
    this.model.off("msg:custom", this.hear);
    this.channel?.listeners.delete(this.listen);
    this.channel?.leave(this.carrier);
    this.root.remove();
  }
}

// Beneath a cell: why the answer was not taken, and the way to have it all the same. Loses neither value.
function refusalNote(view, unit, item, words) {
  const { refusal } = view.channel.look(unit, item);
  if (!refusal) return null;
  const note = h("p", { class: "gop-note" });
  if (!refusal.conflict) {
    note.append(refusal.why);
    return note;
  }
  const { given, current } = refusal;
  const mine = words(given);
  note.append(`Changed elsewhere meanwhile: now ${current ? words(current) : "empty"}. You gave ${mine}. `);
  const again = ({ state, value, memory, revision, position }) =>
    view.channel.answer(unit, item, { state, value, memory, revision, position });
  const keep = () => view.channel.settleRefusal(unit, item);
  const button = (text, onclick) => h("button", { type: "button", class: "gop-quiet", onclick }, text);
  note.append(button(`Use mine (${mine})`, () => again(given)), button("Leave it as it is now", keep));
  return note;
}
