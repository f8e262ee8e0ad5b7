// Interviews whose day is over, a few at a time: one press where nothing came, a day where something did. And, while
// nothing is known, which way the person thinks their numbers lean.

const NO_ANSWER = "No answer is not a no, and a late yes still counts as news.";
const LEAN = "Which way do you think your numbers lean?";
const LEAN_WHY = "Optional, and only before you know how one of them ended. We then look that way alone, and find it sooner.";
const ELSE = "Withdrew, or something else? It goes into ";

class AskedRow {
  constructor(due, spec) {
    Object.assign(this, { due, spec, view: due.view, unit: spec.unit });
    const { name, ask, about } = spec;
    const nothing = this.cell(KEY.CAME_NOTHING);
    this.nothing = plainButton("No answer", () => nothing.give({ value: due.state.today }), { "aria-label": `${name}: no answer` });
    this.ends = [["They said yes", KEY.CAME_YES], ["They said no", KEY.CAME_NO]].map(([text, key]) => this.end(text, key));
    const actions = h("div", { class: "gop-actions" }, this.nothing, ...this.ends.map(({ button }) => button));
    const head = h("h3", { class: "gop-ask", tabindex: "-1", text: ask });
    this.el = h("li", {}, head, h("p", { class: "gop-hint", text: about }), actions, ...this.ends.map(({ inside }) => inside));
    this.head = head;
  }

  cell(key) {
    return new Cell({ view: this.view, unit: this.unit, lane: this.unit }, key);
  }

  // A yes or a no has a day: the last one asked about may be long ago.
  end(text, key) {
    const cell = this.cell(key);
    const { input: day, el } = dayField({ id: uid("day"), max: this.due.state.today });
    const save = plainButton("Save", () => (day.value ? cell.give({ value: day.value }) : day.focus()));
    const label = h("label", { for: day.id, text: `${text}: on which day? About right is fine.` });
    const inside = h("div", { class: "gop-dayof" }, h("div", { class: "gop-field" }, label, el), save);
    const fold = new Fold(inside, { words: [text, text], about: this.spec.name, turned: () => this.turned(key) });
    fold.button.className = "gop-plain";
    return { key, cell, inside, day, fold, button: fold.button };
  }

  // One of them at a time.
  turned(key) {
    const opened = this.ends?.find((end) => end.key === key && end.fold.isOpen);
    if (!opened) return;
    for (const end of this.ends) if (end !== opened && end.fold.isOpen) end.fold.turn(false);
    opened.day.focus();
  }

  update() {
    this.ends.forEach(({ cell, inside }) => cell.show(inside, this.el));
  }
}

class PastDueView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "What you can add",
      follows: ["after", "log"],
      state: (state) => this.load(state),
      cell: () => this.update(),
    });
    this.view.root.classList.add("gop-due");
    const list = h("ul", { class: "gop-duelist" });
    this.rows = new KeyedList(list, (spec) => new AskedRow(this, spec), ({ unit }) => unit);
    this.more = h("p", { class: "gop-hint" });
    this.log = h("p", { class: "gop-hint" });
    this.asked = h("div", {}, list, h("p", { class: "gop-hint", text: NO_ANSWER }), this.more, this.log);
    this.leans = h("div", { class: "gop-leans" });
    this.view.body.append(this.leans, this.asked);
    this.eye = new IntersectionObserver((seen) => seen.at(-1).isIntersecting && this.view.channel?.ask("refresh"));
    this.eye.observe(this.view.root); // answered on another page meanwhile
  }

  load(state) {
    const before = this.state;
    this.state = state;
    const { asked, more, leans } = state;
    this.view.root.dataset.asked = String(asked.length > 0 || leans.length > 0);
    this.asked.hidden = !asked.length;
    const inRow = this.rows.rows.find((row) => row.el.contains(document.activeElement));
    this.rows.show(asked);
    if (inRow && !inRow.el.isConnected) this.rows.rows[0]?.head.focus();
    const left = more === 1 ? "1 more comes after these." : `${more} more come after these.`;
    setText(this.more, more ? left : "");
    if (!before) this.log.append(ELSE, notebookLink(state.log), ".");
    this.offer(leans);
    this.update();
  }

  // Kept as it is while it is open, so that the focus in it stays.
  offer(leans) {
    if (!leans.length) {
      this.leans.replaceChildren();
      this.lean = null;
    } else if (!this.lean) {
      const owner = { view: this.view, unit: this.state.person, lane: "lean" };
      this.lean = new Choice(owner, { key: this.state.lean, label: LEAN, options: leans, revision: 1 });
      this.leans.replaceChildren(this.lean.el, h("p", { class: "gop-hint", text: LEAN_WHY }));
    }
  }

  update() {
    if (!this.state) return;
    this.rows.rows.forEach((row) => row.update());
    this.lean?.update();
  }

  close() {
    this.eye.disconnect();
    this.view.close();
  }
}

export default {
  render(context) {
    const due = new PastDueView(context);
    return () => due.close();
  },
};
