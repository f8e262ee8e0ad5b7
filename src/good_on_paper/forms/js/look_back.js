// The offer that was taken: how the person thinks it will be, locked until its day, and then how it is.

const TAKEN = "Which one did you take?";
const PREDICT = "How will it be? Say it now; we’ll ask again on the day you choose, in a year if you choose none.";
const HOW = "How is it?";

class LookBack {
  constructor(view, { offers }) {
    Object.assign(this, { view, fields: [], scales: [] });
    this.picks = offers.map(([unit, name]) => {
      const press = () => view.channel.put({ type: "take", unit }, { lane: "take" });
      return h("button", { type: "button", class: "gop-pick", "data-unit": unit, text: name, dir: "auto", onclick: press });
    });
    const label = h("span", { class: "gop-choicelabel", id: uid("taken"), text: TAKEN });
    this.choice = h("div", { class: "gop-choice" }, label, h("div", { class: "gop-picks", role: "group", "aria-labelledby": label.id }, ...this.picks));
    this.body = h("div", {});
    this.el = details("Have you chosen? Say now how you think it will be", [this.choice, this.body], { class: "gop-offerfold" });
  }

  show(prediction) {
    this.prediction = prediction;
    this.picks.forEach((pick) => pick.setAttribute("aria-pressed", String(pick.dataset.unit === prediction?.unit)));
    this.choice.hidden = Boolean(prediction?.locked);
    const shape = JSON.stringify(prediction);
    if (shape === this.shape) return this.update();
    this.shape = shape;
    [this.fields, this.scales] = [[], []];
    this.body.replaceChildren(...(prediction ? this.parts(prediction) : []));
    if (prediction?.due) this.el.open = true;
    return this.update();
  }

  parts({ unit, locked, due, scales, when, said, found }) {
    const owner = { view: this.view, unit, notes: h("div", { class: "gop-notes" }) };
    this.scales = listOf(scales.map((spec) => new Scale(owner, spec)));
    const sentences = said.map((text) => h("p", { class: "gop-hint", dir: "auto", text }));
    const steps = this.scales.map(({ el }) => el);
    if (due) return [sentences[0], h("p", { class: "gop-ask", text: HOW }), ...steps, h("p", { class: "gop-lookfound", text: found })];
    if (locked) return sentences;
    const day = new DateField(owner, when);
    this.fields = [day];
    this.lock = plainButton("Lock it", () => this.send(unit));
    return [h("p", { class: "gop-hint", text: PREDICT }), ...steps, day.el, owner.notes, h("div", { class: "gop-foot" }, this.lock)];
  }

  send(unit) {
    this.flush();
    if (this.isWhole) this.view.channel.put({ type: "lock", unit }, { alone: true, lane: "lock" });
  }

  get isWhole() {
    return this.scales.every((scale) => scale.look().given);
  }

  update() {
    this.scales.forEach((scale) => scale.update());
    this.fields.forEach((field) => field.update());
    if (this.lock) this.view.able(this.lock, this.isWhole);
  }

  flush() {
    this.fields.forEach((field) => field.flush());
  }
}
