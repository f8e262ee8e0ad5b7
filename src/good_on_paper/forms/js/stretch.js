// One stretch of a day: what, how long, how far in it, dull or not, spent or wasted. It begins to exist with the
// first thing said about it, so an empty line leaves no trace.

class Stretch extends OwnRow {
  constructor(list, unit, asked) {
    super(list, unit, "Remove");
    const [what, length, absorbed, dull, margin] = Object.values(asked);
    this.what = new Field(this, what);
    this.length = new Field(this, length);
    this.absorbed = new Scale(this, absorbed);
    this.dull = new Choice(this, dull);
    this.margin = new Choice(this, margin);
    this.parts = [this.what, this.length, this.absorbed, this.dull, this.margin];
    this.mark = new Mark({ unsaved: NOT_SAVED });
    const tools = h("div", { class: "gop-rowtools" }, this.mark.el, this.up, this.down, this.off);
    const said = h("div", { class: "gop-stretchsaid" }, this.absorbed.el, this.dull.el, this.margin.el);
    this.el = h("div", { class: "gop-stretch", role: "group" }, this.number, this.what.el, this.length.el, said, tools);
    this.el.append(this.notes);
    this.el.dataset.unseen = "labels ends"; // the heading of the column says it
    this.el.addEventListener("keydown", (event) => this.onKey(event));
  }

  get first() {
    return this.what.input;
  }

  get name() {
    return this.what.input.value.trim();
  }

  get minutes() {
    return this.length.look().given?.minutes ?? 0;
  }

  get said() {
    return this.parts.some((part) => part.look().given);
  }

  onKey(event) {
    if (this.moveBy(event)) return;
    if (event.key === "Enter" && event.target === this.what.input) {
      event.preventDefault();
      this.length.input.focus(); // leaving the field sends it
    } else if (event.key === "Enter" && event.target === this.length.input) {
      event.preventDefault();
      this.list.after(this);
    }
  }

  flush() {
    this.what.flush();
    this.length.flush();
  }

  update(place, count) {
    this.parts.forEach((part) => part.update());
    const status = this.moves.some((entry) => entry.unsaved) ? "unsaved" : "";
    this.el.dataset.status = status;
    this.mark.show(status);
    this.el.setAttribute("aria-label", `Part ${place + 1} of ${count}${this.name && `: ${this.name}`}`);
    this.showPlace(place);
  }
}
