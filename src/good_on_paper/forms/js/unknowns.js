// What is known of the next job: a row a line, three words to press, and, of what is known, what; what one will not have again in a fold.

const KNOWN = [
  ["know", "I know", "k"],
  ["guess", "I guess", "g"],
  ["unknown", "I don’t know", "u"],
];
const LETTERS = Object.fromEntries(KNOWN.map(([value, , letter]) => [letter, value]));
const HINT =
  "What is it like there? Choose “I know” only if someone who works there told you, whether good or bad. What the job ad says counts as a guess.";
const AGAIN = "Something you won’t have again?";
const NONE = "Nothing to ask about yet.";
const FEW = 3; // rows that are not worth a fold
const RANGE = "Make it a range";
const ALSO = {
  know: ["What do you know, and who told you?", "What you know, and who told you"], // asked, and once it was said
  guess: ["Add how much, and what they promise", "How much, and what they promise"],
  unknown: ["Add what they promise", "What they promise"],
};
const IN_WRITING = "What they promise, and what is in writing";

class KnownRow {
  constructor(list, line) {
    const label = h("span", { class: "gop-name", id: uid("line"), text: line.label });
    const why = h("span", { class: line.private ? "gop-detail gop-offpaper" : "gop-detail", text: line.because });
    const who = h("div", { class: "gop-who" }, label, why);
    const owner = { view: list.view, unit: line.target };
    this.key = line.key;
    const spec = { key: `${KEY.KNOWS}:${line.key}`, options: KNOWN };
    const words = ({ value }) => KNOWN.find(([known]) => known === value)?.[1] ?? "nothing";
    const mark = new Mark({ saved: MARKS.saved, unsaved: MARKS.unsaved });
    const rows = () => list.rows.filter((row) => !row.el.hidden);
    this.choice = new RowChoice(owner, spec, { letters: LETTERS, row: this, rows, label, words, mark });
    const notes = h("div", { class: "gop-notes" });
    const of = { ...owner, notes };
    const field = (spec) => new (spec.kind === "date" ? DateField : Field)(of, { ...spec, key: `${spec.key}:${line.key}` });
    this.told = list.state.told.map(field);
    this.now = h("div", { class: "gop-knownow" }, ...this.told.map(({ el }) => el), notes);
    this.scales = [];
    this.fields = this.told;
    this.inside = h("div", { class: "gop-atjob" }, this.now);
    this.more = new Fold(this.inside, { about: line.label });
    who.append(this.more.button);
    this.el = this.choice.el = h("div", { class: line.off ? "gop-known gop-offpaper" : "gop-known" }, who, this.choice.set, mark.el, this.inside);
    if (line.level) this.addLevel(list, line, field, owner);
  }

  // How much of it there is, what they promise, what is in writing.
  addLevel(list, { key, label, level }, field, owner) {
    const scale = (kind, text) => new Scale({ ...owner, lane: undefined }, { ...level, key: `${kind}:${key}`, label: text });
    const [much, upTo] = [scale(KEY.THERE_LEVEL, level.label), scale(KEY.THERE_UP_TO, level.upTo)];
    this.range = new Fold(upTo.el, { words: [RANGE, "One number is enough"], about: label });
    this.scales = [much, upTo];
    const said = [list.state.promised, list.state.written].map((specs) => specs.map(field));
    this.fields = [...this.told, ...said.flat()];
    const rows = said.map((fields) => h("div", { class: "gop-knownow" }, ...fields.map(({ el }) => el)));
    this.writing = details(IN_WRITING, rows, { class: "gop-inwriting" });
    this.inside.append(much.el, upTo.el, this.range.button, this.writing);
  }

  // What more there is to say opens by a press, in room that every row has: no row moves away under a pointer.
  showMore() {
    const [chosen] = this.choice.chosen;
    const words = ALSO[chosen]?.[this.fields.some(({ stands }) => stands) ? 1 : 0] ?? "";
    const said = chosen === "unknown" ? "" : this.scales.map((scale) => scale.cell.value).filter(Boolean).join(" to ");
    const isEmpty = !this.scales.length && chosen !== "know";
    if (isEmpty && this.more.isOpen) this.more.turn(false);
    this.now.hidden = chosen !== "know";
    this.more.tell([said && chosen === "guess" ? `How much: ${said}` : words, "Close"]);
    this.more.button.toggleAttribute("data-none", isEmpty || (!chosen && !this.more.isOpen));
    if (this.scales.length) this.showScales(chosen);
  }

  showScales(chosen) {
    const [much, upTo] = this.scales;
    if (upTo.cell.value !== undefined && !this.range.isOpen) this.range.turn(true);
    for (const part of [much.el, this.range.button]) part.hidden = chosen === "unknown";
    if (chosen === "unknown") upTo.el.hidden = true;
  }

  update() {
    this.choice.update();
    [...this.fields, ...this.scales].forEach((part) => part.update());
    this.showMore();
  }

