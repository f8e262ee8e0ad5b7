// What one knows of a job since the interview, a circumstance a row: known, guessed or not, and of what is known, what.

const KNOWN_NOW = [
  ["know", "I know"],
  ["guess", "I guess"],
  ["unknown", "I don’t know"],
];

class KnownNow {
  // owner: the job; line: its key, label and the fields that open with "I know"
  constructor(owner, { key, label, fields }) {
    const notes = h("div", { class: "gop-notes" });
    const of = { ...owner, notes };
    this.choice = new Choice(of, { key, label, options: KNOWN_NOW });
    this.fields = fields.map((spec) => controlFor(of, spec));
    this.more = h("div", { class: "gop-partrow", hidden: true }, ...this.fields.map(({ el }) => el), notes);
    this.el = h("div", { class: "gop-knownnow" }, this.choice.el, this.more);
  }

  flush() {
    this.fields.forEach((field) => field.flush?.());
  }

  update() {
    this.choice.update();
    this.more.hidden = !this.choice.chosen.includes("know");
    this.fields.forEach((field) => field.update());
  }
}
