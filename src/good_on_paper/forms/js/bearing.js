// What you can bear: a row a worry, three words to press; what lies beneath opens where it is asked for.

const ASK = "Can you bear it?";
const HINT =
  "About you, as you are now. There is no right answer, and nothing is added up. " +
  "Leave out what you would rather not think about.";
const OTHERWISE = "could you bear it otherwise in some of them?";
const OTHERWISE_HINT = "Only where it was not as you said above: could you bear it there?";
const THERE = "how often it was there";
const LETTERS = { f: "fine", w: "while", n: "no" };
const WELL = { low: "not at all", high: "easily" };

// Whom an answer is about.
class About {
  constructor(view, unit) {
    Object.assign(this, { view, unit });
  }

  get channel() {
    return this.view.channel;
  }
}

class Tick extends Choice {
  onArrows(event, how) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const down = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const word = LETTERS[event.key.toLowerCase()];
    if (down) this.owner.row.walk(down);
    else if (word) {
      if (!this.chosen.includes(word)) this.press(word);
      this.rove(this.spec.options.findIndex(([value]) => value === word));
      this.owner.row.goOn();
    } else return super.onArrows(event, how);
    event.preventDefault();
    return undefined;
  }
}

class WorryRow {
  constructor(list, worry, state) {
    Object.assign(this, { list, worry, roles: state.roles, spans: [], there: [], apart: [] });
    this.you = new About(list.view, state.person);
    this.you.row = this;
    const { revision, label } = worry;
    this.tick = new Tick(this.you, { key: worry.bears, label, options: worry.options, revision }, { several: false });
    this.tick.el.addEventListener("click", (event) => event.detail && this.tick.chosen.length && this.goOn());
    const quiet = (onclick) => h("button", { type: "button", class: "gop-quiet", onclick });
    this.never = h("button", { type: "button", class: "gop-pick gop-never", text: "not again" });
    this.never.setAttribute("aria-label", `${label}: not again`);
    this.never.addEventListener("click", () => this.toggleNever());
    this.more = quiet(() => this.fold(this.below.hidden));
    this.long = h("div", { class: "gop-spans", hidden: true });
    this.below = h("div", { class: "gop-there", id: uid("there"), hidden: true });
    this.more.setAttribute("aria-controls", this.below.id);
    this.more.hidden = !state.roles.length;
    this.otherwise = quiet(() => this.foldApart(this.inJobs.hidden));
    this.inJobs = h("div", { class: "gop-injobs", id: uid("jobs"), hidden: true });
    this.otherwise.setAttribute("aria-controls", this.inJobs.id);
    this.often = h("div", {});
    this.below.append(this.often, this.otherwise, this.inJobs);
    const line = h("div", { class: "gop-worryline" }, this.tick.el, this.never, this.more);
    this.el = h("div", { class: "gop-worry", role: "group", "aria-label": label }, line, this.long, this.below);
  }

  look(key) {
    return this.list.view.channel.look(this.you.unit, key);
  }

  toggleNever() {
    const { given } = this.look(this.worry.not_again);
    const now = given ? { state: "cleared", value: null } : { value: true };
    this.you.channel.answer(this.you.unit, this.worry.not_again, { ...now, revision: this.worry.revision });
  }

  walk(by) {
    this.list.walk(this, by);
  }

  goOn() {
    const open = (row) => !row.tick.chosen.length;
    goOnFrom(this, this.list.rows, open, (row) => row.tick.focus(this.tick.at));
  }

  fold(open) {
    if (open && !this.there.length) {
      const { ask, low, high, min, max, key, revision } = this.worry;
      const named = ({ name, detail }) => [name, detail].filter(Boolean).join(" · ");
      const spec = (role) => ({ key, label: named(role), low, high, min, max, revision });
      this.there = listOf(this.roles.map((role) => new Scale(new About(this.list.view, role.unit), spec(role))));
      this.often.append(h("p", { class: "gop-thereask", text: ask }), ...this.there.map((one) => one.el));
      if (this.saidApart) this.foldApart(true);
    }
    this.below.hidden = !open;
    this.update();
  }

  // What can be borne is said of the person; of a job only where it was otherwise there.
  foldApart(open) {
    if (open && !this.apart.length) {
      const { bears, options, revision } = this.worry;
      const named = ({ name, detail }) => [name, detail].filter(Boolean).join(" · ");
      const of = (role) => new About(this.list.view, role.unit);
      const spec = (role) => ({ key: bears, label: named(role), options, revision });
      this.apart = this.roles.map((role) => new Choice(of(role), spec(role), { several: false }));
      this.inJobs.append(h("p", { class: "gop-thereask", text: OTHERWISE_HINT }), ...this.apart.map((one) => one.el));
    }
    this.inJobs.hidden = !open;
    this.update();
  }

