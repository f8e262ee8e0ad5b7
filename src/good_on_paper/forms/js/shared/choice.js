// A few words to press, one of them or several; pressing again takes back.

class Choice extends Roving {
  // several: they can stand together; label: an element that names them elsewhere; words, mark: as a cell's
  constructor(owner, spec, { several = false, label, words = quoted, mark } = {}) {
    super();
    const { key, revision } = spec;
    this.cell = new Cell(owner, key, { asked: { revision }, words, mark });
    Object.assign(this, { owner, spec, several, at: 0 });
    const own = label ? null : h("span", { class: "gop-choicelabel", id: uid("choice"), text: spec.label });
    const role = several ? undefined : "radio";
    this.buttons = spec.options.map(([value, text]) =>
      h("button", { type: "button", class: "gop-pick", role, text, onclick: () => this.press(value) }),
    );
    this.set = h("div", { class: "gop-picks", role: several ? "group" : "radiogroup" }, ...this.buttons);
    this.set.setAttribute("aria-labelledby", (label ?? own).id);
    this.el = h("div", { class: "gop-choice", "data-key": key }, own, this.set, this.cell.mark.el);
    this.set.addEventListener("keydown", (event) => this.onArrows(event, { round: true }));
  }

  look() {
    return this.cell.look();
  }

  get chosen() {
    const { value } = this.cell;
    if (value === undefined) return [];
    return this.several ? value : [value];
  }

  press(value) {
    if (this.several) this.cell.pick(value);
    else this.cell.press(value);
  }

  update() {
    const { chosen } = this;
    this.buttons.forEach((button, place) => {
      const on = String(chosen.includes(this.spec.options[place][0]));
      button.setAttribute(this.several ? "aria-pressed" : "aria-checked", on);
    });
    this.settleAt(this.spec.options.findIndex(([value]) => chosen.includes(value)));
    this.cell.show(this.el);
  }
}

function quoted({ state, value }) {
  return state === "value" ? `“${[value].flat().join(", ")}”` : "nothing";
}
