// One stretch of a day: what, how long, how far in it, dull or not, spent or wasted. It begins to exist with the
// first thing said about it, so an empty line leaves no trace.

class Stretch {
  constructor(day, unit, asked) {
    Object.assign(this, { day, unit, lane: unit, view: day.view });
    const [what, length, absorbed, dull, margin] = Object.values(asked);
    this.notes = h("div", { class: "gop-notes" });
    this.what = new Field(this, what);
    this.length = new Field(this, length);
    this.absorbed = new Scale(this, absorbed);
    this.dull = new Choice(this, dull);
    this.margin = new Choice(this, margin);
    this.parts = [this.what, this.length, this.absorbed, this.dull, this.margin];
    this.number = h("span", { class: "gop-place" });
    this.up = iconButton("↑", "Move up", () => day.move(this, -1));
    this.down = iconButton("↓", "Move down", () => day.move(this, 1));
    this.off = iconButton("×", "Take off", () => day.remove(this));
    this.mark = new Mark({ unsaved: NOT_SAVED });
    const tools = h("div", { class: "gop-rowtools" }, this.mark.el, this.up, this.down, this.off);
    const said = h("div", { class: "gop-stretchsaid" }, this.absorbed.el, this.dull.el, this.margin.el);
    this.el = h("div", { class: "gop-stretch", role: "group" }, this.number, this.what.el, this.length.el, said, tools);
    this.el.append(this.notes);
    this.el.dataset.unseen = "labels ends"; // the heading of the column says it
    this.el.addEventListener("keydown", (event) => this.onKey(event));
  }

  exist() {
    this.day.begin(this);
  }

  touched() {
    this.day.forgetNotice();
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
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by && event.altKey) {
      event.preventDefault();
      this.day.move(this, by);
    } else if (event.key === "Enter" && event.target === this.what.input) {
      event.preventDefault();
      this.length.input.focus(); // leaving the field sends it
    } else if (event.key === "Enter" && event.target === this.length.input) {
      event.preventDefault();
      this.day.after(this);
    }
  }

  flush() {
    this.what.flush();
    this.length.flush();
  }

  update(place, count, listed) {
    this.parts.forEach((part) => part.update());
    const moves = this.view.channel.queue.filter((entry) => entry.lane === this.unit && !entry.cell);
    const status = moves.some((entry) => entry.unsaved) ? "unsaved" : "";
    this.el.dataset.status = status;
    this.mark.show(status);
    setText(this.number, String(place + 1));
    this.el.setAttribute("aria-label", `Stretch ${place + 1} of ${count}${this.name && `: ${this.name}`}`);
    this.view.able(this.up, listed && place > 0);
    this.view.able(this.down, listed && place < count - 1);
  }
}
