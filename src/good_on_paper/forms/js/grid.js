// The rating grid: one line (or a few) over all jobs at a time, in the order drawn for this sitting.

const questions = (count) => (count === 1 ? "1 question" : `${count} questions`);
const FIRST =
  "Your answers from Start here on what jobs were like are kept but not shown: here we ask about all your jobs side by side.";
const HINT = "Skip any job; “can’t remember” is fine. Once every job has an answer, the next question appears. The keys 1 to 7 answer for the job with the dashed frame.";

class RatingView {
  constructor({ model, el }) {
    this.shape = "";
    this.tables = [];
    this.screen = "page";
    this.view = new FormView(model, el, {
      title: "What it was like",
      counted: (item) => item !== SET_ASIDE,
      follows: ["roles", "outcome"],
      state: (state) => this.load(state),
      cell: (cell) => this.changed(cell),
      taken: (_, sent) => (this.stepped ||= ["undo", "redo"].includes(sent.type)),
    });
    const go = (page, alone) => this.go(page, 1, alone);
    this.pager = new Pager({ word: "question", go, stop: () => this.show("stopped"), toEnd: true });
    this.keys = keysFold();
    this.main = h("div");
    this.chooser = new NextChosen(this.view);
    this.view.body.append(this.main);
  }

  get channel() {
    return this.view.channel;
  }

  load(state) {
    const shape = JSON.stringify([state.lines, state.roles, state.per_page]);
    this.state = state;
    this.chooser.update(state);
    if (shape === this.shape) return this.stepped ? this.showStep() : this.changed(null);
    this.shape = shape;
    this.pages = [];
    for (let at = 0; at < state.lines.length; at += state.per_page) {
      this.pages.push(state.lines.slice(at, at + state.per_page));
    }
    const here = this.pages.findIndex((page) => page.some((line) => line.key === this.channel.place.line));
    const open = this.counts().findIndex(([given, asked]) => given < asked);
    this.page = here >= 0 ? here : Math.max(open, 0);
    this.screen = here < 0 && open < 0 ? "finished" : "page";
    this.show(this.screen);
    return this.tables[0]?.arriveIfFree();
  }

  given(line) {
    return this.state.roles.filter((role) => this.channel.look(role.unit, line.key).given).length;
  }

  counts() {
    const asked = this.state.roles.length;
    const given = (page) => page.reduce((sum, line) => sum + this.given(line), 0);
    return this.pages.map((page) => [given(page), page.length * asked]);
  }

  openLines() {
    return this.state.lines.filter((line) => this.given(line) < this.state.roles.length);
  }

  changed(cell) {
    if (!this.state) return;
    for (const table of this.tables) cell === null ? table.updateAll() : table.updateCell(cell);
    if (this.screen === "page") this.showFoot();
    else this.show(this.screen);
  }

  // What was taken back or done again may stand on another page: it is shown.
  showStep() {
    this.stepped = false;
    const at = this.said().findIndex((said, place) => said !== this.saidBefore?.[place]);
    if (at < 0 || at === this.page || this.screen !== "page") return this.changed(null);
    this.page = at;
    return this.show("page");
  }

  said() {
    const one = (line) => this.state.roles.map((role) => this.channel.look(role.unit, line.key).given?.value);
    return this.pages.map((page) => JSON.stringify(page.map(one)));
  }

  showFoot() {
    if (!this.state.roles.length) return;
    this.saidBefore = this.said();
    this.pager.show(this.page, this.counts(), Math.floor(this.state.behind / this.state.per_page));
    setText(this.told, this.soFar());
    const rows = this.tables.flatMap((table) => table.rows);
    this.pager.follow(rows.every((row) => row.given), rows.every((row) => row.el.dataset.status === "saved"));
  }

  // What is given, what the lines at hand would add, and when it is enough.
  soFar() {
    const { worth } = this.state;
    if (!worth) return "";
    const { lines, left } = this.counted();
    const done = lines.length - left;
    const begun = lines.some((line) => this.given(line));
    const asks = left ? ` There ${left === 1 ? "is" : "are"} ${left}${done ? " more" : ""} here.` : "";
    if (done >= worth) return `${questions(done)} answered. That is plenty: more would change little.`;
    const enough = `${worth} in all are plenty, over a few evenings.`;
    const none = begun ? "No question answered for every job yet." : this.state.first ? FIRST : "No question answered yet.";
    return `${done ? `${questions(done)} answered.` : none}${asks} ${enough}`;
  }

  // As every page counts: how a job looked beforehand is not among the questions on what it was like.
  counted() {
    const lines = this.state.lines.filter(({ key }) => !this.state.before.includes(key));
    return { lines, left: this.openLines().filter((line) => lines.includes(line)).length };
  }

