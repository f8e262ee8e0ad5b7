// One rating by itself: a label, what the ends mean, a button a step. It starts empty; pressing again takes back.

class Scale extends Roving {
  // spec: key, label, low, high, min, max, revision; owner: channel, view, unit
  constructor(owner, spec) {
    super();
    Object.assign(this, { owner, spec, at: 0 });
    const label = h("span", { class: "gop-choicelabel", id: uid("scale"), text: spec.label });
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
    this.mark = h("span", { class: "gop-mark" });
    const all = h("div", { class: "gop-scaleset" }, end(spec.low), set, end(spec.high));
    this.el = h("div", { class: "gop-choice gop-scale", "data-key": spec.key }, label, all, this.mark);
    set.addEventListener("keydown", (event) => this.onKey(event));
    set.addEventListener("focusin", (event) => this.rove(this.buttons.indexOf(event.target)));
  }

  look() {
    return this.owner.channel.look(this.owner.unit, this.spec.key);
  }

  give(given) {
    this.owner.channel.answer(this.owner.unit, this.spec.key, { ...given, revision: this.spec.revision });
  }

  press(value) {
    const { given } = this.look();
    this.give(given?.value === value ? { state: "cleared", value: null } : { value });
  }

  onClick(event, value) {
    this.press(value);
    if (event.detail && this.look().given) this.goOn?.();
  }

  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const number = /^\d$/.test(event.key) ? Number(event.key) : NaN;
    if (by) this.focus(Math.min(Math.max(this.at + by, 0), this.buttons.length - 1));
    else if (number >= this.spec.min && number <= this.spec.max) {
      if (this.look().given?.value !== number) this.give({ value: number });
      this.focus(number - this.spec.min);
      this.goOn?.(); // one alone keeps the focus: there another number corrects it
    } else if (["Backspace", "Delete"].includes(event.key) && this.look().given) {
      this.give({ state: "cleared", value: null });
    } else return;
    event.preventDefault();
  }

  update() {
    const { given, status, why } = this.look();
    const chosen = given?.state === "value" ? given.value - this.spec.min : -1;
    this.buttons.forEach((button, place) => button.setAttribute("aria-checked", String(place === chosen)));
    if (!this.buttons.includes(document.activeElement)) this.rove(Math.max(chosen, 0));
    this.el.dataset.status = status;
    setText(this.mark, { unsaved: "NOT SAVED, trying again" }[status] ?? "");
    this.mark.title = why;
    this.note?.remove();
    const words = (one) => (one.state === "value" ? String(one.value) : "nothing");
    this.note = refusalNote(this.owner.view, this.owner.unit, this.spec.key, words);
    if (this.note) this.el.append(this.note);
  }
}

// Scales one below the other: an answer goes on to the next without one.
function listOf(scales) {
  const open = (scale) => !scale.look().given;
  for (const scale of scales) scale.goOn = () => goOnFrom(scale, scales, open, (next) => next.focus(scale.at));
  return scales;
}
