// Every choice, a row each: how it stands, and opened by a click its controls, what was chosen before, and its page.

class ChoiceRow {
  constructor(sheet, what) {
    this.sheet = sheet;
    this.stands = h("span", { dir: "auto" });
    this.way = h("span", { class: "gop-choice-way" });
    this.fixed = h("p", { class: "gop-fixed" });
    this.note = h("p", { class: "gop-hint" });
    this.page = h("p");
    const controls = h("div");
    this.controls = new KeyedList(controls, (key) => this.made(key));
    const summary = h("summary", {}, h("span", { text: what }), this.stands, this.way);
    this.el = h("li", {}, h("details", {}, summary, this.fixed, controls, this.note, this.page));
  }

  made(key) {
    const spec = this.specs.get(key);
    return new CONTROLS[spec.kind](this.sheet, spec);
  }

  show({ stands, page, fixed, note, controls }) {
    setText(this.stands, stands);
    setText(this.way, fixed ? "fixed" : controls.length ? "change" : "on its page");
    setText(this.fixed, fixed);
    setText(this.note, note);
    this.fixed.hidden = !fixed;
    this.note.hidden = !note;
    this.specs = new Map(controls.map((spec) => [spec.key, spec]));
    this.controls.show([...this.specs.keys()]);
    for (const [key, spec] of this.specs) this.controls.get(key).show(spec, Boolean(fixed));
    if (page && !this.page.firstChild) this.page.append("Its page: ", notebookLink(page));
    this.page.hidden = !page;
  }
}

class ChoiceList {
  constructor(sheet) {
    this.el = h("ul", { class: "gop-choices" });
    this.list = new KeyedList(this.el, (what) => new ChoiceRow(sheet, what));
  }

  show(choices) {
    this.list.show(choices.map(({ what }) => what));
    for (const choice of choices) this.list.get(choice.what).show(choice);
  }
}
