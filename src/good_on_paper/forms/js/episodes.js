// Smaller than a job: the episodes of one job as a list, and all episodes side by side, one question at a time.

const OFFER = "A project, a term, a week, your best day. A handful is plenty.";
const HINT = "What happened in this job that was good or bad in its own way? Add a few, then rate them side by side.";
const SIDE = "Skip any you like; “can’t remember” is fine.";
const LAST = "We ask how it went last, so that it does not colour your other answers.";

const episodeCount = (count) => (count === 1 ? "1 episode" : `${count} episodes`);

class EpisodesView {
  constructor({ model, el }) {
    this.tables = [];
    this.view = new FormView(model, el, {
      title: "Smaller than a job",
      follows: ["roles", "two_jobs"],
      state: (state) => this.load(state),
      cell: (cell) => this.changed(cell),
      settle: () => this.list?.flush(),
    });
    const go = (page) => this.go(page);
    this.pager = new Pager({ word: "question", go, stop: () => this.show("list") });
    this.keys = keysFold();
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
    this.view.root.firstElementChild.hidden = !roles.length; // the form above says what to do while no job is named
    if (!roles.length) return undefined;
    if (!roles.includes(place.role)) place.role = state.episodes.at(-1)?.role ?? roles.at(-1);
    const shape = JSON.stringify([state.rows, state.lines]);
    const rating = (this.screen === "rating" || this.asksMore) && state.rows.length > 0;
    this.asksMore = false;
    if (rating && shape === this.shape) return this.changed(null);
    this.shape = shape;
    if (rating) return this.show("rating");
    return this.show(place.open || state.episodes.length ? "list" : "offer");
  }

  show(screen) {
    if (screen !== "list" || this.screen !== screen) {
      this.pager.stay();
      this.tables = [];
      this.main.replaceChildren(...this[`${screen}Screen`]());
    }
    this.screen = screen;
    if (screen === "list") this.arrange();
    if (screen === "rating") this.showFoot();
    this.tell();
  }

  tell() {
    const { rows, lines } = this.state;
    const which = this.screen === "rating" ? `Question ${this.page + 1} of ${lines.length}` : "";
    setText(this.view.eyebrow, which || ["Smaller than a job", rows.length ? episodeCount(rows.length) : ""].filter(Boolean).join(" · "));
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
    const job = h("div", { class: "gop-field gop-whichjob" }, h("label", { for: id, text: "Job" }), this.job);
    this.hint = h("p", { class: "gop-hint", text: HINT });
    const list = h("div", { class: "gop-episodes" });
    this.list = new OwnList(this.view, list, {
      kind: "episode",
      make: (unit) => new Episode(this.list, unit, this.state.fields),
      add: "Add another",
      gone: ({ name }) => `${name ? `“${name}”` : "This one"} was removed. Your answers about it are kept.`,
      changed: () => this.update(),
    });
    this.side = plainButton("Rate them side by side", () => this.go(this.firstOpen()));
    return [job, this.hint, this.list.notice, list, h("div", { class: "gop-foot" }, this.list.add, this.side)];
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
    this.side.hidden = !episodes.length;
  }

  // -- all of them side by side

  given(line) {
    return this.state.rows.filter((row) => this.channel.look(row.unit, line.key).given).length;
  }

  counts() {
    return this.state.lines.map((line) => [this.given(line), this.state.rows.length]);
  }

  firstOpen() {
    return Math.max(this.counts().findIndex(([given, asked]) => given < asked), 0);
  }

  go(page) {
    this.list?.flush();
    const held = this.main.contains(document.activeElement);
    this.page = Math.min(Math.max(page, 0), this.state.lines.length - 1);
    this.show(page >= this.state.lines.length ? "finished" : "rating");
    const [table] = this.tables;
    if (table) {
      if (held) table.arrive();
      this.view.say(table.line.ask);
    } else this.main.querySelector("h3")?.focus();
  }

  ratingScreen() {
    const line = this.state.lines[this.page];
    const goOn = () => this.pager.next.focus();
    const hint = line === this.state.lines.at(-1) ? LAST : SIDE;
    this.tables = [new LineTable(this.view, line, this.state.rows, { leave: (by) => by > 0 && goOn(), goOn, hint })];
    const back = quietButton("Back to the list", () => this.show("list"));
    return [back, this.tables[0].el, this.pager.el, this.keys];
  }

  showFoot() {
    const { rows } = this.tables[0];
    this.pager.show(this.page, this.counts());
    const saved = rows.every((row) => row.el.dataset.status === "saved");
    this.pager.follow(rows.every((row) => row.given), saved);
  }

  finishedScreen() {
    const open = this.counts().findIndex(([given, asked]) => given < asked);
    const list = plainButton("Back to the list", () => this.show("list"));
    const more = this.state.more ? [plainButton("A few more questions", () => this.askMore())] : [];
    if (open < 0) return [panel("That’s it", "You can add more at any time.", ...more, list)];
    const first = mainButton("Go to the first open question", () => this.go(open));
    return [panel("Some questions are unanswered", "That’s fine; carry on or leave it.", first, ...more, list)];
  }

  askMore() {
    this.asksMore = true;
    this.page = this.state.lines.length - 1; // what comes stands where how it went stood
    this.channel.put({ type: "more" }, { lane: "more" });
  }

  changed(cell) {
    if (this.screen === "list") this.update();
    for (const table of this.tables) cell === null ? table.updateAll() : table.updateCell(cell);
    if (this.screen === "rating") this.showFoot();
    if (this.state) this.tell();
  }
}

export default {
  render(context) {
    const form = new EpisodesView(context);
    return () => (form.pager.stay(), form.view.close());
  },
};
