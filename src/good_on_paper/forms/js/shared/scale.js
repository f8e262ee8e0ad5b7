// One rating by itself: a label, what the ends mean, a button a step. It starts empty; pressing again takes back.

class Scale extends Roving {
  // spec: key, label, low, high, min, max, revision; owner: channel, view, unit
  constructor(owner, spec) {
    super();
    const { key, revision } = spec;
    this.cell = new Cell(owner, key, { asked: { revision } });
    Object.assign(this, { owner, spec, at: 0 });
    const label = (this.label = h("span", { class: "gop-choicelabel", id: uid("scale"), text: spec.label }));
    this.buttons = [];
    for (let value = spec.min; value <= spec.max; value += 1) {
      const end = { [spec.min]: `, ${spec.low}`, [spec.max]: `, ${spec.high}` }[value];
      const name = end ? `${value}${end}` : undefined;
      const button = h("button", { type: "button", role: "radio", class: "gop-step", "aria-label": name, text: value });
      button.addEventListener("click", (event) => this.onClick(event, value));
      this.buttons.push(button);
    }
    const set = h("div", { class: "gop-scalesteps", role: "radiogroup" }, ...this.buttons);
    set.setAttribute("aria-labelledby", label.id);
    const end = (text) => h("span", { class: "gop-end-word", "aria-hidden": "true", text });
    const all = h("div", { class: "gop-scaleset" }, end(spec.low), set, end(spec.high));
    this.el = h("div", { class: "gop-choice gop-scale", "data-key": key }, label, all, this.cell.mark.el);
    set.addEventListener("keydown", (event) => this.onKey(event));
    set.addEventListener("focusin", (event) => this.rove(this.buttons.indexOf(event.target)));
  }

  name(text) {
    setText(this.label, text);
  }

  look() {
    return this.cell.look();
  }

  onClick(event, value) {
    this.cell.press(value);
    if (event.detail && this.look().given) this.goOn?.(true);
  }

  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const number = /^\d$/.test(event.key) ? Number(event.key) : NaN;
    if (by) this.focus(Math.min(Math.max(this.at + by, 0), this.buttons.length - 1));
    else if (number >= this.spec.min && number <= this.spec.max) {
      if (this.cell.value !== number) this.cell.give({ value: number });
      this.focus(number - this.spec.min);
      this.goOn?.(false); // one alone keeps the focus: there another number corrects it
    } else if (["Backspace", "Delete"].includes(event.key) && this.look().given) {
      this.cell.clear();
    } else return;
    event.preventDefault();
  }

  update() {
    const { value } = this.cell;
    this.showChosen(value === undefined ? -1 : value - this.spec.min);
    this.cell.show(this.el);
  }
}

// Scales one below the other: an answer goes on to the next without one.
function listOf(scales) {
  const open = (scale) => !scale.look().given;
  for (const scale of scales) scale.goOn = () => goOnFrom(scale, scales, open, (next) => next.focus(scale.at));
  return scales;
}
