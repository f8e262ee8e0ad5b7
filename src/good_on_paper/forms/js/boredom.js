// When it got dull: a part a job, three answers in it, the rest in a fold. Everything may be left empty.

const WHEN = "It got dull";
const EXAMPLE = "after half a year";
const WORST = "At its worst";
const LEAST = "At its least interesting"; // where it has not got dull
const NOW = { dull_end: "How dull it is now" }; // of a job that goes on
const MEANS = "What got you through the day?";
const MEANS_HINT = "Only what you tried there; skip the rest.";

// A length; what was pressed in its place is not shown as text.
class LengthField extends Field {
  look() {
    const look = super.look();
    return look.given && this.owner.instead(look.given.value) ? { ...look, given: null, status: "" } : look;
  }
}

// What can stand in place of a length: the same answer, so one note below it is enough.
class Instead extends Choice {
  constructor(job, spec) {
    super(job, spec);
    this.cell.lane = job.unit; // as the length's, which it takes the place of
    this.el.dataset.unseen = "labels";
  }

  press(value) {
    this.owner.forget();
    super.press(value);
  }

  update() {
    super.update();
    this.cell.note?.remove();
  }
}

// What was tried: helped or not, and how much where that is asked for.
class Means {
  constructor(job, spec) {
    Object.assign(this, { job });
    this.choice = new Choice(job, spec);
    this.much = new Scale(job, spec.much);
    this.open = quietButton("how much?", () => this.unfold());
    this.open.setAttribute("aria-label", `${spec.label}: how much did it help?`);
    this.el = h("div", { class: "gop-tried" }, this.choice.el, this.open, this.much.el);
    this.much.el.hidden = true;
    this.much.el.dataset.unseen = "labels";
    const set = this.much.el.querySelector('[role="radiogroup"]');
    set.removeAttribute("aria-labelledby"); // there may be several of them in a job
    set.setAttribute("aria-label", `${spec.label}: how much`);
  }

  unfold() {
    this.much.el.hidden = false;
    this.update();
    this.much.focus(this.much.at);
  }

  update() {
    this.choice.update();
    this.much.update();
    const helped = this.choice.chosen.includes("helped");
    if (helped && this.much.look().given) this.much.el.hidden = false;
    if (!helped) this.much.el.hidden = true;
    this.open.hidden = !helped || !this.much.el.hidden;
  }
}

class DullJob {
  constructor(list, role, specs) {
    Object.assign(this, { list, role, specs, unit: role.unit, view: list.view, parts: [], seen: false });
    const [set, worst, because] = specs.first;
    const options = role.instead.map((key) => [key, specs.instead[key]]);
    this.length = new LengthField(this, { ...set, label: WHEN, hint: EXAMPLE });
    this.replaced = new Instead(this, { ...set, label: "instead of a length of time", options });
    this.notes = h("div", { class: "gop-notes" });
    this.when = h("div", { class: "gop-when-set" }, this.length.el, this.replaced.el);
    this.deep = new Scale(this, { ...worst, label: WORST });
    this.why = new Choice(this, { ...because, label: "Because there was" }, { several: true });
    this.rest = h("div", { class: "gop-dullmore" });
    this.more = new Fold(this.rest, { words: ["more about it", "less"], first: () => this.build() });
    this.after = h("div", {}, this.deep.el, this.why.el, this.more.button, this.rest);
    const name = h("span", { class: "gop-name", id: uid("who"), text: role.name });
    const who = h("div", { class: "gop-who" }, name, h("span", { class: "gop-detail", text: role.detail }));
    const said = h("div", { class: "gop-dullsaid" }, this.when, this.notes, this.after);
    this.el = h("section", { class: "gop-dull", "aria-labelledby": name.id }, who, said);
    for (const type of ["pointerdown", "focusin"]) this.el.addEventListener(type, () => (this.seen = true));
    this.parts = [this.length, this.replaced, this.deep, this.why];
  }

  instead(value) {
    return value in this.specs.instead;
  }

  // What was typed and not yet sent is given up for what was pressed.
  forget() {
    clearTimeout(this.length.timer);
    this.length.typed = null;
    this.length.fresh = false;
    this.length.input.value = "";
  }

