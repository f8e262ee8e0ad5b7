// A chance of 100: eleven tens to press, none of them marked, and a field for what lies between.

const TENS = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];
const NO_CHANCE = "That is no chance from 0 to 100. Type a whole number.";

class Chance extends Roving {
  // owner: whose cell it is; within(): the days it is meant for; next(): where Enter goes; again: it is a second guess,
  // which cannot be taken back
  constructor(owner, { within, next, label, again = false }) {
    super();
    const words = ({ state, value }) => (state === "value" ? `${value.of} of 100` : "nothing");
    this.cell = new Cell(owner, KEY.YES_CHANCE, { words, mark: new Mark() });
    Object.assign(this, { within, next, again, at: 0 });
    const press = (of) => () => this.press(of);
    this.buttons = TENS.map((of) => h("button", { type: "button", role: "radio", class: "gop-ten", text: of, onclick: press(of) }));
    this.set = h("div", { class: "gop-tens", role: "radiogroup", "aria-labelledby": label }, ...this.buttons);
    this.set.addEventListener("keydown", (event) => this.onArrows(event, { down: 1 }));
    const id = uid("chance");
    this.input = h("input", { id, type: "text", inputmode: "numeric", maxlength: 4 });
    this.input.addEventListener("change", () => this.flush());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.less = plainButton("−1", () => this.step(-1), { "aria-label": "One less" });
    this.more = plainButton("+1", () => this.step(1), { "aria-label": "One more" });
    const typed = h("label", { for: id, text: "Or type it:" });
    const ends = h("p", { class: "gop-ends", "aria-hidden": "true" }, h("span", { text: "0: no chance" }), h("span", { text: "100: certain" }));
    const row = h("div", { class: "gop-typed" }, typed, this.input, h("span", { text: "of 100" }), this.less, this.more, this.cell.mark.el, h("span", { class: "gop-bykeys gop-hint", text: "By keyboard: type it, then Enter" }));
    this.says = h("p", { class: "gop-note", hidden: true, text: NO_CHANCE, role: "alert" });
    this.el = h("div", { class: "gop-chance" }, this.set, ends, row, this.says);
  }

  get of() {
    return this.cell.value?.of;
  }

  give(of) {
    this.cell.give({ value: { of, within: this.within() } });
  }

  press(of) {
    if (this.of === of && !this.again) this.cell.clear();
    else this.give(of);
  }

  step(by) {
    if (this.of === undefined) return;
    this.give(Math.min(Math.max(this.of + by, 0), 100));
  }

  // What was typed, once the field is left: a number on its way to two digits is none yet.
  flush() {
    const typed = this.input.value.trim().replace(/\s*%$/, "");
    const of = /^\d{1,3}$/.test(typed) ? Number(typed) : NaN;
    const wrong = typed !== "" && !(of <= 100);
    this.says.hidden = !wrong;
    this.input.setAttribute("aria-invalid", String(wrong));
    if (wrong || of === this.of) return !wrong;
    if (typed !== "") this.give(of);
    else if (this.of !== undefined && !this.again) this.cell.clear();
    return true;
  }

  onKey(event) {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (event.key !== "Enter" && !by) return;
    event.preventDefault();
    if (by) this.step(by);
    else if (this.flush()) this.next?.();
  }

  update() {
    const { of } = this;
    this.showChosen(TENS.indexOf(of));
    if (this.input !== document.activeElement || of !== undefined) this.input.value = of ?? (this.says.hidden ? "" : this.input.value);
    for (const button of [this.less, this.more]) button.setAttribute("aria-disabled", String(of === undefined));
    this.cell.show(this.el);
  }
}
