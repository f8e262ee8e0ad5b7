// Lines in the person's own words: three folds, since most people never need them.

const WAIT = 700;

// A text of one line of the catalogue: what is typed goes to the person's own file when the typing pauses.
class WordField {
  constructor(row, [key, label, most]) {
    Object.assign(this, { row, key, typed: null });
    const id = uid("word");
    this.input = h("input", { id, type: "text", maxlength: most });
    this.says = h("span", { class: "gop-says", "aria-live": "off" });
    this.el = h("div", { class: "gop-field" }, h("label", { for: id, text: label }), this.input, this.says);
    this.input.addEventListener("input", () => {
      this.typed = this.input.value;
      clearTimeout(this.timer);
      if (!row.meaning.includes(key)) this.timer = setTimeout(() => this.flush(), WAIT);
    });
    for (const type of ["change", "blur"]) this.input.addEventListener(type, () => this.flush());
  }

  flush() {
    clearTimeout(this.timer);
    if (this.typed === null) return;
    const text = this.typed.trim();
    this.typed = null;
    if (text === this.row.line.texts[this.key]) return;
    setText(this.says, MARKS.saving);
    this.row.send("word", { field: this.key, text });
  }

  update(changed) {
    const { texts, shipped } = this.row.line;
    if (this.typed === null && this.input !== document.activeElement) this.input.value = texts[this.key];
    const was = shipped[this.key];
    const words = was && was !== texts[this.key] ? `was: ${was}` : "";
    setText(this.says, [changed ? MARKS.saved : "", words].filter(Boolean).join(" "));
  }
}

class LineRow {
  // ends: what can be changed of its scale, of a line of one's own; each change begins the line anew
  constructor(form, { key, words, ends }) {
    Object.assign(this, { form, key, meaning: ends.map(([field]) => field) });
    this.fields = [...words, ...ends].map((word) => new WordField(this, word));
    const [label, ...rest] = this.fields;
    this.up = iconButton("↑", "Move up", () => this.send("move", { by: -1 }));
    this.down = iconButton("↓", "Move down", () => this.send("move", { by: 1 }));
    this.hide = quietButton("", () => this.toggle());
    this.ends = h("p", { class: "gop-hint" });
    const inside = h("div", { class: "gop-restwords" }, ...rest.map((one) => one.el), this.ends);
    this.more = new Fold(inside, { words: ["Edit wording", "less"] });
    const tools = h("div", { class: "gop-linetools" }, this.more.button, this.hide, this.up, this.down);
    this.el = h("li", { class: "gop-ownline" }, label.el, tools, inside);
  }

  send(type, more) {
    this.form.put({ type, key: this.key, ...more }, this.key);
  }

  toggle() {
    this.send("hide", { hidden: !this.line.hidden });
  }

  // movable: how many, from the first, have a place of their own; criteria come after them
  show(line, place, count, movable) {
    const changed = this.line && JSON.stringify(this.line.texts) !== JSON.stringify(line.texts);
    this.line = line;
    this.fields.forEach((field) => field.update(changed));
    const name = line.texts.label;
    this.fields[0].input.setAttribute("aria-label", `Name of question ${place + 1} of ${count}`);
    setText(this.hide, line.hidden ? "Show again" : "Hide");
    this.hide.setAttribute("aria-label", `${line.hidden ? "Show again" : "Hide"}: ${name}`);
    this.more.tell(this.more.words, name);
    const anew = "If you change what 1 or 7 means, the question starts again. Your numbers so far are kept, and we ask you once more.";
    const stay = `1 is “${line.ends[0]}”, 7 is “${line.ends[1]}”. These stay, so that your ratings keep their meaning.`;
    setText(this.ends, line.own ? anew : stay);
    this.el.dataset.hidden = line.hidden;
    this.form.view.able(this.up, place > 0);
    this.form.view.able(this.down, place < movable - 1);
    for (const arrow of [this.up, this.down]) arrow.hidden = line.stays;
  }
}

// One job's word for the boss: an answer like any other.
class BossRow {
  constructor(form, role, spec) {
    Object.assign(this, { form, unit: role.unit, view: form.view });
    this.notes = h("div", { class: "gop-notes" });
    this.field = new Field(this, { ...spec, label: role.name });
    this.el = h("div", { class: "gop-boss" }, this.field.el, this.notes);
  }
}

