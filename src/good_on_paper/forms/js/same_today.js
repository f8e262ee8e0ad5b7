// Some ratings, asked again: a few at a time, each empty. Nothing of what was said before is on the page.

const ON_A_PAGE = 6;
const BEGIN = "We draw a fifth of your ratings by chance, the same share of each job, and ask them again without showing what you said.";
const COUNT = "Today’s answers count from now on; the earlier ones are kept.";
const DONE = "That’s it for today. Below you see how much your answers stayed the same.";

// Pressing again takes nothing back: what was said before would go with it.
class AgainScale extends Scale {
  constructor(owner, spec) {
    super(owner, spec);
    this.cell.press = (value) => this.cell.value !== value && this.cell.give({ value });
    this.cell.clear = () => {};
  }
}

class LineAgain {
  constructor(view, line) {
    const heading = h("h3", { class: "gop-ask", tabindex: "-1", text: line.ask });
    const { key, low, high, min, max, revision } = line;
    this.heading = heading;
    this.scales = line.jobs.map(({ unit, name, detail }) => {
      const label = [name, detail].filter(Boolean).join(", ");
      return new AgainScale({ view, unit }, { key, label, low, high, min, max, revision });
    });
    this.el = h("section", { class: "gop-again" }, heading, ...this.scales.map(({ el }) => el));
  }
}

class SameTodayView {
  constructor({ model, el }) {
    this.shape = "";
    this.pages = [];
    this.view = new FormView(model, el, {
      title: "Asked again",
      state: (state) => this.load(state),
      cell: () => this.update(),
    });
    this.view.root.classList.add("gop-same");
    const go = (page) => this.go(page);
    this.pager = new Pager({ word: "page", go, stop: () => this.rest("stopped") });
    this.heading = h("h2", { text: "Would you say the same today?" });
    this.main = h("div");
    this.minds = new ChangedMinds(this.view);
    this.view.body.append(this.heading, this.main, this.minds.el);
    this.eye = new IntersectionObserver((seen) => seen.at(-1).isIntersecting && this.view.channel?.ask("refresh"));
    this.eye.observe(this.view.root);
  }

  load(state) {
    const shape = JSON.stringify([state.lines, state.waits, state.from, state.few]);
    this.state = state;
    if (shape !== this.shape) this.build(state);
    this.shape = shape;
    this.update();
  }

  build({ lines }) {
    this.pages = [];
    for (const line of lines) {
      const last = this.pages.at(-1);
      const room = last && last.reduce((sum, one) => sum + one.jobs.length, 0) + line.jobs.length <= ON_A_PAGE;
      if (room) last.push(line);
      else this.pages.push([line]);
    }
    const open = this.counts().findIndex(([given, asked]) => given < asked);
    if (!lines.length) this.opening();
    else if (open < 0) this.rest("done");
    else this.go(open, false);
  }

  counts() {
    const given = (line) => line.jobs.filter(({ unit }) => this.view.channel.look(unit, line.key).given).length;
    const sum = (page, of) => page.reduce((all, line) => all + of(line), 0);
    return this.pages.map((page) => [sum(page, given), sum(page, (line) => line.jobs.length)]);
  }

  opening() {
    this.screen = "opening";
    const { waits, minutes, from, few } = this.state;
    const said = [];
    const length = minutes === 1 ? "About a minute" : `About ${minutes} minutes`;
    if (waits) said.push(BEGIN, `${length}; stop whenever you like. ${COUNT}`);
    if (from) said.push(`From ${from}: some of your ratings, asked again.`);
    if (few) said.push("Nothing to ask again yet: that takes 40 ratings.");
    const begin = plainButton("Begin", () => this.view.channel.put({ type: "begin" }, { lane: "begin" }));
    const actions = waits ? [h("div", { class: "gop-actions" }, begin)] : [];
    this.main.replaceChildren(...said.map((text) => h("p", { text })), ...actions);
  }

  go(page, focus = true) {
    if (page >= this.pages.length) return this.rest("done");
    this.screen = "page";
    this.page = page;
    this.lines = this.pages[page].map((line) => new LineAgain(this.view, line));
    this.scales = listOf(this.lines.flatMap(({ scales }) => scales));
    this.main.replaceChildren(...this.lines.map(({ el }) => el), this.pager.el);
    this.update();
    if (focus) this.lines[0].heading.focus();
    return undefined;
  }

  rest(screen) {
    this.screen = screen;
    const left = this.counts().findIndex(([given, asked]) => given < asked);
    const goOn = left < 0 ? [] : [plainButton("Go on", () => this.go(left))];
    const text = left < 0 ? DONE : "Stopped here. What you answered is kept; the rest can wait, or stay open.";
    this.main.replaceChildren(panel(left < 0 ? "Done" : "Enough for now", text, ...goOn));
    this.main.querySelector("h3").focus({ preventScroll: true });
    this.view.channel.ask("refresh"); // a large change is asked about only now
    this.update();
  }

  update() {
    if (!this.state) return;
    if (this.screen === "page") {
      this.scales.forEach((scale) => scale.update());
      this.pager.show(this.page, this.counts());
      this.pager.open.textContent = "";
    }
    this.minds.show(this.screen === "page" ? [] : this.state.changes);
    const nothing = !this.main.childElementCount && !this.state.changes.length;
    this.heading.hidden = nothing;
    setText(this.view.eyebrow, nothing ? "" : "Asked again");
  }

  close() {
    this.eye.disconnect();
    this.view.close();
  }
}

export default {
  render(context) {
    const form = new SameTodayView(context);
    return () => form.close();
  },
};