  go(page, by, alone = false) {
    const held = !alone || this.main.contains(document.activeElement); // who went elsewhere meanwhile stays there
    this.page = Math.min(Math.max(page, 0), this.pages.length - 1);
    this.show(page >= this.pages.length ? "finished" : "page");
    const [first] = this.tables;
    if (this.screen === "page" && first) {
      const within = by < 0 ? this.tables.at(-1) : first;
      if (held) within.arrive();
      first.el.querySelector("h3").scrollIntoView({ block: "nearest" }); // where it is in sight nothing moves
      this.view.say(within.line.ask); // the focus stands in a row: it names the job, not what is asked
    } else if (held) this.main.querySelector("h3")?.focus();
    restAfterChange(this.main);
  }

  show(screen) {
    this.screen = screen;
    this.tables = [];
    this.pager.stay();
    this.channel.place.line = screen === "page" ? this.pages[this.page]?.[0]?.key : undefined;
    const eyebrow = screen === "page" && this.state.roles.length ? this.where() : "";
    setText(this.view.eyebrow, eyebrow);
    if (!this.state.roles.length) {
      const box = panel("No jobs here yet", "Add them first in ");
      box.querySelector("p").append(notebookLink("01 Your work so far"), "; they will appear here automatically.");
      swapPanel(this.main, box);
    } else if (screen === "page") this.showPage();
    else swapPanel(this.main, screen === "stopped" ? this.stopped() : this.finished());
  }

  where() {
    const [first] = this.pages[this.page];
    const last = this.pages[this.page].at(-1);
    const { behind } = this.state;
    const [from, to] = [first.position - behind, last.position - behind];
    if (to < 1) return "Done before";
    const which = first === last ? `Question ${from}` : `Questions ${Math.max(from, 1)} to ${to}`;
    return `${which} of ${this.state.lines.length - behind}`;
  }

  showPage() {
    this.tables = this.pages[this.page].map((line, place) => {
      const leave = (by) => this.leave(place + by, by);
      const goOn = () => this.goOn(this.tables[place]);
      return new LineTable(this.view, line, this.state.roles, { leave, goOn, hint: place ? "" : HINT });
    });
    this.told = h("p", { class: "gop-hint gop-sofar" });
    this.main.replaceChildren(...this.tables.map((table) => table.el), this.pager.el, this.told, this.chooser.el, this.keys);
    this.showFoot();
  }

  // Beyond the last job of a line: to the next line of this page with an open one.
  goOn(table) {
    const open = nextOpen(table, this.tables, (one) => !one.whole, { round: false });
    if (open) open.focusFirst();
    else this.pager.next.focus();
  }

  leave(place, by) {
    const table = this.tables[place];
    if (table) table.focusFirst(by);
    else if (place >= this.tables.length) this.pager.next.focus();
  }

  stopped() {
    const open = this.openLines();
    const { lines, left } = this.counted();
    const sentence = `${lines.length - left} of ${lines.length} questions are answered for all your jobs. `;
    const later = "Come back any time; this page opens at the first open question.";
    const goOn = mainButton("Go on", () => this.go(this.page, 1));
    return panel("Enough for now", sentence + (open.length ? later : ""), goOn, ...this.asideActions(open));
  }

  finished() {
    const open = this.openLines();
    const again = plainButton("Look through them again", () => this.go(0, 1));
    if (!open.length) {
      const went = this.view.root.closest(".jp-Notebook, body")?.querySelector("[data-went]:not([data-went='whole'])");
      const judge = went ? [mainButton("Now say how each job went", () => went.dispatchEvent(new CustomEvent("gop-judge")))] : [];
      const box = panel("These questions are done", this.soFar(), ...judge, ...this.moreActions(), again);
      box.append(this.chooser.el);
      return box;
    }
    const first = this.pages.findIndex((page) => page.includes(open[0]));
    const toOpen = mainButton("Go to the first open question", () => this.go(first, 1));
    const sentence = "Not every job has an answer yet on: ";
    const names = open.map((line) => line.label).join(", ");
    const heading = open.length === 1 ? "One question is still open" : `${open.length} questions are still open`;
    return panel(heading, `${sentence}${names}.`, toOpen, ...this.asideActions(open));
  }

  moreActions() {
    if (!this.state.more) return [];
    const ask = () => this.channel.put({ type: "more" }, { lane: "more" });
    return [plainButton("A few more questions", ask)];
  }

  asideActions(open) {
    if (!open.length) return [];
    const aside = asideOf(this.view, this.state.person);
    const { given, status } = aside.look();
    if (!given) return [asideButton(aside, open.map((line) => line.key))];
    const takeUp = () => aside.clear();
    const text = status === "unsaved" ? MARKS.unsaved : "Skipped. You can now rate how each job went.";
    const mark = h("span", { class: "gop-open", "data-status": status, text });
    return [plainButton("Answer them after all", takeUp), mark];
  }
}

export default {
  render(context) {
    const form = new RatingView(context);
    return () => (form.pager.stay(), form.view.close());
  },
};