class OwnWordsView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "Questions in your own words",
      follows: ["roles", "needs"],
      state: (state) => this.load(state),
      cell: () => this.bosses?.forEach((row) => row.field.update()),
      settle: () => this.flush(),
      taken: (message, sent) => this.taken(message, sent),
    });
    this.view.root.classList.add("gop-ownwords");
    setText(this.view.eyebrow, ""); // the page has a heading over it
    const fold = (text, ...inside) => details(text, inside, { class: "gop-fold" });
    this.problem = h("p", { class: "gop-note", hidden: true });
    this.told = h("p", { class: "gop-notice", hidden: true });
    this.blank = h("div", { class: "gop-newline" });
    this.make = mainButton("Add this question", () => this.add());
    this.list = h("ol", { class: "gop-ownlines" });
    this.lines = new KeyedList(this.list, (spec) => new LineRow(this, spec), ({ key }) => key);
    this.boss = h("div", { class: "gop-bosses" });
    const other = "Other pages show the new words when you open them again.";
    const hidden = "We no longer ask what you hide; your answers to it are kept.";
    const here = "Some questions say “my manager”. What did you call that person, or those people, in each job?";
    this.view.body.append(
      this.problem,
      this.told,
      fold("Add a question of your own", this.blank, h("div", { class: "gop-foot" }, this.make)),
      fold("Edit, hide or move a question", h("p", { class: "gop-hint", text: `${hidden} ${other}` }), this.list),
      fold("What you called your boss", h("p", { class: "gop-hint", text: here }), this.boss),
    );
  }

  put(message, lane) {
    this.view.channel.put(message, { lane });
  }

  flush() {
    this.lines.rows.forEach((row) => row.fields.forEach((field) => field.flush()));
    this.bosses?.forEach((row) => row.field.flush());
  }

  load(state) {
    this.state = state;
    if (!this.blanks) this.buildBlank(state.new);
    const ends = (line) => (line.own ? state.ends : []);
    this.lines.show(state.lines.map((line) => ({ key: line.key, words: state.words, ends: ends(line) })));
    const { rows } = this.lines;
    const movable = state.lines.filter((line) => !line.stays).length;
    rows.forEach((row, place) => row.show(state.lines[place], place, rows.length, movable));
    this.showBosses(state);
  }

  showBosses({ roles, boss }) {
    const shape = JSON.stringify(roles);
    if (shape !== this.shape) {
      this.shape = shape;
      this.bosses = roles.map((role) => new BossRow(this, role, boss));
      this.boss.replaceChildren(...(roles.length ? this.bosses.map((row) => row.el) : [noJobsHint()]));
    }
    this.bosses.forEach((row) => row.field.update());
  }

  buildBlank(specs) {
    this.blanks = specs.map(([key, label, hint, most]) => {
      const id = uid("new");
      const input = h("input", { id, type: "text", placeholder: hint, maxlength: most });
      input.addEventListener("keydown", (event) => event.key === "Enter" && this.add());
      const el = h("div", { class: "gop-field" }, h("label", { for: id, text: label }), input);
      return { key, input, el };
    });
    this.blank.replaceChildren(...this.blanks.map((one) => one.el));
  }

  add() {
    const texts = Object.fromEntries(this.blanks.map(({ key, input }) => [key, input.value.trim()]));
    if (!texts.label) return this.blanks[0].input.focus();
    return this.put({ type: "add_line", ...texts }, "add");
  }

  taken(message, sent) {
    if (sent.type === "answer") return;
    this.problem.hidden = !message.problem;
    this.told.hidden = Boolean(message.problem) || sent.field === undefined || message.said === "Saved.";
    setText(this.told, this.told.hidden ? "" : message.said);
    setText(this.problem, message.problem ?? "");
    if (message.problem) this.view.say(message.problem, true);
    if (sent.type === "add_line" && message.done) {
      this.blanks.forEach(({ input }) => (input.value = ""));
      this.blanks[0].input.focus();
    }
  }
}

export default {
  render(context) {
    const { view } = new OwnWordsView(context);
    return () => view.close();
  },
};
