// Where neither end is best: a scale a line, empty until a level is wanted; what is frozen is only read.

const WHY =
  "On some lines neither much nor little suits best. Say which level you want: then how near each job came to " +
  "it counts, in place of how much there was. You can leave this out; looking freezes it.";
const BEGIN = "Say which level I want";
const NONE_HERE = "The lines rated so far have a better end by themselves. You can want a level of them all the same.";

class LevelsWanted {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "Where neither end is best",
      follows: ["lines", "roles", "own_words"],
      state: (state) => this.load(state),
      cell: () => this.update(),
    });
    this.list = h("div", { class: "gop-levels", id: uid("levels"), hidden: true });
    this.begin = h("button", { type: "button", class: "gop-plain", onclick: () => this.open(true) }, BEGIN);
    this.begin.setAttribute("aria-controls", this.list.id);
    this.begin.setAttribute("aria-expanded", "false");
    this.rest = h("div", { class: "gop-levels", id: uid("rest"), hidden: true });
    this.more = h("button", { type: "button", class: "gop-quiet", onclick: () => this.fold(this.rest.hidden) });
    this.more.setAttribute("aria-controls", this.rest.id);
    this.why = h("p", { class: "gop-hint gop-levelswhy" });
    this.view.root.classList.add("gop-wanted");
    const heading = h("h3", { class: "gop-ask", text: "Where neither end is best" });
    this.view.body.append(heading, this.why, this.begin, this.list, this.more, this.rest);
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
    this.begin.hidden = this.more.hidden = this.rest.hidden = true;
    this.list.hidden = false;
    setText(this.why, `Frozen at your first look on ${frozen}.`);
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
    this.fold(!this.rest.hidden && others.length > 0);
    this.open(!this.list.hidden || this.scales.some((scale) => scale.look().given));
  }

  // Optional, so it stands in the way only of whoever asks for it; what was said stays in sight.
  open(open) {
    const pressed = this.begin === document.activeElement;
    this.list.hidden = !open;
    this.begin.hidden = open || !this.scales.length;
    this.more.hidden = !open || !this.others.length;
    if (open && pressed) this.scales[0].focus(0);
  }

  fold(open) {
    this.rest.hidden = !open;
    this.more.setAttribute("aria-expanded", String(open));
    const many = this.others.length === 1 ? "the other line" : `the other ${this.others.length} lines`;
    setText(this.more, open ? "Hide the other lines" : `A level for ${many}`);
  }

  update() {
    if (!this.scales) return;
    this.scales.forEach((scale) => scale.update());
    if (this.frozen || !this.scales.length) {
      setText(this.view.eyebrow, "");
      return;
    }
    const said = this.scales.filter((scale) => scale.look().given).length;
    setText(this.view.eyebrow, said ? `${said === 1 ? "1 level" : `${said} levels`} wanted` : "No level wanted so far");
    if (said && this.list.hidden) this.open(true);
    const open = this.others.some((scale) => scale.look().given);
    if (open && this.rest.hidden && !this.opened) {
      this.opened = true; // what was said stays in sight
      this.fold(true);
    }
  }
}

export default {
  render(context) {
    const form = new LevelsWanted(context);
    return () => form.close();
  },
};
