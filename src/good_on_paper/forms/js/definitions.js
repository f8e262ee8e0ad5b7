// What success means to me, and what a job going wrong means: two folds, each with its own list, words and weights.

class Definition {
  constructor(form, part) {
    Object.assign(this, { form, view: form.view, side: part.side, page: 0, tables: [], shape: "" });
    this.summary = h("summary");
    this.main = h("div");
    this.notes = h("div", { class: "gop-notes" });
    this.pager = new Pager({ word: "step", go: (page) => this.go(page), stop: () => this.fold() });
    this.el = h("details", { class: "gop-definition" }, this.summary, this.main, this.notes);
    this.el.addEventListener("toggle", () => (this.el.open ? this.show() : this.pager.stay()));
  }

  get channel() {
    return this.view.channel;
  }

  fold() {
    this.el.open = false;
    this.summary.focus();
  }

  load(part, { roles, person, whose }) {
    Object.assign(this, { part: { ...part, person }, roles, unit: person, whose });
    const shape = JSON.stringify([part, roles]);
    const fresh = shape !== this.shape;
    this.shape = shape;
    if (fresh && this.el.open) this.show();
    this.update(null);
  }

  chosen() {
    return this.part.criteria.filter((item) => this.channel.look(this.unit, item.key).given);
  }

  counts() {
    const [fewest] = this.part.limits;
    const chosen = this.chosen();
    const rated = (item) => this.roles.filter((role) => this.channel.look(role.unit, item.key).given).length;
    return [[Math.min(chosen.length, fewest), fewest], ...chosen.map((item) => [rated(item), this.roles.length])];
  }

  go(page) {
    const last = this.chosen().length;
    if (page > last) return this.fold();
    this.page = Math.max(page, 0);
    this.show();
    const [table] = this.tables;
    if (table) table.arrive();
    else this.main.querySelector("h3").focus();
    return this.main.querySelector("h3").scrollIntoView({ block: "nearest" });
  }

  show() {
    if (!this.part) return;
    this.pager.stay();
    const item = this.page ? this.chosen()[this.page - 1] : null;
    if (!item) this.page = 0;
    Object.assign(this, { tables: [], choice: null, fields: [] });
    if (item) {
      const goOn = () => this.pager.next.focus();
      const leave = (by) => by > 0 && goOn();
      this.tables = [new LineTable(this.view, item, this.roles, { leave, goOn })];
      if (item.key === this.whose.after) this.fields = [new Field(this, this.whose)];
    } else {
      this.choice = new CriteriaChoice(this.view, this.part);
      this.fields = [new Field(this, this.part.sentence)];
    }
    const typing = document.activeElement?.closest(".gop-owncriterion") && this.main.contains(document.activeElement);
    const shown = item ? this.tables[0].el : this.choice.el;
    this.main.replaceChildren(shown, ...this.fields.map((field) => field.el), this.pager.el);
    if (typing) this.main.querySelector(".gop-owncriterion input")?.focus(); // a list made anew keeps the place
    this.update(null);
  }

  update(cell) {
    if (!this.part) return;
    const chosen = this.chosen().length;
    setText(this.summary, `Optional: ${this.part.title}${chosen ? `. ${chosen} chosen` : ""}`);
    if (!this.el.open || !this.main.childElementCount) return;
    this.choice?.update();
    this.fields.forEach((field) => field.update());
    this.tables.forEach((table) => (cell === null ? table.updateAll() : table.updateCell(cell)));
    this.pager.show(this.page, this.counts());
    const rows = this.tables.flatMap((table) => table.rows);
    const whole = rows.length > 0 && rows.every((row) => row.given);
    this.pager.follow(whole, rows.every((row) => row.el.dataset.status === "saved"));
  }

  settle() {
    this.fields?.forEach((field) => field.flush());
  }
}

class DefinitionsView {
  constructor({ model, el }) {
    this.parts = [];
    this.view = new FormView(model, el, {
      title: "What success and going wrong mean to me",
      follows: ["outcome", "roles", "own_words"],
      state: (state) => this.load(state),
      cell: (cell) => this.parts.forEach((part) => part.update(cell)),
      settle: () => this.parts.forEach((part) => part.settle()),
    });
    this.view.root.classList.add("gop-definitions");
    setText(this.view.eyebrow, "");
    this.view.root.hidden = true;
  }

  load(state) {
    this.view.root.hidden = !state.open; // out of sight until it was said how a job went
    if (!this.parts.length) {
      this.parts = state.parts.map((part) => new Definition(this, part));
      this.view.body.append(...this.parts.map((part) => part.el));
    }
    this.parts.forEach((part, place) => part.load(state.parts[place], state));
  }
}

export default {
  render(context) {
    const form = new DefinitionsView(context);
    return () => (form.parts.forEach((part) => part.pager.stay()), form.view.close());
  },
};
