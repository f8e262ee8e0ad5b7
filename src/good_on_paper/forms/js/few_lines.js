// A few lines to fill, on demand: a button at first, the lines once it is pressed or something was said.

class FewLines {
  // spec: title, offer (a sentence), open and again (what the button says before and after), follows, rows(state): the rows to show, or none where
  // there is nothing to ask
  constructor({ model, el }, spec) {
    this.spec = spec;
    this.view = new FormView(model, el, {
      title: spec.title,
      follows: spec.follows,
      state: (state) => this.load(state),
      cell: () => this.update(),
      settle: () => this.rows?.forEach((row) => row.flush()),
    });
    this.main = h("div", { class: "gop-fewlines" });
    this.view.body.append(this.main);
  }

  load(state) {
    const shape = JSON.stringify({ ...state, cells: null, upto: null, steps: null });
    if (shape !== this.shape) {
      this.shape = shape;
      this.rows = this.spec.rows(this.view, state);
      this.isOpen = this.view.channel.place.open;
      this.view.root.firstElementChild.hidden = !this.rows.length;
      this.main.replaceChildren(...(this.isOpen ? this.rows.map((row) => row.el) : this.offer()));
    }
    this.update();
  }

  offer() {
    const open = () => {
      this.view.channel.place.open = true;
      this.main.replaceChildren(...this.rows.map((row) => row.el));
      this.rows[0].focus();
    };
    const said = this.rows.filter((row) => row.said).length;
    const hint = h("p", { class: "gop-hint", text: said ? "" : this.spec.offer, hidden: said > 0 });
    return [hint, h("div", { class: "gop-actions" }, plainButton(said ? this.spec.again : this.spec.open, open))];
  }

  update() {
    this.rows?.forEach((row) => row.update());
  }
}

// One line to type in, and what can be pressed beside it.
class LineRow {
  constructor(view, unit, spec, { heading, choice } = {}) {
    Object.assign(this, { view, unit });
    this.notes = h("div", { class: "gop-notes" });
    this.field = new Field(this, spec);
    this.choice = choice ? new Choice(this, choice) : null;
    if (choice) this.choice.el.dataset.unseen = "labels";
    const name = heading ? h("p", { class: "gop-gapname", text: heading }) : null;
    const line = h("div", { class: "gop-fewline" }, this.field.el, this.choice?.el);
    const group = heading ? { role: "group", "aria-label": heading } : {};
    this.el = h("div", { class: "gop-fewrow", ...group }, name, line, this.notes);
  }

  get said() {
    return [this.field, this.choice].some((part) => part?.look().given);
  }

  focus() {
    this.field.input.focus();
  }

  flush() {
    this.field.flush();
  }

  update() {
    this.field.update();
    this.choice?.update();
  }
}
