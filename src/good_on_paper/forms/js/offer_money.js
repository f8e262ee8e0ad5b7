// Money compared fairly: what each offer pays and takes in a row a figure, and the two amounts that bring it onto 1 to 7.

const PAID = ["A year, in writing", "Promised, not in writing", "An hour, with all it takes"];
const TWO = "Name two amounts and money counts in the comparison too. What was only promised makes a band.";

class OfferMoney {
  constructor(view, { offers, money, person }) {
    Object.assign(this, { view, offers, person });
    this.cells = PAID.map(() => offers.map(() => h("span", { dir: "auto" })));
    const rows = PAID.map((label, at) => offerRow(label, this.cells[at].map((cell, place) => offerCell(cell, offers[place][1]))));
    this.fields = [];
    const columns = offers.map(([unit, name]) => this.column(unit, name, money.fields));
    const set = h("div", { class: "gop-offermoney" }, ...columns);
    this.form = details("What each one pays, and what it takes", [set], { class: "gop-offerfold" });
    const you = { view, unit: person, notes: h("div", { class: "gop-notes" }) };
    const amounts = money.amounts.map((spec) => new Field(you, spec));
    const by = new Choice(you, money.by);
    const counts = new Scale(you, money.counts);
    this.fields.push(...amounts);
    this.choices = [by, counts];
    const pair = h("div", { class: "gop-offeramounts" }, ...amounts.map(({ el }) => el));
    const hint = h("p", { class: "gop-hint", text: TWO });
    this.scale = details("What money is worth to you", [hint, pair, you.notes, by.el, counts.el], { class: "gop-offerfold" });
    this.assumed = h("p", { class: "gop-hint", hidden: true });
    this.el = h("section", { class: "gop-offers-part" }, h("h3", { text: "Money, compared fairly" }));
    this.el.append(h("p", { class: "gop-hint", text: "Travel and unpaid hours count too, once you’ve said how many." }), ...rows, this.assumed, this.form, this.scale);
  }

  column(unit, name, specs) {
    const owner = { view: this.view, unit, notes: h("div", { class: "gop-notes" }) };
    const fields = specs.map((spec) => new Field(owner, spec));
    this.fields.push(...fields);
    const group = h("div", { role: "group", "aria-label": name }, h("h4", { text: name, dir: "auto" }));
    group.append(...fields.map(({ el }) => el), owner.notes);
    return group;
  }

  show({ lines, assumed }) {
    setText(this.assumed, assumed);
    this.assumed.hidden = !assumed;
    lines.forEach((line, place) => line.forEach((text, at) => setText(this.cells[at][place], text)));
  }

  update() {
    this.fields.forEach((field) => field.update());
    this.choices.forEach((choice) => choice.update());
  }

  flush() {
    this.fields.forEach((field) => field.flush());
  }
}

// A row of the page: its name, and a cell an offer; what is private stays on the screen, by the browser's own print too.
function offerRow(label, cells, small = "", off = false) {
  const name = h("div", { class: "gop-offerlabel", dir: "auto" }, label);
  if (small) name.append(h("small", { text: small }));
  return h("div", { class: off ? "gop-offerrow gop-offpaper" : "gop-offerrow" }, name, ...cells);
}

function offerCell(inside, name) {
  return h("div", { class: "gop-offercell" }, h("span", { class: "gop-offername", text: name, dir: "auto" }), inside);
}
