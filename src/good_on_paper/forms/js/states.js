// How a job left you: three questions over all jobs, on demand.

const OFFER = "Three questions about you in each job: energy left, attention, doubt. We look for no pattern in them.";
const NONE = "This opens once you have named a job.";
const HINT = "Skip any you like; “can’t remember” is fine.";

class StatesView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "How it left you",
      follows: ["roles", "two_jobs"],
      state: (state) => this.load(state),
      cell: (cell) => this.side.update(cell),
    });
    const leave = () => this.show("offer");
    const again = () => plainButton("Look through it again", () => this.side.go(0));
    this.side = new SideBySide(this.view, {
      back: { words: "Close", leave },
      hint: () => HINT,
      finished: () => this.side.end("Below you see how you work best, once something stands out.", again()),
      changed: () => setText(this.view.eyebrow, this.side.where),
    });
    this.main = h("div");
    this.view.body.append(this.main);
  }

  load(state) {
    this.state = state;
    const isNew = this.side.load(state);
    this.view.tools.hidden = !state.rows.length;
    if (!state.rows.length) return this.waits();
    if (this.screen !== "asked" || !this.side.table) return this.show(this.view.channel.place.open ? "asked" : "offer");
    return isNew ? this.side.show() : this.side.update(null);
  }

  waits() {
    this.screen = "none";
    setText(this.view.eyebrow, "");
    this.main.replaceChildren(h("p", { class: "gop-hint", text: NONE }));
  }

  show(screen) {
    const held = this.main.contains(document.activeElement);
    this.screen = screen;
    this.view.channel.place.open = screen === "asked";
    if (screen === "asked") {
      this.main.replaceChildren(this.side.el);
      this.side.go(Math.max(this.side.firstOpen(), 0), held);
      return;
    }
    this.main.replaceChildren(...this.offer());
    if (held) this.main.querySelector("button").focus();
  }

  offer() {
    setText(this.view.eyebrow, ""); // the page has a heading over it
    const begun = this.side.counts().some(([given]) => given);
    const open = () => this.show("asked");
    const words = begun ? "Look through your answers" : "Answer these too";
    return [h("p", { class: "gop-hint", text: OFFER }), h("div", { class: "gop-actions" }, plainButton(words, open))];
  }
}

export default {
  render(context) {
    const form = new StatesView(context);
    return () => (form.side.pager.stay(), form.view.close());
  },
};
