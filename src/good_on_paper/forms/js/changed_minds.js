// Large changes, each asked about once: a changed mind is no slip of the day.

const WHY = "You answered these quite differently today. Did you change your mind about the job? Then it is no slip, and we leave it out.";
const MIND = [["yes", "I changed my mind"], ["no", "just another day"]];

class ChangedMinds {
  constructor(view) {
    this.view = view;
    const list = h("ul", { class: "gop-minds" });
    this.rows = new KeyedList(list, (spec) => this.row(spec), ({ unit, key }) => `${unit} ${key}`);
    this.el = h("div", { class: "gop-again-minds", hidden: true }, h("h3", { class: "gop-ask", text: "Did you change your mind?" }), h("p", { class: "gop-hint", text: WHY }), list);
  }

  row({ unit, key, label, said }) {
    const choice = new Choice({ view: this.view, unit, lane: "minds" }, { key, label, options: MIND, revision: 1 });
    const el = h("li", {}, choice.el, h("p", { class: "gop-hint", dir: "auto", text: said }));
    return { el, choice };
  }

  show(changes) {
    this.el.hidden = !changes.length;
    this.rows.show(changes);
    this.update();
  }

  update() {
    this.rows.rows.forEach(({ choice }) => choice.update());
  }
}
