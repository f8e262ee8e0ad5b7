// One episode of a job: what it was, when, and on demand its story. It begins to exist with the first thing said about
// it, so an empty line leaves no trace.

class Episode extends OwnRow {
  constructor(list, unit, specs) {
    super(list, unit, "Remove");
    this.fields = specs.map((spec) => new Field(this, spec));
    const [title, started, ...story] = this.fields;
    Object.assign(this, { title, started });
    this.mark = new Mark({ unsaved: NOT_SAVED });
    const rest = h("div", { class: "gop-story" }, ...story.map((field) => field.el));
    this.more = new Fold(rest, { words: ["tell it", "less"] });
    const tools = h("div", { class: "gop-rowtools" }, this.mark.el, this.more.button, this.up, this.down, this.off);
    this.el = h("div", { class: "gop-episode", role: "group" }, this.number, title.el, started.el, tools);
    this.el.append(this.notes, rest);
    this.el.addEventListener("keydown", (event) => this.onKey(event));
  }

  get first() {
    return this.title.input;
  }

  get name() {
    return this.title.input.value.trim();
  }

  onKey(event) {
    if (this.moveBy(event) || event.key !== "Enter") return;
    if (event.target === this.title.input) {
      event.preventDefault();
      this.started.input.focus(); // leaving the field sends it
    } else if (event.target === this.started.input) {
      event.preventDefault();
      this.list.after(this);
    }
  }

  flush() {
    this.fields.forEach((field) => field.flush());
  }

  update(place, count) {
    this.fields.forEach((field) => field.update());
    const status = this.moves.some((entry) => entry.unsaved) ? "unsaved" : "";
    this.el.dataset.status = status;
    this.mark.show(status);
    this.el.setAttribute("aria-label", `Episode ${place + 1} of ${count}${this.name && `: ${this.name}`}`);
    this.showPlace(place);
  }
}
