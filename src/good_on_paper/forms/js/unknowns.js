// What is known of the next job: a row a line, three words to press; what one will not have again in a fold.

const KNOWN = [
  ["know", "I know", "k"],
  ["guess", "I guess", "g"],
  ["unknown", "I do not know", "u"],
];
const HINT =
  "How is it there? “I know” means that someone who works there told you, be it good or bad. What the advert says is a guess.";
const AGAIN = "Something you will not have again?";
const NONE = "Nothing to ask about yet.";

class KnownRow extends Roving {
  constructor(list, line) {
    super();
    Object.assign(this, { list, line, item: `knows:${line.key}`, at: 2 });
    const name = h("span", { class: "gop-name", id: uid("line"), text: line.label });
    const who = h("div", { class: "gop-who" }, name, h("span", { class: "gop-detail", text: line.because }));
    this.buttons = KNOWN.map(([value, text]) => {
      const button = h("button", { type: "button", role: "radio", class: "gop-pick", text });
      button.addEventListener("click", (event) => this.onClick(event, value));
      return button;
    });
    const set = h("div", { class: "gop-picks", role: "radiogroup" }, ...this.buttons);
    set.setAttribute("aria-labelledby", name.id);
    this.mark = h("span", { class: "gop-mark" });
    this.el = h("div", { class: "gop-known" }, who, set, this.mark);
    set.addEventListener("keydown", (event) => this.onKey(event));
    set.addEventListener("focusin", (event) => this.rove(this.buttons.indexOf(event.target)));
  }

  look() {
    return this.list.view.channel.look(this.list.target, this.item);
  }

  press(value) {
    const taken = this.look().given?.value === value;
    const given = taken ? { state: "cleared", value: null } : { value };
    this.list.view.channel.answer(this.list.target, this.item, given);
  }

  onClick(event, value) {
    this.press(value);
    if (event.detail && this.look().given) this.list.goOn(this);
  }

  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const across = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const down = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const word = KNOWN.findIndex(([, , key]) => key === event.key.toLowerCase());
    if (across) this.focus(Math.min(Math.max(this.at + across, 0), KNOWN.length - 1));
    else if (down) this.list.walk(this, down);
    else if (word >= 0) {
      if (this.look().given?.value !== KNOWN[word][0]) this.press(KNOWN[word][0]);
      this.rove(word);
      this.list.goOn(this);
    } else return;
    event.preventDefault();
  }

  update() {
    const { given, status, why } = this.look();
    const chosen = KNOWN.findIndex(([value]) => value === given?.value);
    this.buttons.forEach((button, place) => button.setAttribute("aria-checked", String(place === chosen)));
    if (!this.buttons.includes(document.activeElement)) this.rove(Math.max(chosen, 0));
    this.el.dataset.status = status;
    setText(this.mark, { saved: "✓", unsaved: "NOT SAVED, trying again" }[status] ?? "");
    this.mark.setAttribute("role", status === "saved" ? "img" : "presentation");
    if (status === "saved") this.mark.setAttribute("aria-label", "saved");
    else this.mark.removeAttribute("aria-label");
    this.mark.title = why;
    this.note?.remove();
    const words = (one) => KNOWN.find(([value]) => value === one.value)?.[1] ?? "nothing";
    this.note = refusalNote(this.list.view, this.list.target, this.item, words);
    if (this.note) this.el.append(this.note);
  }
}

