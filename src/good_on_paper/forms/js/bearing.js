// What you can bear: a row a worry, three words to press; what lies beneath opens where it is asked for.

const ASK = "Could you put up with it?";
const HINT =
  "This is about you, as you are now. There is no right answer, and no score. " +
  "Skip what you would rather not think about.";
const NEVER_HINT = "After “for a while” or “no” you can add “won’t have again”: then we give you a question about it for your next interview.";
const OTHERWISE = "Was it easier or harder in some of these jobs?";
const OTHERWISE_HINT = "Only where it differed from what you said above: could you put up with it there?";
const THERE = "how often it was there";
const SPANS = "for how long?";
const LETTERS = { f: "fine", w: "while", n: "no" };
const WELL = { low: "not at all", high: "easily" };

class WorryRow {
  constructor(list, worry, state) {
    Object.assign(this, { list, worry, roles: state.roles, view: list.view, spans: [], there: [], apart: [] });
    this.you = { view: list.view, unit: state.person };
    const { revision, label } = worry;
    const spec = { key: worry.bears, label, options: worry.options, revision };
    this.choice = new RowChoice(this.you, spec, { letters: LETTERS, row: this, rows: () => list.rows });
    const words = (one) => (one.value ? "won’t have again" : "nothing");
    this.notAgain = new Cell(this.you, worry.not_again, { asked: { revision }, words });
    this.never = h("button", { type: "button", class: "gop-pick gop-never", text: "won’t have again" });
    this.never.setAttribute("aria-label", `${label}: won’t have again`);
    this.never.addEventListener("click", () => this.notAgain.press(true));
    this.long = h("div", { class: "gop-spans", hidden: true });
    const turned = () => this.update();
    this.inJobs = h("div", { class: "gop-injobs" });
    const otherwise = { words: [OTHERWISE, "hide this"], about: label, first: () => this.askApart(), turned };
    this.otherwise = new Fold(this.inJobs, otherwise);
    this.often = h("div", {});
    this.below = h("div", { class: "gop-there" }, this.often, this.otherwise.button, this.inJobs);
    this.more = new Fold(this.below, { words: [THERE, "less"], about: label, first: () => this.askThere(), turned });
    this.more.button.hidden = !state.roles.length;
    this.forHow = quietButton(SPANS, () => this.askSpans(), { "aria-label": `${label}: ${SPANS}`, "aria-expanded": "false" });
    const tools = h("div", { class: "gop-worrytools" }, this.forHow, this.more.button);
    const line = h("div", { class: "gop-worryline" }, this.choice.el, this.never, tools);
    this.el = h("div", { class: "gop-worry", role: "group", "aria-label": label }, line, this.long, this.below);
  }

  // A control a job, of which only the label and the unit differ.
  eachJob(control, spec) {
    const named = ({ name, detail }) => [name, detail].filter(Boolean).join(" · ");
    return this.roles.map((role) => control({ view: this.view, unit: role.unit }, { ...spec, label: named(role) }));
  }

  saidIn(key) {
    return this.roles.filter((role) => this.view.channel.look(role.unit, key).given).length;
  }

  askThere() {
    const { ask, low, high, min, max, key, revision } = this.worry;
    this.there = listOf(this.eachJob((job, spec) => new Scale(job, spec), { key, low, high, min, max, revision }));
    this.often.append(h("p", { class: "gop-thereask", text: ask }), ...this.there.map((one) => one.el));
    if (this.saidIn(this.worry.bears)) this.otherwise.turn(true);
  }

  // What can be borne is said of the person; of a job only where it was otherwise there.
  askApart() {
    const { bears, options, revision } = this.worry;
    this.apart = this.eachJob((job, spec) => new Choice(job, spec), { key: bears, options, revision });
    this.inJobs.append(h("p", { class: "gop-thereask", text: OTHERWISE_HINT }), ...this.apart.map((one) => one.el));
  }

  showApart() {
    this.apart.forEach((choice) => choice.update());
    const said = this.choice.chosen.length || this.saidIn(this.worry.bears);
    this.otherwise.button.hidden = !this.otherwise.isOpen && !said; // than what?
  }

  // A day, a moment and a few seconds can be told apart of any worry.
  askSpans() {
    this.wanted = true;
    this.update();
    this.spans[0].focus(this.spans[0].at);
  }

  // The three spans are asked of what can be borne for a while; what was said of them stays in sight.
  showSpans(value) {
    const { spans, min, max, revision } = this.worry;
    const said = ([key]) => this.view.channel.look(this.you.unit, key).given;
    const open = this.wanted || value === "while" || spans.some(said);
    if (open && !this.spans.length) {
      const spec = ([key, label]) => ({ key, label, ...WELL, min, max, revision });
      this.spans = listOf(spans.map((span) => new Scale(this.you, spec(span))));
      this.long.append(...this.spans.map((one) => one.el));
    }
    this.long.hidden = !open;
    this.forHow.hidden = open;
  }

  update() {
    this.choice.update();
    const [value] = this.choice.chosen;
    const never = Boolean(this.notAgain.value);
    this.never.hidden = !never && !["while", "no"].includes(value) && this.never !== document.activeElement;
    this.never.setAttribute("aria-pressed", String(never));
    this.showSpans(value);
    this.showApart();
    [...this.spans, ...this.there].forEach((scale) => scale.update());
    const [said, apart] = [this.saidIn(this.worry.key), this.saidIn(this.worry.bears)];
    const there = said ? `${THERE} · ${said} of ${jobs(this.roles.length)}` : THERE;
    this.more.tell([apart ? `${there}; different in ${jobs(apart)}` : there, "less"]);
    this.notAgain.showNote(this.el);
  }
}

class BearingView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "What you can put up with",
      follows: ["roles", "two_jobs"],
      state: (state) => this.load(state),
      cell: () => this.update(),
    });
    this.list = h("div", { class: "gop-worries" });
    this.worries = new KeyedList(this.list, (spec, before) => this.row(spec, before), ({ worry }) => worry.key);
    this.view.root.classList.add("gop-bearing");
    const hints = [HINT, NEVER_HINT].map((text) => h("p", { class: "gop-hint gop-bearhint", text }));
    this.view.body.append(h("h3", { class: "gop-ask", text: ASK }), ...hints, this.list);
  }

  get rows() {
    return this.worries.rows;
  }

  load({ person, roles, worries }) {
    this.worries.show(worries.map((worry) => ({ worry, roles, person })));
    this.update();
  }

  // What was open before stays so.
  row({ worry, roles, person }, before) {
    const row = new WorryRow(this, worry, { roles, person });
    if (before?.more.isOpen) row.more.turn(true);
    if (before?.otherwise.isOpen) row.otherwise.turn(true);
    row.wanted = before?.wanted;
    return row;
  }

  update() {
    if (!this.rows.length) return;
    this.rows.forEach((row) => row.update());
    const said = this.rows.filter((row) => row.choice.chosen.length).length;
    setText(this.view.eyebrow, `${said} of ${this.rows.length} answered`);
  }
}

export default {
  render(context) {
    const { view } = new BearingView(context);
    return () => view.close();
  },
};
