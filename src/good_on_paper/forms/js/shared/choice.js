// A few words to press, one of them or several; pressing again takes back.
class Choice extends Roving {
  constructor(owner, spec, { several }) {
    super();
    Object.assign(this, { owner, spec, several, at: 0 });
    const label = h("span", { class: "gop-choicelabel", id: uid("choice"), text: spec.label });
    const role = several ? undefined : "radio";
    this.buttons = spec.options.map(([value, text]) => {
      const button = h("button", { type: "button", class: "gop-pick", role, text });
      button.addEventListener("click", () => this.press(value));
      return button;
    });
    const set = h("div", { class: "gop-picks", role: several ? "group" : "radiogroup" }, ...this.buttons);
    set.setAttribute("aria-labelledby", label.id);
    this.mark = h("span", { class: "gop-mark" });
    this.el = h("div", { class: "gop-choice", "data-key": spec.key }, label, set, this.mark);
    set.addEventListener("keydown", (event) => this.onArrows(event, { round: true }));
  }

  get chosen() {
    const { given } = this.look();
    if (given?.state !== "value") return [];
    return this.several ? given.value : [given.value];
  }

  look() {
    return this.owner.channel.look(this.owner.unit, this.spec.key);
  }

  press(value) {
    const held = this.chosen;
    const now = held.includes(value) ? held.filter((one) => one !== value) : [...(this.several ? held : []), value];
    this.give(now.length ? { value: this.several ? now : now[0] } : { state: "cleared", value: null });
  }

  give(given) {
    this.owner.channel.answer(this.owner.unit, this.spec.key, { ...given, revision: this.spec.revision });
  }

  update() {
    const { status, why } = this.look();
    const chosen = this.chosen;
    this.buttons.forEach((button, place) => {
      const on = String(chosen.includes(this.spec.options[place][0]));
      button.setAttribute(this.several ? "aria-pressed" : "aria-checked", on);
    });
    if (!this.buttons.includes(document.activeElement)) {
      this.rove(Math.max(0, this.spec.options.findIndex(([value]) => chosen.includes(value))));
    }
    this.el.dataset.status = status;
    setText(this.mark, { unsaved: "NOT SAVED, trying again" }[status] ?? "");
    this.mark.title = why;
    this.note?.remove();
    const words = (one) => (one.state === "value" ? `“${[one.value].flat().join(", ")}”` : "nothing");
    this.note = refusalNote(this.owner.view, this.owner.unit, this.spec.key, words);
    if (this.note) this.el.append(this.note);
  }
}