  flush() {
    this.parts.forEach((part) => part.flush?.());
  }

  build() {
    const part = (spec) => {
      if (spec.kind === "rating") return new Scale(this, spec);
      if (spec.kind === "choice") return new Choice(this, spec, { several: spec.several });
      return new Field(this, spec);
    };
    const asked = ({ key }) => key !== this.specs.ended || !this.role.goes_on;
    const now = (spec) => (this.role.goes_on && NOW[spec.key] ? { ...spec, label: NOW[spec.key] } : spec);
    const more = this.specs.more.filter(asked).map(now).map(part);
    const means = this.specs.means.map((spec) => new Means(this, spec));
    const heading = h("h4", { class: "gop-meanshead", text: MEANS });
    const hint = h("p", { class: "gop-hint", text: MEANS_HINT });
    const all = h("div", { class: "gop-means" }, ...means.map((one) => one.el));
    this.dull = h("div", {}, ...more.filter((one) => one.spec.key !== this.specs.ended).map((one) => one.el));
    this.helped = h("div", {}, heading, hint, all);
    const ended = more.filter((one) => one.spec.key === this.specs.ended).map((one) => one.el);
    this.rest.append(this.dull, ...ended, this.helped);
    this.parts.push(...more, ...means);
    this.update();
  }

  // Where it never got dull there is nothing to say about how; what was said stays in sight.
  update() {
    this.parts.forEach((part) => part.update());
    const never = ["not_before_i_left", "still_not"].includes(this.length.cell.value);
    const asked = [...this.specs.first.slice(1), ...this.specs.more, ...this.specs.means];
    const keys = asked.map((spec) => spec.key).filter((key) => key !== this.specs.ended);
    this.deep.name(never ? LEAST : WORST);
    const none = never && !keys.some((key) => this.view.channel.look(this.unit, key).given);
    const about = [this.deep.el, this.why.el, this.dull, this.helped];
    for (const part of about.filter(Boolean)) {
      const stays = none && this.seen && !part.hidden;
      part.classList.toggle("gop-keepsroom", stays);
      part.hidden = none && !stays;
    }
    this.more.button.hidden = none && this.role.goes_on;
    if (none && this.role.goes_on && this.more.isOpen) this.more.turn(false);
  }
}

class BoredomView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "When it got dull",
      follows: ["roles", "two_jobs"],
      state: (state) => this.load(state),
      cell: (cell) => this.changed(cell),
      settle: () => this.jobs.rows.forEach((job) => job.flush()),
    });
    this.list = h("div", { class: "gop-dulls" });
    this.none = h("div", { hidden: true }, noJobsHint());
    this.jobs = new KeyedList(this.list, (spec, before) => this.job(spec, before), ({ role }) => role.unit);
    this.answered = new Answered(this.list);
    this.view.body.append(this.answered.el, this.none);
  }

  load(state) {
    const { roles, first, more, means, ended, instead } = state;
    this.state = state;
    this.jobs.show(roles.map((role) => ({ role, asked: { first, more, means, ended, instead } })));
    this.none.hidden = roles.length > 0;
    this.changed(null);
    const all = roles.length > 0 && this.said === roles.length;
    this.answered.begin(all ? "Your answers, to look at or change" : "");
  }

  // What was open before stays so.
  job({ role, asked }, before) {
    before?.flush();
    const job = new DullJob(this, role, asked);
    if (before?.more.isOpen) job.more.turn(true);
    return job;
  }

  changed(cell) {
    if (!this.state) return;
    if (cell) this.jobs.get(cell.split(" ")[0])?.update();
    else this.jobs.rows.forEach((job) => job.update());
    const total = this.state.roles.length;
    setText(this.view.eyebrow, total ? `Answered for ${this.said} of ${jobs(total)}` : "");
  }

  get said() {
    const key = this.state.first[0].key;
    return this.state.roles.filter((role) => this.view.channel.look(role.unit, key).given).length;
  }
}

export default {
  render(context) {
    const { view } = new BoredomView(context);
    return () => view.close();
  },
};
