// All interviews: how each ended, with its day. Out of sight until it is asked for.

const SILENT = "No answer is not a no, and a late yes still counts as news.";
const ONCE = "We won’t raise this again.";
const NOTHING = "No interviews to look back on yet. Had some already? Add them with an employer, a date and how they ended.";
const HUSH = "Noted. Nothing to do today.";
const FROM_MEMORY = "Three things are enough. It is marked as remembered later, and no guess about it is counted.";

// One way it can have ended: a word to press, and the day, which is today until it is put right.
class Came {
  constructor(row, key, text) {
    const { view, unit } = row;
    this.cell = new Cell({ view, unit, lane: unit }, key, { mark: new Mark() });
    Object.assign(this, { row, key });
    const press = () => (this.cell.look().given ? this.cell.clear() : this.cell.give({ value: row.today() }));
    this.button = h("button", { type: "button", class: "gop-pick", text, onclick: press });
    this.field = dayField({ "aria-label": `${row.spec.name}: ${text}, when`, max: row.today() });
    this.day = this.field.input;
    this.day.addEventListener("change", () => this.day.value && this.cell.give({ value: this.day.value }));
    this.el = h("div", { class: "gop-came" }, this.button, this.field.el, this.cell.mark.el);
  }

  update() {
    const { given } = this.cell.look();
    this.button.setAttribute("aria-pressed", String(Boolean(given)));
    this.field.el.hidden = !given;
    if (this.day !== document.activeElement) this.day.value = given?.state === "value" ? given.value : "";
    this.field.tell();
    this.cell.show(this.el, this.row.el);
  }
}

// A line; what opens below it is made when it is first opened, since a log can be long.
class LogRow {
  constructor(log, spec) {
    Object.assign(this, { log, spec, view: log.view, unit: spec.unit, today: () => log.state.today, parts: [] });
    this.ways = h("div", { class: "gop-ways", role: "group", "aria-label": `${spec.name}: how it ended` });
    const fold = new Fold(this.ways, { words: ["How did it end?", "Close"], about: spec.name, first: () => this.fill() });
    this.state = h("span", { class: "gop-state" });
    const head = h("div", { class: "gop-loghead" }, h("b", { text: spec.name }), h("span", { class: "gop-hint", text: spec.about }), this.state, fold.button);
    this.el = h("li", {}, head, this.ways);
  }

  fill() {
    const came = this.log.state.said.map(([key, text]) => new Came(this, key, text));
    this.next = new NextRound(this.log, this.spec.process);
    this.note = new Nudge();
    this.parts = [...came, this.next];
    const more = quietButton("Say more about it", () => this.log.open(this.unit), { "aria-label": `${this.spec.name}: Say more about it` });
    this.ways.append(...came.map(({ el }) => el), this.next.el, this.note.el, h("p", {}, more));
    this.update(this.told);
  }

  flush() {
    this.next?.flush();
  }

  update(told) {
    this.told = told;
    setText(this.state, told.state);
    if (!this.parts.length) return;
    this.next.el.hidden = !told.state.startsWith("yes");
    this.note.show(told.note);
    this.parts.forEach((part) => part.update());
  }
}

// A short text to send after a silence, in a fold.
class Nudge {
  constructor() {
    this.letter = h("textarea", { rows: 4, "aria-label": "A short note you could send" });
    this.fold = new Fold(this.letter, { words: ["A short note you could send", "Close the note"] });
    this.el = h("div", { class: "gop-nudge" }, this.fold.button, this.letter);
  }

  show(text) {
    this.el.hidden = !text;
    if (text && !this.letter.value) this.letter.value = text;
  }
}

