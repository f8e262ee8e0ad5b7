// Who you learned from, who you taught: two lists to add to, and one line on what one can teach.

class LineageView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "Learned and taught",
      state: (state) => this.load(state),
      cell: () => this.update(),
      settle: () => this.controls.forEach((one) => one.flush()),
    });
    this.controls = [];
    this.view.root.classList.add("gop-stories", "gop-onefold");
    setText(this.view.eyebrow, "");
    this.main = h("div", {});
    this.view.body.append(details("Who you learned from, who you taught", [this.main], { class: "gop-sheetfold" }));
  }

  load(state) {
    if (!this.owner) this.build(state);
    this.update();
  }

  build({ lists, line, person }) {
    this.notes = h("div", { class: "gop-notes" });
    this.owner = { view: this.view, unit: person, notes: this.notes };
    const parts = lists.map(({ heading, rows, fields }) => {
      const list = h("div", {});
      let last = 0;
      const add = () => {
        last += 1;
        const made = fields.map((spec) => new Field(this.owner, { ...spec, key: `${spec.key}:${last}` }));
        this.controls.push(...made);
        list.append(h("div", { class: "gop-lineagerow" }, ...made.map((one) => one.el)));
      };
      for (let row = 0; row < rows; row += 1) add();
      return h("section", {}, h("h4", { text: heading }), list, quietButton("Add another", () => (add(), this.update())));
    });
    const own = new Field(this.owner, line);
    this.controls.push(own);
    this.main.append(...parts, own.el, this.notes);
  }

  update() {
    this.controls.forEach((one) => one.update());
  }
}

export default {
  render(context) {
    const { view } = new LineageView(context);
    return () => view.close();
  },
};
