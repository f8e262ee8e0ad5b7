// Where neither end is best: a fold with a scale a line, empty until one is wanted; after a look it is only read.

const TITLE = "Where neither much nor little is best";
const WHY =
  "Of some things one can have too much and too little. If that is so for you, say how much you want: your jobs are " +
  "then compared by how near they came to it. You can leave this out. After you have looked it stays as it is.";
const NONE_HERE = "On the lines rated so far one end is plainly the nicer one. You can say how much you want all the same.";

class LevelsWanted {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: TITLE,
      follows: ["lines", "roles", "own_words"],
      state: (state) => this.load(state),
      cell: () => this.update(),
    });
    this.list = h("div", { class: "gop-levels" });
    this.rest = h("div", { class: "gop-levels", id: uid("rest"), hidden: true });
    this.more = h("button", { type: "button", class: "gop-quiet", onclick: () => this.unfold(this.rest.hidden) });
    this.more.setAttribute("aria-controls", this.rest.id);
    this.why = h("p", { class: "gop-hint gop-levelswhy" });
    this.summary = h("summary");
    this.fold = h("details", { class: "gop-levelsfold" }, this.summary, this.why, this.list, this.more, this.rest);
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

  get channel() {
    return this.view.channel;
  }

  load(state) {
    this.unit = state.person;
    // nothing to want a level of, or none was wanted in time: then this is not there at all
    this.view.root.hidden = !(state.frozen ? state.levels : state.lines).length;
    this.frozen = state.frozen;
    const shape = JSON.stringify([state.lines, state.frozen, state.levels]);
    if (shape !== this.shape) {
      this.shape = shape;
      if (state.frozen) this.showFrozen(state);
      else this.ask(state.lines);
    }
    this.update();
  }

  showFrozen({ frozen, levels }) {
    this.scales = this.others = [];
    this.more.hidden = this.rest.hidden = true;
    setText(this.summary, "How much you wanted, said before you looked");
    setText(this.why, `You first looked on ${frozen}; this stays as you said it before.`);
    this.list.replaceChildren(...levels.map(([label, level]) => h("p", { text: `${label}: ${level}` })));
  }

  ask(lines) {
    const made = new Map((this.scales ?? []).map((scale) => [JSON.stringify(scale.spec), scale]));
    const of = (spec) => made.get(JSON.stringify(spec)) ?? new Scale(this, spec);
    const [first, others] = [true, false].map((want) => lines.filter((line) => line.first === want).map(of));
    this.scales = [...first, ...others];
    setText(this.why, first.length ? WHY : `${WHY} ${NONE_HERE}`);
    this.list.replaceChildren(...first.map((scale) => scale.el));
    this.rest.replaceChildren(...others.map((scale) => scale.el));
    this.others = others;
    this.more.hidden = !others.length;
    this.unfold(!this.rest.hidden && others.length > 0);
  }

  unfold(open) {
    this.rest.hidden = !open;
    this.more.setAttribute("aria-expanded", String(open));
    const many = this.others.length === 1 ? "the other line" : `the other ${this.others.length} lines`;
    setText(this.more, open ? "Hide the other lines" : `Also for ${many}`);
  }

  update() {
    if (!this.scales) return;
    this.scales.forEach((scale) => scale.update());
    if (this.frozen) return;
    const said = this.scales.filter((scale) => scale.look().given).length;
    const told = said ? `. ${said === 1 ? "1 is" : `${said} are`} said` : "";
    setText(this.summary, `Optional, before you look: ${TITLE.toLowerCase()}${told}`);
    const open = this.others.some((scale) => scale.look().given);
    if (open && this.rest.hidden && !this.opened) {
      this.opened = true; // what was said is in sight once the fold is open
      this.unfold(true);
    }
  }
}

export default {
  render(context) {
    const form = new LevelsWanted(context);
    return () => form.close();
  },
};
