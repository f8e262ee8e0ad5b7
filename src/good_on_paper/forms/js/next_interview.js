// The next interview: the job, the day, whom one meets. Everything may be left empty.

const NO_DATE = "No date yet";

const [NEXT, LAST] = ["Your next interview", "Your last interview"];
const TURNS = ["add_target", "remove_target"];

class NextInterviewView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: NEXT,
      follows: ["after"],
      state: (state) => this.load(state),
      cell: () => this.update(),
      settle: () => this.texts?.forEach((field) => field.flush()),
    });
    this.view.root.classList.add("gop-interview");
    this.more = quietButton("Add another job", () => this.another());
    this.off = quietButton("Remove this job", () => this.remove());
    this.listed = h("div", { class: "gop-picks" });
    this.picks = new KeyedList(this.listed, (unit) => ({ el: this.pick(unit) }));
    this.which = h("div", { class: "gop-which", hidden: true }, this.listed, this.more, this.off);
    this.place = h("div");
    this.over = h("p", { class: "gop-hint", hidden: true });
    this.told = new Answered(h("div", {}, this.which, this.place));
    this.view.body.append(this.over, this.told.el);
  }

  get channel() {
    return this.view.channel;
  }

  load(state) {
    const other = this.unit !== state.target;
    this.state = state;
    if (other) {
      this.texts?.forEach((field) => field.flush());
      this.unit = state.target;
      this.build(state.fields);
    }
    this.told.begin(state.told);
    if (state.over) this.unsum();
    setText(this.view.eyebrow, state.over ? LAST : NEXT);
    setText(this.over, state.over);
    this.over.hidden = !state.over;
    this.showWhich();
    this.update();
    if (other) this.arriveIfFree();
  }

  // The line that summed up an interview to come says nothing of one that is over: the fields stand open instead.
  unsum() {
    const { summary, el } = this.told;
    summary.hidden = el.open = true;
  }

  // On the first step, opened with nothing said of the job, one can type at once; unless an interview waits to be told of.
  arriveIfFree() {
    const { input, stands } = this.texts[0];
    if (stands || this.state.waits || !this.view.root.closest(".gop-step-of") || document.activeElement?.closest(HOLDS_FOCUS)) return;
    const { top, bottom, height } = input.getBoundingClientRect();
    if (height && top >= 0 && bottom <= innerHeight) input.focus({ preventScroll: true });
  }

  build(specs) {
    const spec = (key) => specs.find((one) => one.key === key);
    const text = (key) => new Field(this, spec(key));
    this.day = new DateField(this, spec(KEY.TALK_ON));
    this.texts = [text("title"), text("employer"), this.day, text(KEY.MEETS_NAME)];
    const [title, employer, , name] = this.texts;
    this.none = h("button", { type: "button", class: "gop-pick", text: NO_DATE, onclick: () => this.noDate() });
    this.meets = new Choice(this, spec("meets"), { several: true });
    this.round = new Choice(this, spec(KEY.TALK_ROUND));
    this.notes = h("div", { class: "gop-notes" });
    const day = h("div", { class: "gop-day" }, this.day.el, this.none);
    const grid = h("div", { class: "gop-interviewgrid" }, title.el, employer.el, day, this.notes);
    const whom = h("div", { class: "gop-interviewgrid gop-whom" }, name.el, this.round.el);
    this.place.replaceChildren(grid, this.meets.el, whom);
  }

  noDate() {
    const none = this.day.look().given?.state === "na";
    this.day.typed = null;
    this.day.input.value = ""; // half a day too
    this.day.fresh = false;
    if (none) this.day.cell.clear();
    else this.day.cell.give({ state: "na" });
  }

  update() {
    if (!this.state) return;
    [...this.texts, this.meets, this.round].forEach((part) => part.update());
    const { given } = this.day.look();
    this.none.setAttribute("aria-pressed", String(given?.state === "na"));
    this.place.inert = this.turning; // what is typed now would go to the job one is leaving
  }

  // Whether another job in sight is under way.
  get turning() {
    return this.channel.queue.some(({ message }) => TURNS.includes(message.type) || message.item === KEY.TARGET_CHOSEN);
  }

  // A word to press for each job in sight. Its row is there before the first, so that naming it moves nothing; and a
  // button that stays is kept: one made anew under the pointer would swallow the click.
  showWhich() {
    const { targets, target } = this.state;
    const held = this.listed.contains(document.activeElement);
    this.picks.show(targets.map(([unit]) => unit));
    for (const [unit, name] of targets) {
      const button = this.picks.get(unit).el;
      setText(button, name);
      button.setAttribute("aria-pressed", String(unit === target));
    }
    this.which.dataset.jobs = targets.length;
    this.which.hidden = false;
    [this.more, this.off].forEach((button) => this.view.able(button, targets.length > 0));
    if (held && !this.listed.contains(document.activeElement)) this.listed.querySelector('[aria-pressed="true"]')?.focus();
  }

  pick(unit) {
    const choose = () => unit !== this.unit && this.choose(unit);
    return h("button", { type: "button", class: "gop-pick", onclick: choose });
  }

  choose(unit) {
    this.texts.forEach((field) => field.flush());
    this.channel.answer(this.state.person, KEY.TARGET_CHOSEN, { value: unit });
  }

  another() {
    if (!this.state.targets.length) return;
    this.texts.forEach((field) => field.flush());
    this.channel.put({ type: "add_target", unit: newUnit() }, { lane: "targets" });
  }

  remove() {
    if (!this.state.targets.length) return;
    this.texts.forEach((field) => field.flush());
    this.channel.put({ type: "remove_target", unit: this.unit }, { lane: "targets" });
  }
}

export default {
  render(context) {
    const { view } = new NextInterviewView(context);
    return () => view.close();
  },
};