class UnknownsView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "What you know of it already",
      counted: (item, value) => (item === KEY.NOT_AGAIN ? value.length : 1), // each stands in the fold's own count
      follows: ["talk", "start", "own_words"],
      state: (state) => this.load(state),
      cell: () => this.update(),
    });
    this.view.root.classList.add("gop-unknowns");
    this.hint = h("p", { class: "gop-hint", text: HINT });
    this.list = h("div", { class: "gop-knowns" });
    this.none = h("button", { type: "button", class: "gop-plain gop-none", onclick: () => this.knowNone() });
    this.fold = h("details", { class: "gop-notagain" });
    this.view.body.append(this.hint, this.list, this.none, this.fold);
    this.fold.hidden = true;
  }

  load(state) {
    const { lines, target } = state;
    const shape = JSON.stringify([lines, target]);
    this.state = state;
    this.target = target;
    const title = state.name ? `What you know of it already: ${state.name}` : "What you know of it already";
    setText(this.view.eyebrow, title);
    if (shape !== this.shape) {
      const held = this.rows?.findIndex((row) => row.el.contains(document.activeElement)) ?? -1;
      const key = held >= 0 ? this.rows[held].line.key : null;
      this.shape = shape;
      this.rows = lines.map((line) => new KnownRow(this, line));
      this.list.replaceChildren(...this.rows.map((row) => row.el));
      if (!lines.length) this.list.append(h("p", { class: "gop-hint", text: NONE }));
      const again = this.rows.find((row) => row.line.key === key);
      this.update();
      again?.focus(again.at);
    }
    this.showEnds(state.ends);
    this.update();
  }

  update() {
    if (!this.state) return;
    this.rows.forEach((row) => row.update());
    const open = this.open;
    this.none.hidden = !this.rows.length;
    const some = open.length < this.rows.length ? "I do not know the others" : "I do not know any of these";
    setText(this.none, open.length ? some : "All are answered");
    this.view.able(this.none, open.length > 0);
    this.updateEnds();
  }

  get open() {
    return this.rows.filter((row) => !row.look().given);
  }

  // One press says of each line not answered yet that it is not known; each is an answer of its own.
  knowNone() {
    this.open.forEach((row) => row.press("unknown"));
  }

  walk(row, by) {
    const next = this.rows[this.rows.indexOf(row) + by];
    if (next) next.focus(row.at);
  }

  goOn(row) {
    const on = (next) => next.focus(row.at);
    goOnFrom(row, this.rows, (one) => !one.look().given, on);
  }

  // -- what one will not have again

  showEnds(ends) {
    this.fold.hidden = !ends.length;
    const shape = JSON.stringify(ends);
    if (shape === this.endsShape) return;
    this.endsShape = shape;
    const all = this.all;
    this.ends = ends.map(([end, label, text, first]) => {
      const button = h("button", { type: "button", class: "gop-pick gop-end", "data-end": end });
      button.append(h("b", { text: label }), ` ${text}`);
      button.addEventListener("click", () => this.toggle(end));
      button.hidden = !first && !all;
      return button;
    });
    const rest = h("button", { type: "button", class: "gop-quiet", text: "Show all lines", hidden: all });
    rest.addEventListener("click", () => {
      this.all = true;
      rest.hidden = true;
      this.ends.forEach((button) => (button.hidden = false));
      this.ends.find((_, place) => !ends[place][3])?.focus();
    });
    const summary = this.fold.querySelector("summary") ?? h("summary", { text: AGAIN });
    this.said = h("p", { class: "gop-hint" });
    const set = h("div", { class: "gop-ends-list", role: "group", "aria-label": "Not again" }, ...this.ends);
    this.fold.replaceChildren(summary, this.said, set, rest);
  }

  get taken() {
    const { given } = this.view.channel.look(this.state.person, KEY.NOT_AGAIN);
    return given?.state === "value" ? given.value : [];
  }

  toggle(end) {
    const taken = this.taken;
    const now = taken.includes(end) ? taken.filter((one) => one !== end) : [...taken, end];
    if (now.length > this.state.most) {
      this.view.say(`At most ${this.state.most}: take one back first.`, true);
      return;
    }
    const given = now.length ? { value: now } : { state: "cleared", value: null };
    this.view.channel.answer(this.state.person, KEY.NOT_AGAIN, given);
  }

  updateEnds() {
    if (!this.ends?.length) return;
    const taken = this.taken;
    const full = taken.length >= this.state.most;
    setText(this.fold.querySelector("summary"), taken.length ? `${AGAIN} ${taken.length} said` : AGAIN);
    for (const button of this.ends) {
      const on = taken.includes(button.dataset.end);
      button.setAttribute("aria-pressed", String(on));
      this.view.able(button, on || !full);
    }
    const left = this.state.most - taken.length;
    setText(this.said, full ? "That is the most. Press one to take it back." : `Up to ${this.state.most}; ${left} left.`);
  }
}

export default {
  render(context) {
    const { view } = new UnknownsView(context);
    return () => view.close();
  },
};
