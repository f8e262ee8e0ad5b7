// One job that went well, one that one would not repeat: a chip a job, a line on each if one likes, how it looked.

const SIDES = [
  [KEY.WENT_WELL, "One that went well", "What made it good? One sentence is enough."],
  [KEY.WOULD_NOT_REPEAT, "One you would not do again", "What would you never want again? One sentence is enough."],
];
const HEADING = "Two of your jobs";
const FEW = 4; // more jobs than that stand in columns, so that both sides are in sight together
const ABOUT = "Pick the first two that come to mind. You can skip either, and change them later.";

class Side extends Roving {
  constructor(form, [key, title, ask]) {
    super();
    Object.assign(this, { form, key, ask, view: form.view, at: 0, buttons: [] });
    const person = { view: form.view, get unit() { return form.state.person; } };
    const mark = new Mark({ unsaved: NOT_SAVED }); // short: it stands beside the heading
    this.cell = new Cell(person, key, { words: (one) => form.nameOf(one.value), mark });
    this.title = h("h4", { id: uid("side"), text: title });
    this.chips = h("div", { class: "gop-names", role: "radiogroup", "aria-labelledby": this.title.id });
    this.names = new KeyedList(this.chips, (role) => this.chip(role), ({ unit }) => unit);
    this.chips.addEventListener("keydown", (event) => this.onArrows(event));
    this.chips.addEventListener("focusin", (event) => this.rove(this.buttons.indexOf(event.target)));
    this.line = h("div", { class: "gop-oneline" });
    this.hurt = quietButton("", () => this.tick(), { class: "gop-quiet gop-hurt" });
    this.then = h("span", { class: "gop-then", id: uid("then"), text: `Choose this and ${THEN}` });
    this.hurt.setAttribute("aria-describedby", this.then.id);
    // in the head, as it is seen: Tab from the last field goes on to Next, never up to this
    const harm = h("div", { class: "gop-harm" }, this.hurt, this.then);
    this.still = h("p", { class: "gop-still", hidden: true, text: STILL });
    this.notes = h("div", { class: "gop-notes" });
    this.looked = h("div", { class: "gop-looked" });
    this.el = h("section", { class: "gop-side", "data-side": key }, h("div", { class: "gop-sidehead" }, this.title,
      this.cell.mark.el, harm), this.chips, this.looked, h("div", { class: "gop-sideline" }, this.line), this.still, this.notes);
  }

  build(roles) {
    this.chips.toggleAttribute("data-many", roles.length > FEW);
    const again = this.names.show(roles);
    this.buttons = this.names.rows.map((chip) => chip.el);
    const at = (found) => this.buttons.findIndex(found);
    const held = at((button) => button === document.activeElement);
    this.rove(held >= 0 ? held : Math.max(at((button) => button.dataset.unit === this.chosen), 0));
    if (again) this.focus(this.buttons.indexOf(again.el));
  }

  chip({ unit, name, detail }) {
    const more = detail ? [" ", h("span", { class: "gop-more", dir: "auto", text: detail })] : [];
    const props = { type: "button", role: "radio", class: "gop-option gop-name", tabindex: "-1", "data-unit": unit };
    const el = h("button", { ...props, onclick: (event) => this.press(unit, event.detail) }, h("span", { dir: "auto", text: name }), ...more);
    return { el };
  }

  get chosen() {
    return this.cell.value;
  }

  // After a click the next thing asked of that job is ready: how it looked, by a number; after that its sentence.
  press(unit, clicked) {
    if (unit === this.form.other(this).chosen) {
      this.form.view.say("You chose this job on the other side. Click it there first, to remove it.", true);
      return;
    }
    this.cell.press(unit);
    if (clicked && this.chosen === unit && !this.scale.look().given) this.scale.focus(this.scale.at);
  }

  // A number by key keeps the focus, where another one corrects it.
  goOn(clicked) {
    if (clicked && !this.field.stands) this.field.input.focus();
  }

  // From one sentence to the other job, from the last one on.
  onEnter(event) {
    if (event.key !== "Enter" || event.isComposing) return;
    const [, other] = this.form.sides;
    if (other !== this && !other.chosen) return other.focus(other.at);
    return this.form.leave();
  }

  update() {
    const { chosen } = this;
    const taken = this.form.other(this).chosen;
    for (const button of this.buttons) {
      button.setAttribute("aria-checked", String(button.dataset.unit === chosen));
      this.form.view.able(button, button.dataset.unit !== taken || button.dataset.unit === chosen);
    }
    this.cell.show(this.el);
    this.showLine(chosen);
  }

  // The field is there before a job is named, so that naming one moves nothing.
  showLine(unit) {
    if (unit !== this.unit || !this.field) {
      this.field?.flush();
      this.unit = unit;
      this.notes.replaceChildren();
      this.field = new Field(this, { ...this.form.state.line, label: this.ask });
      this.field.input.disabled = !unit;
      this.field.input.addEventListener("keydown", (event) => this.onEnter(event));
      this.line.replaceChildren(this.field.el);
      const { paper } = this.form.state;
      this.scale = new Scale(this, { ...paper, label: paper.ask });
      this.scale.goOn = (clicked) => this.goOn(clicked);
      this.looked.replaceChildren(this.scale.el);
      this.looked.toggleAttribute("data-off", !unit);
    }
    this.field.update();
    this.scale.update();
    this.showHurt(unit);
  }

  // Said by the person, never guessed; from then on the page is quiet about that job.
  showHurt(unit) {
    const hurt = unit && this.hurtHere.value === "yes";
    this.hurt.parentElement.toggleAttribute("data-off", !unit || (this.key === KEY.WENT_WELL && !hurt));
    this.then.toggleAttribute("data-off", Boolean(hurt)); // what follows is said whole then
    setText(this.hurt, this.form.state.hurt);
    this.hurt.setAttribute("aria-pressed", String(Boolean(hurt)));
    this.still.hidden = !hurt;
  }

  get hurtHere() {
    return new Cell(this, "hurt");
  }

  tick() {
    const { hurtHere } = this;
    hurtHere.press("yes");
    if (hurtHere.value) this.view.say(STILL);
  }
}

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
    this.picture = h("figure", { class: "gop-twopaper" }); // its line is there from the start: Next stays in place
    this.view.body.append(this.heading, this.hint, ...this.sides.map((side) => side.el), this.picture);
  }

  get channel() {
    return this.view.channel;
  }

  leave() {
    this.view.root.dispatchEvent(new CustomEvent("gop-done", { bubbles: true, cancelable: true }));
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
    setText(this.hint, none ? "No jobs here yet. You can go on without them and add them any time." : ABOUT);
    this.sides.forEach((side) => (side.el.hidden = none));
    if (shape !== this.shape) {
      this.shape = shape;
      this.sides.forEach((side) => side.build(state.roles));
    }
    this.draw(state.drawn);
    this.update();
  }

  // How good the two looked, drawn: once for light, once for dark, each for a page and for a phone.
  draw(drawn) {
    const now = JSON.stringify(drawn);
    if (now === this.now) return;
    this.now = now;
    const open = this.picture.firstChild?.open ?? false;
    if (!drawn) return this.picture.replaceChildren();
    const image = ([which, svg]) => {
      const src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
      return h("img", { class: which, alt: drawn.alt, src });
    };
    const small = h("p", { class: "gop-hint", text: drawn.small });
    const fold = details(drawn.title, [...Object.entries(drawn.pictures).map(image), small]);
    fold.open = open;
    return this.picture.replaceChildren(fold);
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
