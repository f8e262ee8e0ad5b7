// Where neither end is best: a fold with a scale a line, empty until one is wanted; after a look it is only read.

const TITLE = "Things you want in moderation, neither too much nor too little";
const WHY =
  "You can have too much of some things, and too little. If so, say how much you want. We then compare your jobs by how " +
  "close they came. You can skip this. It only counts if you say it before you say how a job went.";
const LATE =
  "You can have too much of some things, and too little. If so, say how much you want. You have already said how a job " +
  "went, so this only draws a line in the chart. You can skip it. Once you look, you can no longer change it.";
const NONE_HERE = "On the questions you have rated so far, one end is plainly the nicer one. You can still say how much you want.";

class LevelsWanted {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: TITLE,
      follows: ["lines", "roles", "own_words", "outcome", "definitions"],
      state: (state) => this.load(state),
      cell: () => this.update(),
    });
    this.list = h("div", { class: "gop-levels" });
    this.rest = h("div", { class: "gop-levels" });
    this.more = new Fold(this.rest);
    const scales = (el) => new KeyedList(el, (spec) => new Scale(this, spec), ({ key }) => key);
    [this.first, this.others] = [scales(this.list), scales(this.rest)];
    this.why = h("p", { class: "gop-hint gop-levelswhy" });
    this.summary = h("summary");
    this.fold = h("details", { class: "gop-levelsfold" }, this.summary, this.why, this.list, this.more.button, this.rest);
    this.view.root.classList.add("gop-wanted");
    setText(this.view.eyebrow, "");
    this.view.body.append(this.fold);
    // the first look is taken beside this form, and freezes it
    this.looked = () => model.send({ type: "refresh" });
    document.addEventListener("good-on-paper-looked", this.looked);
  }

  close() {
    document.removeEventListener("good-on-paper-looked", this.looked);
    this.view.close();
  }

  load(state) {
    this.unit = state.person;
    // nothing to want a level of, or none was wanted in time: then this is not there at all
    this.view.root.hidden = !(state.frozen ? state.levels : state.lines).length;
    this.frozen = state.frozen;
    const shape = JSON.stringify([state.lines, state.frozen, state.levels, state.late]);
    if (shape !== this.shape) {
      this.shape = shape;
      if (state.frozen) this.showFrozen(state);
      else this.ask(state);
    }
    this.update();
  }

  showFrozen({ frozen, levels }) {
    this.first.show([]);
    this.others.show([]);
    this.more.button.hidden = this.rest.hidden = true;
    setText(this.summary, "How much you wanted, as you said before you looked");
    setText(this.why, `You first looked on ${frozen}, so you can no longer change this.`);
    this.list.replaceChildren(...levels.map(([label, level]) => h("p", { text: `${label}: ${level}` })));
  }

  ask({ lines, late }) {
    const why = late ? LATE : WHY;
    const [first, others] = [true, false].map((want) => lines.filter((line) => line.first === want));
    this.first.show(first);
    this.others.show(others);
    setText(this.why, first.length ? why : `${why} ${NONE_HERE}`);
    const many = others.length === 1 ? "the other question" : `the other ${others.length} questions`;
    this.more.tell([`Show ${many}`, "Hide the other questions"]);
    this.more.button.hidden = !others.length;
    this.more.turn(this.more.isOpen && others.length > 0);
  }

  get scales() {
    return [...this.first.rows, ...this.others.rows];
  }

  update() {
    this.scales.forEach((scale) => scale.update());
    if (!this.unit || this.frozen) return;
    const said = this.scales.filter((scale) => scale.look().given).length;
    const told = said ? `. You set ${said}` : "";
    setText(this.summary, `Optional: ${TITLE.toLowerCase()}${told}`);
    const open = this.others.rows.some((scale) => scale.look().given);
    if (open && !this.more.isOpen && !this.opened) {
      this.opened = true; // what was said is in sight once the fold is open
      this.more.turn(true);
    }
  }
}

export default {
  render(context) {
    const form = new LevelsWanted(context);
    return () => form.close();
  },
};
