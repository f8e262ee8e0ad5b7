// One job that went well, one that one would not repeat: a chip a job, and a line on each if one likes.

const SIDES = [
  [KEY.WENT_WELL, "One that went well", "What made it so? One line is enough, or none."],
  [KEY.WOULD_NOT_REPEAT, "One you would not repeat", "What would you not have again? One line is enough, or none."],
];
const HEADING = "Two of your jobs";
const ABOUT = "The first that come to mind. You can leave either out, and change your mind later.";

class Side extends Roving {
  constructor(form, [key, title, ask]) {
    super();
    Object.assign(this, { form, key, ask, at: 0, buttons: [] });
    this.title = h("h4", { id: uid("side"), text: title });
    this.chips = h("div", { class: "gop-names", role: "radiogroup", "aria-labelledby": this.title.id });
    this.chips.addEventListener("keydown", (event) => this.onArrows(event));
    this.chips.addEventListener("focusin", (event) => this.rove(this.buttons.indexOf(event.target)));
    this.line = h("div", { class: "gop-oneline" });
    this.hurt = h("button", { type: "button", class: "gop-quiet gop-hurt" });
    this.hurt.addEventListener("click", () => this.tick());
    this.then = h("span", { class: "gop-then", id: uid("then"), text: THEN });
    this.hurt.setAttribute("aria-describedby", this.then.id);
    const harm = h("div", { class: "gop-harm" }, this.hurt, this.then);
    this.still = h("p", { class: "gop-still", hidden: true, text: STILL });
    this.mark = h("span", { class: "gop-mark" });
    this.notes = h("div", { class: "gop-notes" });
    this.el = h("section", { class: "gop-side", "data-side": key }, h("div", { class: "gop-sidehead" }, this.title,
      this.mark), this.chips, h("div", { class: "gop-sideline" }, this.line, harm), this.still, this.notes);
  }

  build(roles) {
    const held = this.buttons.indexOf(document.activeElement);
    this.buttons = roles.map((role) => {
      const button = h("button", { type: "button", role: "radio", class: "gop-name", tabindex: "-1" });
      button.append(h("span", { dir: "auto", text: role.name }));
      if (role.detail) button.append(" ", h("span", { class: "gop-more", dir: "auto", text: role.detail }));
      button.dataset.unit = role.unit;
      button.addEventListener("click", () => this.press(role.unit));
      return button;
    });
    this.chips.replaceChildren(...this.buttons);
    const chosen = this.buttons.findIndex((button) => button.dataset.unit === this.chosen);
    this.rove(Math.max(chosen, 0));
    if (this.buttons[held]) this.focus(held);
  }

  get look() {
    return this.form.channel.look(this.form.state.person, this.key);
  }

  get chosen() {
    return this.look.given?.value;
  }

  press(unit) {
    if (unit === this.form.other(this).chosen) {
      this.form.view.say("That one is named on the other side already. Take it back there first.", true);
      return;
    }
    const given = unit === this.chosen ? { state: "cleared", value: null } : { state: "value", value: unit };
    this.form.channel.answer(this.form.state.person, this.key, given);
  }

  update() {
    const { chosen, look } = this;
    const taken = this.form.other(this).chosen;
    for (const button of this.buttons) {
      button.setAttribute("aria-checked", String(button.dataset.unit === chosen));
      this.form.view.able(button, button.dataset.unit !== taken || button.dataset.unit === chosen);
    }
    this.el.dataset.status = look.status;
    setText(this.mark, MARKS_OF[look.status] ?? "");
    this.showLine(chosen);
    this.note?.remove();
    this.note = refusalNote(this.form.view, this.form.state.person, this.key, (one) => this.form.nameOf(one.value));
    if (this.note) this.el.append(this.note);
  }

  // The field is there before a job is named, so that naming one moves nothing.
  showLine(unit) {
    if (unit !== this.unit || !this.field) {
      this.field?.flush();
      this.unit = unit;
      this.notes.replaceChildren();
      this.field = new Field(this, { ...this.form.state.line, label: this.ask });
      this.field.input.disabled = !unit;
      this.line.replaceChildren(this.field.el);
    }
    this.field.update();
    this.showHurt(unit);
  }

  // Said by the person, never guessed; from then on the page is quiet about that job.
  showHurt(unit) {
    const hurt = unit && this.channel.look(unit, "hurt").given?.value === "yes";
    this.hurt.parentElement.toggleAttribute("data-off", !unit || (this.key === KEY.WENT_WELL && !hurt));
    this.then.toggleAttribute("data-off", Boolean(hurt)); // what follows is said whole then
    setText(this.hurt, this.form.state.hurt);
    this.hurt.setAttribute("aria-pressed", String(Boolean(hurt)));
    this.still.hidden = !hurt;
  }

  tick() {
    const hurt = this.channel.look(this.unit, "hurt").given?.value === "yes";
    const given = hurt ? { state: "cleared", value: null } : { value: "yes" };
    this.channel.answer(this.unit, "hurt", given);
    if (!hurt) this.view.say(STILL);
  }

  // -- what a field asks of the one it belongs to

  get channel() {
    return this.form.channel;
  }

  get view() {
    return this.form.view;
  }

  touched() {}

  exist() {}

  doubt() {
    return "";
  }
}

const MARKS_OF = { unsaved: "NOT SAVED, trying again" };

class TwoJobsView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: HEADING,
      follows: ["roles", "bring_in", "jobs_named"],
      state: (state) => this.load(state),
      cell: () => this.update(),
      settle: () => this.sides.forEach((side) => side.field?.flush()),
    });
    this.view.root.classList.add("gop-two");
    this.heading = h("h3", { class: "gop-ask", tabindex: "-1", text: HEADING });
    this.hint = h("p", { class: "gop-hint" });
    this.sides = SIDES.map((side) => new Side(this, side));
    this.view.body.append(this.heading, this.hint, ...this.sides.map((side) => side.el));
  }

  get channel() {
    return this.view.channel;
  }

  other(side) {
    return this.sides.find((one) => one !== side);
  }

  nameOf(unit) {
    return this.state.roles.find((role) => role.unit === unit)?.name ?? "a job no longer on the list";
  }

  load(state) {
    this.state = state;
    const shape = JSON.stringify(state.roles);
    const none = !state.roles.length;
    setText(this.hint, none ? "No jobs are named yet. You can go on without; they can come any time." : ABOUT);
    this.sides.forEach((side) => (side.el.hidden = none));
    if (shape !== this.shape) {
      this.shape = shape;
      this.sides.forEach((side) => side.build(state.roles));
    }
    this.update();
  }

  update() {
    if (this.state && this.channel) this.sides.forEach((side) => side.update());
  }
}

export default {
  render(context) {
    const { view } = new TwoJobsView(context);
    return () => view.close();
  },
};