  get saidApart() {
    return this.roles.filter((role) => this.list.view.channel.look(role.unit, this.worry.bears).given).length;
  }

  showApart() {
    this.apart.forEach((choice) => choice.update());
    const words = this.inJobs.hidden ? OTHERWISE : "fold this away";
    this.otherwise.hidden = this.inJobs.hidden && !this.tick.chosen.length && !this.saidApart; // than what?
    this.otherwise.setAttribute("aria-expanded", String(!this.inJobs.hidden));
    this.otherwise.setAttribute("aria-label", `${this.worry.label}: ${words}`);
    setText(this.otherwise, words);
  }

  // The three spans are asked of what can be borne for a while; what was said of them stays in sight.
  showSpans(value) {
    const { spans, min, max, revision } = this.worry;
    const open = value === "while" || spans.some(([key]) => this.look(key).given);
    if (open && !this.spans.length) {
      const spec = ([key, label]) => ({ key, label, ...WELL, min, max, revision });
      this.spans = listOf(spans.map((span) => new Scale(this.you, spec(span))));
      this.long.append(...this.spans.map((one) => one.el));
    }
    this.long.hidden = !open;
  }

  update() {
    const [value] = this.tick.chosen;
    const never = this.look(this.worry.not_again);
    this.tick.update();
    this.never.hidden = !never.given && !["while", "no"].includes(value) && this.never !== document.activeElement;
    this.never.setAttribute("aria-pressed", String(Boolean(never.given)));
    this.showSpans(value);
    this.showApart();
    [...this.spans, ...this.there].forEach((scale) => scale.update());
    const said = this.roles.filter((role) => this.list.view.channel.look(role.unit, this.worry.key).given).length;
    const apart = this.saidApart ? `; otherwise in ${jobs(this.saidApart)}` : "";
    const of = (said ? `${THERE} · ${said} of ${jobs(this.roles.length)}` : THERE) + apart;
    this.more.setAttribute("aria-expanded", String(!this.below.hidden));
    const words = this.below.hidden ? of : "less";
    this.more.setAttribute("aria-label", `${this.worry.label}: ${words}`);
    setText(this.more, words);
    this.note?.remove();
    const meant = (one) => (one.value ? "not again" : "nothing");
    this.note = refusalNote(this.list.view, this.you.unit, this.worry.not_again, meant);
    if (this.note) this.el.append(this.note);
  }
}

class BearingView {
  constructor({ model, el }) {
    this.rows = [];
    this.view = new FormView(model, el, {
      title: "What you can bear",
      follows: ["roles", "two_jobs"],
      state: (state) => this.load(state),
      cell: () => this.update(),
    });
    this.list = h("div", { class: "gop-worries" });
    this.view.root.classList.add("gop-bearing");
    const hint = h("p", { class: "gop-hint gop-bearhint", text: HINT });
    this.view.body.append(h("h3", { class: "gop-ask", text: ASK }), hint, this.list);
  }

  load(state) {
    const shape = JSON.stringify([state.roles, state.worries]);
    this.person = state.person;
    if (shape !== this.shape) {
      this.shape = shape;
      const open = new Set(this.rows.filter((row) => !row.below.hidden).map((row) => row.worry.key));
      const apart = new Set(this.rows.filter((row) => !row.inJobs.hidden).map((row) => row.worry.key));
      this.rows = state.worries.map((worry) => new WorryRow(this, worry, state));
      this.list.replaceChildren(...this.rows.map((row) => row.el));
      this.rows.filter((row) => open.has(row.worry.key)).forEach((row) => row.fold(true));
      this.rows.filter((row) => apart.has(row.worry.key)).forEach((row) => row.foldApart(true));
    }
    this.update();
  }

  walk(row, by) {
    this.rows[this.rows.indexOf(row) + by]?.tick.focus(row.tick.at);
  }

  update() {
    if (!this.rows.length) return;
    this.rows.forEach((row) => row.update());
    const said = this.rows.filter((row) => row.tick.chosen.length).length;
    setText(this.view.eyebrow, `${said} of ${this.rows.length} said`);
  }
}

export default {
  render(context) {
    const { view } = new BearingView(context);
    return () => view.close();
  },
};
