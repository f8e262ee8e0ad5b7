// Six lines of two jobs: one line open at a time; when both jobs have an answer it folds to what was said.

const AT_FIRST = "What they were like";
const MOVE_ON = 350; // long enough to see what was pressed

class SightLine {
  constructor(form, line, place) {
    Object.assign(this, { form, line, place });
    const id = uid("sight");
    this.said = h("span", { class: "gop-saidof" });
    const name = h("span", { class: "gop-sightname", text: line.ask });
    this.head = h("button", { type: "button", class: "gop-sighthead", "aria-controls": id }, name, this.said);
    this.head.addEventListener("click", () => form.open(this.place, true));
    this.inside = h("div", { id, class: "gop-sightbody" });
    this.el = h("section", { class: "gop-sight" }, h("h4", {}, this.head), this.inside);
  }

  build(roles) {
    this.table = new LineTable(this.form.view, this.line, roles, {
      heading: "h5",
      leave: (by) => this.form.open(this.place + by, true),
    });
    this.inside.replaceChildren(this.table.el);
  }

  get whole() {
    return this.table.rows.every((row) => row.given);
  }

  update() {
    this.table.updateAll();
    const words = this.table.rows.map((row) => {
      const mark = { unsaved: " NOT SAVED", refused: " to look at" }[row.el.dataset.status] ?? "";
      return row.given ? `${row.role.name} ${inWords(row.given)}${mark}` : "";
    });
    setText(this.said, words.filter(Boolean).join(" · "));
  }

  show(open) {
    this.el.toggleAttribute("data-open", open);
    this.head.setAttribute("aria-expanded", String(open));
    this.inside.hidden = !open;
  }
}

class FirstSightView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: AT_FIRST,
      state: (state) => this.load(state),
      cell: (cell) => this.changed(cell),
    });
    this.view.root.classList.add("gop-firstsight");
    this.heading = h("h3", { class: "gop-ask", tabindex: "-1", text: AT_FIRST });
    this.hint = h("p", { class: "gop-hint" });
    this.list = h("div", { class: "gop-sights" });
    this.view.body.append(this.heading, this.hint, this.list);
  }

  load(state) {
    const shape = JSON.stringify([state.lines, state.roles]);
    this.state = state;
    setText(this.hint, this.sentence());
    if (shape === this.shape) return this.update();
    this.shape = shape;
    this.lines = state.roles.length ? state.lines.map((line, place) => new SightLine(this, line, place)) : [];
    this.lines.forEach((line) => line.build(state.roles));
    this.list.replaceChildren(...this.lines.map((line) => line.el));
    this.update();
    const first = this.lines.findIndex((line) => !line.whole);
    this.open(first, false);
    return undefined;
  }

  sentence() {
    const { roles, drawn } = this.state;
    if (!roles.length) return "No job was named on the page before. You can go on without.";
    const amounts = "Say how much of it there was, not whether it was good. Leave out any.";
    const extra = drawn.length ? ` Drawn at random: ${drawn.join("; ")}.` : "";
    return `${roles.map((role) => role.name).join(" and ")}, side by side. ${amounts}${extra}`;
  }

  changed(cell) {
    if (!this.lines) return;
    this.update();
    const line = this.lines[this.at];
    const inside = cell && line && cell.endsWith(` ${line.line.key}`);
    if (line && !line.whole) clearTimeout(this.moving);
    if (inside && line.whole && !this.wasWhole) {
      const within = line.el.contains(document.activeElement);
      this.moving = setTimeout(() => this.open(this.next(), within), MOVE_ON);
    }
    this.wasWhole = line?.whole;
  }

  // The next line that is not whole, from the one that was open on; none when all are.
  next() {
    const { length } = this.lines;
    const order = this.lines.map((_, place) => (this.at + 1 + place) % length);
    return order.find((place) => !this.lines[place].whole) ?? length;
  }

  update() {
    for (const line of this.lines) line.update();
  }

  open(place, focus) {
    clearTimeout(this.moving);
    if (place < 0 && focus) return;
    this.at = place;
    this.lines.forEach((line) => line.show(line.place === place));
    const line = this.lines[place];
    this.wasWhole = line?.whole;
    if (!focus) return;
    if (line) {
      line.table.focusFirst();
      line.el.scrollIntoView({ block: "nearest" });
    } else this.leave();
  }

  // After the last line: on to what follows the form, where the page has it.
  leave() {
    const next = this.view.root.dispatchEvent(new CustomEvent("gop-done", { bubbles: true, cancelable: true }));
    if (next) this.lines.at(-1)?.head.focus();
  }
}

export default {
  render(context) {
    const form = new FirstSightView(context);
    return () => (clearTimeout(form.moving), form.view.close());
  },
};