  flush() {
    this.fields.forEach((field) => field.flush());
  }
}

class UnknownsView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "What you already know about it",
      follows: ["next_interview", "start", "own_words"],
      state: (state) => this.load(state),
      cell: () => this.update(),
      settle: () => this.rows.forEach((row) => row.flush()),
    });
    this.view.root.classList.add("gop-unknowns");
    this.hint = h("p", { class: "gop-hint", text: HINT });
    this.list = h("div", { class: "gop-knowns" });
    this.known = new KeyedList(this.list, (line) => new KnownRow(this, line), (line) => line.key);
    this.empty = h("p", { class: "gop-hint", text: NONE, hidden: true });
    this.before = quietButton("", () => this.showBefore(), { class: "gop-quiet gop-before", hidden: true });
    this.none = plainButton("", () => this.knowNone(), { class: "gop-plain gop-none" });
    this.fold = h("details", { class: "gop-notagain" });
    this.view.body.append(this.hint, this.list, this.before, this.empty, this.none, this.fold);
    this.fold.hidden = true;
  }

  load(state) {
    const { lines, target } = state;
    const shape = JSON.stringify([lines, target]);
    this.state = state;
    this.target = target;
    setText(this.view.eyebrow, state.name); // the page has a heading over it
    if (shape !== this.shape) {
      this.shape = shape;
      const again = this.known.show(lines.map((line) => ({ ...line, target })));
      this.empty.hidden = lines.length > 0;
      this.foldBefore(state.folds);
      this.update();
      again?.choice.focus(again.choice.at);
    }
    this.showEnds(state.ends);
    this.update();
  }

  update() {
    if (!this.state) return;
    this.rows.forEach((row) => row.update());
    const open = this.open;
    this.none.hidden = !this.rows.length;
    const some = open.length < this.rows.length ? "I don’t know the others" : "I don’t know any of these";
    setText(this.none, open.length ? some : "All answered");
    this.view.able(this.none, open.length > 0);
    this.updateEnds();
  }

  get rows() {
    return this.known.rows;
  }

  // -- what had its answer when the page was opened: out of the way, until it is wanted

  foldBefore(folds) {
    const answered = (row) => row.choice.cell.value !== undefined;
    if (this.doneFor !== this.target) this.done = new Set(folds ? this.rows.filter(answered).map(({ key }) => key) : []);
    this.doneFor = this.target;
    const away = this.done.size > FEW ? this.rows.filter(({ key }) => this.done.has(key)) : [];
    away.forEach(({ el }) => (el.hidden = true));
    this.before.hidden = !away.length;
    setText(this.before, `Show the ${away.length} you answered before`);
  }

  showBefore() {
    const first = this.rows.find(({ key }) => this.done.has(key));
    this.done = new Set();
    this.before.hidden = true;
    this.rows.forEach(({ el }) => (el.hidden = false));
    first?.choice.focus(first.choice.at);
  }

  get open() {
    return this.rows.filter((row) => !row.choice.chosen.length);
  }

  // One press says of each line not answered yet that it is not known; each is an answer of its own.
  knowNone() {
    this.open.forEach((row) => row.choice.press("unknown"));
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
    const rest = quietButton("Show all", () => {
      this.all = true;
      rest.hidden = true;
      this.ends.forEach((button) => (button.hidden = false));
      this.ends.find((_, place) => !ends[place][3])?.focus();
    });
    rest.hidden = Boolean(all);
    const summary = this.fold.querySelector("summary") ?? h("summary", { text: AGAIN });
    this.said = h("p", { class: "gop-hint" });
    const set = h("div", { class: "gop-ends-list", role: "group", "aria-label": "What you won’t have again" }, ...this.ends);
    this.fold.replaceChildren(summary, this.said, set, rest);
  }

  get notAgain() {
    return new Cell({ view: this.view, unit: this.state.person }, KEY.NOT_AGAIN);
  }

  toggle(end) {
    const { most } = this.state;
    if (!this.notAgain.pick(end, most)) this.view.say(`${most} is the maximum. Remove one first.`, true);
  }

  updateEnds() {
    if (!this.ends?.length) return;
    const taken = this.notAgain.value ?? [];
    const full = taken.length >= this.state.most;
    setText(this.fold.querySelector("summary"), taken.length ? `${AGAIN} ${taken.length} chosen` : AGAIN);
    for (const button of this.ends) {
      const on = taken.includes(button.dataset.end);
      button.setAttribute("aria-pressed", String(on));
      this.view.able(button, on || !full);
    }
    const left = this.state.most - taken.length;
    setText(this.said, full ? "That is the maximum. Click one again to remove it." : `Up to ${this.state.most}; ${left} left.`);
  }
}

export default {
  render(context) {
    const { view } = new UnknownsView(context);
    return () => view.close();
  },
};