class LogView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "All your interviews",
      follows: ["after", "next_interview", "bring_log"],
      state: (state) => this.load(state),
      cell: () => this.update(),
      settle: () => this.rows.rows.forEach((row) => row.flush()),
    });
    this.view.root.classList.add("gop-log");
    const list = h("ul", { class: "gop-loglist" });
    this.rows = new KeyedList(list, (spec) => new LogRow(this, spec), ({ unit }) => unit);
    this.none = h("p", { class: "gop-hint", text: NOTHING });
    const inside = h("div", {}, this.none, list, this.memory());
    this.all = new Fold(inside, { words: ["Open the list", "Close the list"] });
    this.silence = h("div", { class: "gop-silence" });
    this.hush = h("p", { class: "gop-said", text: HUSH });
    this.rest = h("div", {}, this.silence, this.all.button, inside);
    this.view.body.append(this.hush, this.rest);
  }

  memory() {
    const who = h("input", { id: uid("who"), type: "text" });
    const day = h("input", { id: uid("day"), type: "text", placeholder: "March 2026" });
    this.how = h("select", { id: uid("how") });
    const add = () => this.view.channel.put({ type: "remember", text: who.value, day: day.value, words: this.how.value }, { lane: "remember" });
    const field = (input, text) => h("div", { class: "gop-field" }, h("label", { for: input.id, text }), input);
    const form = h("div", { class: "gop-new" }, field(who, "Employer"), field(day, "When"), field(this.how, "How it ended"), plainButton("Add it", add));
    const inside = h("div", {}, h("p", { class: "gop-hint", text: FROM_MEMORY }), form);
    this.clear = () => [who, day].forEach((input) => (input.value = ""));
    const fold = new Fold(inside, { words: ["Add one from memory", "Close"] });
    return h("div", { class: "gop-memory" }, fold.button, inside);
  }

  load(state) {
    const more = this.state && state.rows.length > this.state.rows.length;
    this.state = state;
    if (!this.how.options.length) this.how.append(...state.outcomes.map(([value, text]) => h("option", { value, text })));
    if (more) this.clear();
    this.hush.hidden = !state.hush;
    this.rest.hidden = state.hush;
    this.none.hidden = state.rows.length > 0;
    this.rows.show(state.rows.map(({ unit, process, name, about }) => ({ unit, process, name, about })));
    this.raise(state.silence);
    this.update();
  }

  // Once past its day, and never again: whatever is pressed.
  raise(silence) {
    if (JSON.stringify(silence) === this.raised) return;
    this.raised = JSON.stringify(silence);
    if (!silence) return this.silence.replaceChildren();
    const { unit, ask, note } = silence;
    const give = (item) => () => this.view.channel.answer(unit, item, { value: this.state.today }, { lane: unit });
    const nudge = new Nudge();
    nudge.show(note);
    const ways = [["Yes, good news", KEY.CAME_YES], ["They said no", KEY.CAME_NO], ["No answer yet", KEY.CAME_NOTHING]];
    const buttons = ways.map(([text, item]) => plainButton(text, give(item)));
    const later = quietButton("Not now", give(KEY.SILENCE_RAISED));
    this.silence.replaceChildren(
      h("h3", { class: "gop-ask", text: ask }),
      h("p", { class: "gop-hint", text: SILENT }),
      h("div", { class: "gop-actions" }, ...buttons, later, h("span", { class: "gop-hint", text: ONCE })),
      nudge.el,
    );
    this.shown(unit);
    return undefined;
  }

  // That it was shown is no answer of the person's: nothing to undo, nothing to count. Lost, it is raised again.
  shown(unit) {
    try {
      this.view.model.send({ type: "raised", n: 0, token: token(), unit });
    } catch {
      // a lost kernel shows itself at the next answer
    }
  }

  // What was noted of an interview stands above, in the form that asks about it.
  open(unit) {
    const after = [...globalThis[CHANNELS].values()].find((other) => other.record === this.view.channel.record && other.form === "after");
    after?.put({ type: "choose", unit }, { lane: "which" });
    document.querySelector(".gop-after")?.scrollIntoView({ block: "start" });
  }

  update() {
    if (!this.state) return;
    const told = new Map(this.state.rows.map((row) => [row.unit, row]));
    this.rows.rows.forEach((row) => row.update(told.get(row.unit)));
  }
}

export default {
  render(context) {
    const { view } = new LogView(context);
    return () => view.close();
  },
};
