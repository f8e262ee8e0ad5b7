// Six lines of two jobs: one is asked at a time, always in the same place; below it all of them, with what was said.

const MOVE_ON = 350; // long enough to see what was pressed
const COUNTS = ["None", "One", "Two", "Three", "Four", "Five", "Six"];

class SightLine {
  constructor(form, line, place) {
    Object.assign(this, { form, line, place });
    const name = h("span", { class: "gop-sightname", text: line.ask });
    const drawn = line.drawn ? h("span", { class: "gop-drawn", text: "added at random" }) : null;
    this.said = h("span", { class: "gop-saidof" });
    this.head = h("button", { type: "button", class: "gop-sighthead" }, h("span", {}, name, " ", drawn), " ", this.said);
    this.head.addEventListener("click", () => form.open(this.place, true));
    this.el = h("li", { class: "gop-sight" }, this.head);
  }

  build(roles) {
    this.table = new LineTable(this.form.view, this.line, roles, {
      heading: "h4",
      leave: (by) => this.form.open(this.place + by, true, by),
      goOn: () => this.form.open(this.form.next(), true),
    });
  }

  get whole() {
    return this.table.whole;
  }

  update() {
    this.table.updateAll();
    const words = this.table.rows.map((row) => {
      const { given } = row;
      const mark = { unsaved: ` ${NOT_SAVED}`, refused: " to check" }[row.el.dataset.status] ?? "";
      const sure = given?.memory ? ` (${MEMORY.find((one) => one.memory === given.memory).text})` : "";
      return given ? `${row.role.name} ${inWords(given)}${sure}${mark}` : "";
    });
    setText(this.said, words.filter(Boolean).join(" · "));
  }

  show(open) {
    this.el.toggleAttribute("data-open", open);
    if (open) this.head.setAttribute("aria-current", "true");
    else this.head.removeAttribute("aria-current");
  }
}

class FirstSightView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "What they were like",
      state: (state) => this.load(state),
      cell: (cell) => this.changed(cell),
    });
    this.view.root.classList.add("gop-firstsight");
    this.heading = h("h3", { class: "gop-ask", tabindex: "-1" });
    this.hint = h("p", { class: "gop-hint" });
    this.stage = h("div", { class: "gop-stage" });
    this.list = h("ol", { class: "gop-sights", "aria-label": "All questions" });
    this.note = h("p", { class: "gop-hint gop-sightnote" });
    this.view.body.append(this.heading, this.hint, this.stage, this.list, this.note);
    this.view.root.addEventListener("gop-arrive", (event) => this.arrive(event));
  }

  // One has come to this step: the first job not answered yet has the focus, since the keys answer.
  arrive(event) {
    if (!this.lines?.[this.at] || this.lines[this.at].whole) return;
    event.preventDefault();
    this.open(this.at, true);
  }

  load(state) {
    const shape = JSON.stringify([state.lines, state.roles]);
    this.state = state;
    this.showWords();
    if (shape === this.shape) return this.update();
    this.shape = shape;
    this.lines = state.roles.length ? state.lines.map((line, place) => new SightLine(this, line, place)) : [];
    this.lines.forEach((line) => line.build(state.roles));
    this.list.replaceChildren(...this.lines.map((line) => line.el));
    this.update();
    const first = this.lines.findIndex((line) => !line.whole);
    if (!this.lines.length) return this.stage.replaceChildren();
    this.open(Math.max(first, 0), false);
    return this.lines[this.at].table.arriveIfFree();
  }

  showWords() {
    const { roles, lines } = this.state;
    const [one, two] = roles.map((role) => role.name);
    const drawn = lines.filter((line) => line.drawn).length;
    setText(this.heading, two ? "What they were like" : "What it was like");
    const amounts = "Rate how much of each there was, not whether that was good. Skip any you like. The keys 1 to 7 answer for the job with the dashed frame.";
    const none = "You did not add a job in the step before. You can go on without one.";
    setText(this.hint, one ? `${two ? `“${one}” and “${two}”, side by side.` : `“${one}”, one question at a time.`} ${amounts}` : none);
    const why = `${COUNTS[drawn]} ${drawn === 1 ? "was" : "were"} added at random, to cover what you might not have thought of.`;
    setText(this.note, `Click a question to change your answer or to say how sure you are.${drawn ? ` ${why}` : ""}`);
    this.stage.hidden = this.list.hidden = this.note.hidden = !one;
  }

  changed(cell) {
    if (!this.lines) return;
    this.update();
    const line = this.lines[this.at];
    const inside = cell && line && cell.endsWith(` ${line.line.key}`);
    if (line && !line.whole) clearTimeout(this.moving);
    if (inside && line.whole && !this.wasWhole) {
      const within = this.stage.contains(document.activeElement);
      this.moving = setTimeout(() => this.open(this.next(), within), MOVE_ON);
    }
    this.wasWhole = line?.whole;
  }

  // The next line that is not whole, from the one that was open on; none when all are.
  next() {
    const here = this.lines[this.at];
    const next = nextOpen(here, this.lines, (line) => !line.whole) ?? (here.whole ? null : here);
    return next?.place ?? this.lines.length;
  }

  update() {
    for (const line of this.lines) line.update();
  }

  open(place, focus, by = 1) {
    clearTimeout(this.moving);
    if (place < 0) return;
    const line = this.lines[place];
    if (line) this.bring(line);
    if (!focus) return;
    if (line) {
      line.table.focusFirst(by);
      this.view.say(line.line.ask); // the focus stands in a row: it names the job, not what is asked
    } else this.leave();
  }

  bring(line) {
    const other = this.at !== line.place;
    this.at = line.place;
    this.wasWhole = line.whole;
    this.lines.forEach((one) => one.show(one === line));
    if (!other && line.table.el.isConnected) return;
    this.stage.replaceChildren(line.table.el);
    restAfterChange(this.stage);
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
