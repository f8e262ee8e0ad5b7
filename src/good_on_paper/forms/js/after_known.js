// What one knows of a job since the interview, a circumstance a row: known, guessed or not, and of what is known, what.

const KNOWN_NOW = [
  ["know", "I know"],
  ["guess", "I guess"],
  ["unknown", "I don’t know"],
];
const WHAT_NOW = "What do you know, and who told you?";

class KnownNow {
  // owner: the job; line: its key, label and the fields of what one knows
  constructor(owner, { key, label, fields }) {
    const notes = h("div", { class: "gop-notes" });
    const of = { ...owner, notes };
    this.choice = new Choice(of, { key, label, options: KNOWN_NOW });
    this.fields = fields.map((spec) => controlFor(of, spec));
    this.more = h("div", { class: "gop-partrow" }, ...this.fields.map(({ el }) => el), notes);
    this.fold = new Fold(this.more, { words: [WHAT_NOW, "Close"], about: label });
    this.choice.el.append(this.fold.button);
    this.el = h("div", { class: "gop-knownnow" }, this.choice.el, this.more);
  }

  flush() {
    this.fields.forEach((field) => field.flush?.());
  }

  update() {
    this.choice.update();
    const knows = this.choice.chosen.includes("know");
    if (!knows && this.fold.isOpen) this.fold.turn(false);
    this.fold.button.toggleAttribute("data-none", !knows); // its room stays: no row moves away under a pointer
    this.fields.forEach((field) => field.update());
  }
}
