// Smaller than a job: the episodes of one job as a list, and all episodes side by side, one question at a time.

const OFFER = "A project, a term, a week, your best day. A handful is plenty.";
const NONE = "This opens once you have named a job.";
const HINT = "What happened in this job that was good or bad in its own way? Add a few, then rate them side by side.";
const SIDE = "Skip any you like; “can’t remember” is fine.";
const LAST = "We ask how it went last, so that it does not colour your other answers.";

const episodeCount = (count) => (count === 1 ? "1 episode" : `${count} episodes`);

class EpisodesView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "Smaller than a job",
      follows: ["roles", "two_jobs"],
      state: (state) => this.load(state),
      cell: (cell) => this.changed(cell),
      settle: () => this.list?.flush(),
    });
    this.side = new SideBySide(this.view, {
      back: { words: "Back to the list", leave: () => this.show("list") },
      hint: (line) => (line === this.state.lines.at(-1) ? LAST : SIDE),
      finished: () => this.finished(),
      changed: () => this.tell(),
    });
    this.main = h("div");
    this.view.body.append(this.main);
  }

  get channel() {
    return this.view.channel;
  }

  get place() {
    return this.channel.place; // kept on the page, so that a form made anew opens where it was
  }

  load(state) {
    this.state = state;
    const { place } = this;
    const roles = state.roles.map((role) => role.unit);
    this.view.tools.hidden = !roles.length;
    if (!roles.length) return this.waits();
    if (!roles.includes(place.role)) place.role = state.episodes.at(-1)?.role ?? roles.at(-1);
    const isNew = this.side.load(state);
    if (this.next !== undefined) {
      const page = this.next;
      this.next = undefined;
      return this.side.go(page);
    }
    if (this.screen === "rating" && state.rows.length) return isNew ? this.side.show() : this.changed(null);
    return this.show(place.open || state.episodes.length ? "list" : "offer");
  }

  waits() {
    this.screen = "none";
    setText(this.view.eyebrow, "");
    this.main.replaceChildren(h("p", { class: "gop-hint", text: NONE }));
  }

  show(screen) {
    if (screen !== "list" || this.screen !== screen) this.main.replaceChildren(...this[`${screen}Screen`]());
    this.screen = screen;
    if (screen === "list") this.arrange();
    this.tell();
  }

  tell() {
    const { rows } = this.state;
    const many = rows.length ? episodeCount(rows.length) : "";
    const where = this.screen === "rating" ? this.side.where : "";
    setText(this.view.eyebrow, where || many);
  }

  // -- nothing told yet

  offerScreen() {
    const open = () => {
      this.place.open = true;
      this.show("list");
      this.list.rows[0]?.first.focus();
    };
    const hint = h("p", { class: "gop-hint", text: OFFER });
    return [hint, h("div", { class: "gop-actions" }, plainButton("Add one", open))];
  }

  // -- the episodes of a job

  listScreen() {
    const id = uid("job");
    this.job = h("select", { id });
    this.job.addEventListener("change", () => this.turnTo(this.job.value));
    const job = h("div", { class: "gop-field gop-episodejob" }, h("label", { for: id, text: "Job" }), this.job);
    this.hint = h("p", { class: "gop-hint", text: HINT });
    const list = h("div", { class: "gop-factrows" });
    this.list = new OwnList(this.view, list, {
      kind: "episode",
      make: (unit) => new FactRow(this.list, unit, this.state.fields, { noun: "Episode", first: 2, more: "tell it" }),
      add: "Add another",
      gone: ({ name }) => `${name ? `“${name}”` : "This one"} was removed. Your answers about it are kept.`,
      changed: () => this.update(),
    });
    this.sideBySide = plainButton("Rate them side by side", () => this.rate(Math.max(this.side.firstOpen(), 0)));
    return [job, this.hint, this.list.notice, list, h("div", { class: "gop-foot" }, this.list.add, this.sideBySide)];
  }

  turnTo(role) {
    this.list.flush();
    this.place.role = role;
    this.list.forgetNotice();
    this.arrange();
  }

  arrange() {
    const { role } = this.place;
    const here = this.state.episodes.filter((one) => one.role === role);
    this.list.show(here.map(({ unit }) => unit), { role });
  }

  update() {
    const { rows } = this.list;
    rows.forEach((row, at) => row.update(at, rows.length));
    const { roles, episodes } = this.state;
    const options = roles.map(({ unit, name, detail }) => {
      const many = episodes.filter((one) => one.role === unit).length;
      return h("option", { value: unit, text: [name, detail, many ? episodeCount(many) : ""].filter(Boolean).join(" · ") });
    });
    if (options.some((one, at) => one.text !== this.job.options[at]?.text) || options.length !== this.job.length) {
      this.job.replaceChildren(...options);
    }
    this.job.value = this.place.role;
    this.hint.hidden = rows.length > 1;
    this.sideBySide.hidden = !episodes.length;
  }

  // -- all of them side by side

  rate(page) {
    this.list.flush();
    this.show("rating");
    this.side.go(page, true);
  }

  ratingScreen() {
    return [this.side.el];
  }

  finished() {
    const list = plainButton("Back to the list", () => this.show("list"));
    const more = this.state.more ? [plainButton("A few more questions", () => this.askMore())] : [];
    return this.side.end("You can add more at any time.", ...more, list);
  }

  askMore() {
    this.next = this.state.lines.length - 1; // what comes stands where how it went stood
    this.channel.put({ type: "more" }, { lane: "more" });
  }

  changed(cell) {
    if (this.screen === "list") this.update();
    if (this.screen === "rating") this.side.update(cell);
    if (this.state) this.tell();
  }
}

export default {
  render(context) {
    const form = new EpisodesView(context);
    return () => (form.side.pager.stay(), form.view.close());
  },
};
