// A few words of which one is chosen; nothing of it is an answer in the record.

class Radios extends Roving {
  // options: [value, text]; turned(): called after each choice
  constructor(label, options, turned) {
    super();
    Object.assign(this, { options, turned });
    const name = h("span", { class: "gop-choicelabel", id: uid("radios"), text: label });
    this.buttons = options.map(([, text], at) =>
      h("button", { type: "button", class: "gop-pick", role: "radio", text, onclick: () => this.choose(at) }),
    );
    const set = h("div", { class: "gop-picks", role: "radiogroup", "aria-labelledby": name.id }, ...this.buttons);
    set.addEventListener("keydown", (event) => this.onArrows(event, { round: true }));
    set.addEventListener("focusin", (event) => this.choose(this.buttons.indexOf(event.target)));
    this.el = h("div", { class: "gop-choice" }, name, set);
    this.mark(0);
  }

  mark(at) {
    this.rove(at);
    [this.value] = this.options[at];
    this.buttons.forEach((button, place) => button.setAttribute("aria-checked", String(place === at)));
  }

  choose(at) {
    if (this.options[at][0] === this.value) return;
    this.mark(at);
    this.turned();
  }
}
