// All interviews: how each ended, with its day. Out of sight until it is asked for.

const SILENT = "No answer is not a no, and a late yes still counts as news.";
const ONCE = "We won’t raise this again.";
const NOTHING = "No interviews yet. Had some already? Add them with an employer, a date and how they ended.";
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
    const props = { type: "date", "aria-label": `${row.spec.name}: ${text}, when`, max: row.today() };
    this.day = h("input", props);
    this.day.addEventListener("change", () => this.day.value && this.cell.give({ value: this.day.value }));
    this.el = h("div", { class: "gop-came" }, this.button, this.day, this.cell.mark.el);
  }

  update() {
    const { given } = this.cell.look();
    this.button.setAttribute("aria-pressed", String(Boolean(given)));
    this.day.hidden = !given;
    if (this.day !== document.activeElement) this.day.value = given?.state === "value" ? given.value : "";
    this.cell.show(this.el, this.row.el);
  }
}

class LogRow {
  constructor(log, spec, said) {
    Object.assign(this, { spec, view: log.view, unit: spec.unit, today: () => log.state.today });
    this.ways = said.map(([key, text]) => new Came(this, key, text));
    const ways = h("div", { class: "gop-ways", role: "group", "aria-label": `${spec.name}: how it ended` }, ...this.ways.map((way) => way.el));
    const fold = new Fold(ways, { words: ["How did it end?", "Close"], about: spec.name });
    this.state = h("span", { class: "gop-state" });
    this.onward = h("p", { class: "gop-hint" }, "Is there a next round? Say when in ", notebookLink(log.state.before), ".");
    const head = h("div", { class: "gop-loghead" }, h("b", { text: spec.name }), h("span", { class: "gop-hint", text: spec.about }), this.state, fold.button);
    ways.append(this.onward);
    this.el = h("li", {}, head, ways);
  }

  update(state) {
    setText(this.state, state);
    this.onward.hidden = state !== "yes";
    this.ways.forEach((way) => way.update());
  }
}

class LogView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "All your interviews",
      follows: ["after", "talk", "bring_log"],
      state: (state) => this.load(state),
      cell: () => this.update(),
    });
    this.view.root.classList.add("gop-log");
    const list = h("ul", { class: "gop-loglist" });
    this.rows = new KeyedList(list, (spec) => new LogRow(this, spec, this.state.said), ({ unit }) => unit);
    this.none = h("p", { class: "gop-hint", text: NOTHING });
    const inside = h("div", {}, this.none, list, this.memory());
    this.all = new Fold(inside, { words: ["Open the list", "Close the list"] });
    this.silence = h("div", { class: "gop-silence" });
    this.hush = h("p", { class: "gop-said", text: HUSH });
    this.rest = h("div", {}, this.silence, this.all.button, inside);
    this.view.body.append(this.hush, this.rest);
  }

  memory() {
    const who = h("input", { id: uid("who"), type: "text", autocomplete: "off" });
    const day = h("input", { id: uid("day"), type: "text", placeholder: "March 2026", autocomplete: "off" });
    this.how = h("select", { id: uid("how") });
    const add = () => this.view.channel.put({ type: "remember", text: who.value, day: day.value, words: this.how.value }, { lane: "remember" });
    const field = (input, text) => h("div", { class: "gop-field" }, h("label", { for: input.id, text }), input);
    const form = h("div", { class: "gop-new" }, field(who, "Who with"), field(day, "When"), field(this.how, "How it ended"), plainButton("Add it", add));
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
    this.rows.show(state.rows.map(({ unit, name, about }) => ({ unit, name, about })));
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
    const letter = h("textarea", { rows: 4, "aria-label": "A short note you could send" });
    letter.value = note;
    const fold = new Fold(letter, { words: ["A short note you could send", "Close the note"] });
    const ways = [["Yes, good news", KEY.CAME_YES], ["They said no", KEY.CAME_NO], ["No answer yet", KEY.CAME_NOTHING]];
    const buttons = ways.map(([text, item]) => plainButton(text, give(item)));
    const later = quietButton("Not now", give(KEY.SILENCE_RAISED));
    return this.silence.replaceChildren(
      h("h3", { class: "gop-ask", text: ask }),
      h("p", { class: "gop-hint", text: SILENT }),
      h("div", { class: "gop-actions" }, ...buttons, later, h("span", { class: "gop-hint", text: ONCE })),
      fold.button,
      letter,
    );
  }

  update() {
    if (!this.state) return;
    const states = new Map(this.state.rows.map(({ unit, state }) => [unit, state]));
    this.rows.rows.forEach((row) => row.update(states.get(row.unit)));
  }
}

export default {
  render(context) {
    const { view } = new LogView(context);
    return () => view.close();
  },
};
