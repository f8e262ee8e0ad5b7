// A row of a list with a few facts in a line, and on demand the rest. It begins to exist with the first thing said about
// it, so an empty line leaves no trace.

class FactRow extends OwnRow {
  // noun: what a row is called; first: how many facts stand in the line; more: what opens the rest
  constructor(list, unit, specs, { noun, first = specs.length, more = "more" }) {
    super(list, unit, "Remove");
    this.noun = noun;
    this.fields = specs.map((spec) => new Field(this, spec));
    const elements = this.fields.map((field) => field.el);
    this.inLine = this.fields.slice(0, first);
    this.mark = new Mark({ unsaved: NOT_SAVED });
    const rest = h("div", { class: "gop-factrest" }, ...elements.slice(first));
    const open = first < specs.length ? new Fold(rest, { words: [more, "less"] }).button : null;
    const tools = h("div", { class: "gop-rowtools" }, this.mark.el, open, this.up, this.down, this.off);
    this.el = h("div", { class: "gop-factrow", role: "group" }, this.number, ...elements.slice(0, first), tools);
    this.el.append(this.notes, rest);
    this.el.addEventListener("keydown", (event) => this.onKey(event));
  }

  get first() {
    return this.fields[0].input;
  }

  get name() {
    return this.first.value.trim();
  }

  // Enter goes on to the next fact of the line; leaving a field sends it.
  onKey(event) {
    if (this.moveBy(event) || event.key !== "Enter") return;
    const at = this.inLine.findIndex(({ input }) => input === event.target);
    if (at < 0) return;
    event.preventDefault();
    const next = this.inLine[at + 1];
    if (next) next.input.focus();
    else this.list.after(this);
  }

  flush() {
    this.fields.forEach((field) => field.flush());
  }

  doubt(key) {
    const stands = (one) => String(this.fields.find(({ spec }) => spec.key === one)?.stands ?? "");
    const early = key === "ended" && endsBefore(stands("started"), stands("ended"));
    return early ? "It ends before it starts. Is one of the dates mistyped?" : "";
  }

  update(place, count) {
    this.fields.forEach((field) => field.update());
    const status = this.moves.some((entry) => entry.unsaved) ? "unsaved" : "";
    this.el.dataset.status = status;
    this.mark.show(status);
    this.el.setAttribute("aria-label", `${this.noun} ${place + 1} of ${count}${this.name && `: ${this.name}`}`);
    this.showPlace(place);
  }
}
