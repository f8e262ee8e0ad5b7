// Keep, grow, leave: a row a way or a circumstance, three words to press.

const KEEP_ASK = "Keep, grow or leave";
const KEEP_LETTERS = { k: "keep", g: "grow", l: "leave" };

class KeepRow {
  constructor(list, [key, text]) {
    const owner = { view: list.view, unit: list.state.person };
    this.label = h("span", { class: "gop-choicelabel", id: uid("keep"), text });
    const spec = { key, label: "", options: list.state.options, revision: 1 };
    this.choice = new RowChoice(owner, spec, { letters: KEEP_LETTERS, row: this, rows: () => list.rows, label: this.label });
    this.choice.el.prepend(this.label);
    this.el = h("div", { class: "gop-keeprow" }, this.choice.el);
  }
}

class KeepView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: KEEP_ASK,
      follows: ["achievements"],
      state: (state) => this.load(state),
      cell: () => this.update(),
    });
    this.view.root.classList.add("gop-stories", "gop-onefold");
    setText(this.view.eyebrow, "");
    this.main = h("div", {});
    this.list = new KeyedList(this.main, (thing) => new KeepRow(this, thing), ([key]) => key);
    this.fold = details(KEEP_ASK, [this.main], { class: "gop-sheetfold" });
    this.view.body.append(this.fold);
  }

  get rows() {
    return this.list.rows;
  }

  load(state) {
    this.state = state;
    this.list.show(state.things);
    this.view.root.firstElementChild.hidden = !state.things.length;
    this.update();
  }

  update() {
    this.rows.forEach((row) => row.choice.update());
  }
}

export default {
  render(context) {
    const { view } = new KeepView(context);
    return () => view.close();
  },
};
