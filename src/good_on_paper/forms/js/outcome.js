// How it went: closed while lines are open, so that the whole does not colour the parts.

const LATER = "We ask how it went last, so that it does not colour your other answers.";
const LEAVE = "You can skip them and judge your jobs now. That colours what you rate afterwards; your answers so far are kept.";

const FIRST_NEED = " what you need to do good work. We check first only what you name before you say how a job went.";

class OutcomeView {
  constructor({ model, el }) {
    this.shape = "";
    this.tables = [];
    this.page = 0;
    this.view = new FormView(model, el, {
      title: "How it went",
      counted: (item) => item !== SET_ASIDE,
      follows: ["lines", "roles"],
      state: (state, because) => this.load(state, because),
      cell: (cell) => this.changed(cell),
    });
    const go = (page, alone) => this.go(page, 1, alone);
    this.pager = new Pager({ word: "step", go, stop: () => this.show("stopped"), toEnd: true });
    this.keys = keysFold();
    this.need = h("p", { class: "gop-hint" });
    this.main = h("div");
    this.view.body.append(this.need, this.main);
    this.view.root.addEventListener("gop-judge", () => this.judge()); // from where one says what jobs were like
  }

  judge() {
    if (this.state?.open) this.go(this.firstOpen(), 1);
    const heading = this.main.querySelector("h3");
    heading.scrollIntoView({ block: "start" });
    if (this.tables.length) this.tables[0].arrive(); // the keys answer here
    else heading.focus({ preventScroll: true });
  }

  get channel() {
    return this.view.channel;
  }

  // The ratings stay folded away while lines are still being rated in the same page.
  load(state, because) {
    const was = this.state;
    this.state = state;
    this.need.hidden = !state.start;
    if (state.start) this.need.replaceChildren("Before you go on, you can say in ", notebookLink(state.start), FIRST_NEED);
    const shape = JSON.stringify([state.open, state.missing, state.lines, state.roles]);
    if (because === "lines" && state.open && !state.whole && was?.open) return this.show("ready");
    if (shape === this.shape) return this.changed(null);
    this.shape = shape;
    if (!state.open) return this.show("closed");
    const folded = !state.whole || (was && !was.open);
    if (was?.open && this.screen !== "closed") return this.show(this.screen);
    const here = this.channel.place.step;
    this.page = here ?? this.firstOpen();
    this.show(folded && here === undefined ? "ready" : "page");
    return this.tables[0]?.arriveIfFree();
  }

  counts() {
    const roles = this.state.roles;
    const rated = (item) => roles.filter((role) => this.channel.look(role.unit, item.key).given).length;
    return this.state.lines.map((line) => [rated(line), roles.length]);
  }

  // For the form above: whether it still leads here.
  tellWhole() {
    const isWhole = this.counts().every(([given, asked]) => given === asked);
    this.view.root.dataset.went = isWhole ? "whole" : "open";
  }

  firstOpen() {
    const open = this.counts().findIndex(([given, asked]) => given < asked);
    return Math.max(open, 0);
  }

  changed(cell) {
    if (!this.state?.open) return this.screen === "closed" && this.show("closed");
    this.tellWhole();
    for (const table of this.tables) cell === null ? table.updateAll() : table.updateCell(cell);
    if (this.screen === "page") this.showFoot();
    else if (this.screen !== "ready") this.show(this.screen);
    return undefined;
  }

  go(page, by, alone = false) {
    const held = !alone || this.main.contains(document.activeElement);
    const last = this.state.lines.length - 1;
    this.page = Math.min(Math.max(page, 0), last);
    this.show(page > last ? "finished" : "page");
    const [table] = this.tables;
    if (this.screen === "page" && table) {
      if (held) table.arrive();
      table.el.querySelector("h3").scrollIntoView({ block: "nearest" });
      this.view.say(table.line.ask);
    } else if (held) this.main.querySelector("h3")?.focus();
    restAfterChange(this.main);
    return by;
  }

  show(screen) {
    this.tellWhole();
    this.screen = screen;
    this.tables = [];
    this.pager.stay();
    this.channel.place.step = screen === "page" ? this.page : undefined;
    if (screen === "page") this.showPage();
    else swapPanel(this.main, this[screen]());
    if (screen !== "page") setText(this.view.eyebrow, "");
  }

  showFoot() {
    setText(this.view.eyebrow, `Step ${this.page + 1} of ${this.state.lines.length}`);
    this.pager.show(this.page, this.counts());
    const rows = this.tables.flatMap((table) => table.rows);
    const whole = rows.length > 0 && rows.every((row) => row.given);
    this.pager.follow(whole, rows.every((row) => row.el.dataset.status === "saved"));
  }

  showPage() {
    const goOn = () => this.pager.next.focus();
    const leave = (by) => by > 0 && goOn();
    this.tables = [new LineTable(this.view, this.state.lines[this.page], this.state.roles, { leave, goOn })];
    this.main.replaceChildren(this.tables[0].el, this.pager.el, this.keys);
    this.showFoot();
  }

  // -- in place of the questions

  closed() {
    const { missing, roles, person } = this.state;
    if (!roles.length) return panel("Not yet", "Add your jobs first, then say what they were like.");
    const some = ({ label, jobs: open }) => (roles.length > 1 ? `${label} (${jobs(open)})` : label);
    const lines = missing.map(some).join(", ");
    const keys = missing.map((line) => line.key);
    const aside = asideOf(this.view, person);
    const box = panel("First, what it was like", `${LATER} Still open: ${lines}. ${LEAVE}`, asideButton(aside, keys));
    if (aside.look().status === "unsaved") box.append(h("p", { class: "gop-note", text: MARKS.unsaved }));
    return box;
  }

  ready() {
    const sentence = this.state.whole ? "You have answered enough for this." : "You skipped the open questions.";
    const begin = mainButton("Rate how it went", () => this.go(this.firstOpen(), 1));
    return panel("Ready when you are", sentence, begin);
  }

  stopped() {
    const back = mainButton("Go on", () => this.go(this.page, 1));
    return panel("Enough for now", "Come back any time; this page opens at the first unfinished step.", back);
  }

  finished() {
    const counts = this.counts();
    const open = counts.findIndex(([given, asked]) => given < asked);
    const again = plainButton("Look through it again", () => this.go(0, 1));
    const seen = h("p", {}, "You can now see ", notebookLink("05 What your better jobs had in common"), ".");
    if (open < 0) return panel("That’s it", "You have rated every job.", seen, again);
    const toOpen = plainButton("Go to the first open step", () => this.go(open, 1));
    const onward = counts[0][0] ? [seen] : []; // what is looked at is how each job went, all in all
    return panel(missingAnswers(counts), "That’s fine; carry on or leave it.", ...onward, toOpen, again);
  }
}

export default {
  render(context) {
    const form = new OutcomeView(context);
    return () => (form.pager.stay(), form.view.close());
  },
};
