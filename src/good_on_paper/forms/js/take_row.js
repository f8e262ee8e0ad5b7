// One thing to take home: four words to press; below it, on request, the person's own words, and what it is worth.

const LETTERS = { n: "must", w: "want", l: "live", x: "not" };
const WORTH = "What it is worth to me";
const IN_MY_WORDS = "In my words";

class TakeRow {
  constructor(list, thing) {
    Object.assign(this, { list, thing, view: list.view });
    this.you = { view: list.view, unit: list.person, notes: h("div", { class: "gop-notes" }) };
    const { options } = list.state;
    const words = ({ value }) => options.find(([option]) => option === value)?.[1] ?? "nothing";
    const spec = { key: this.item(KEY.TAKE_SAYS), label: "", options, revision: 1 };
    this.label = h("span", { class: "gop-choicelabel", id: uid("thing"), dir: "auto" });
    this.choice = new RowChoice(this.you, spec, {
      letters: LETTERS, row: this, rows: () => list.rows, label: this.label, words,
    });
    this.choice.el.prepend(this.label);
    this.why = h("p", { class: "gop-hint gop-takewhy" });
    this.inside = h("div", { class: "gop-takeworth" });
    this.more = new Fold(this.inside, { first: () => this.build(), turned: () => this.update() });
    const line = h("div", { class: "gop-takeline" }, this.choice.el, this.more.button);
    this.el = h("div", { class: "gop-take", role: "group", "aria-labelledby": this.label.id }, line, this.why);
    this.el.append(this.inside, this.you.notes);
  }

  item(part) {
    return `${part}:${this.thing.thing}`;
  }

  get says() {
    return this.choice.chosen[0] ?? this.thing.by_word;
  }

  // The price and the rest are asked of what must be, and stay in sight where they were said.
  build() {
    const { words, price, counts, serves, years } = this.list.state;
    const { level } = this.thing;
    this.words = new Field(this.you, { ...words, key: this.item(KEY.TAKE_WORDS) });
    this.price = new Field(this.you, { ...price, key: this.item(KEY.TAKE_PRICE) });
    this.counts = new Scale(this.you, { ...counts, key: this.item(KEY.TAKE_COUNTS) });
    this.level = level && new Scale(this.you, { ...level, key: this.item(KEY.TAKE_LEVEL) });
    const options = years.map(({ key, label }) => [key, label.toLowerCase()]);
    const named = ({ value }) => options.find(([option]) => option === value)?.[1] ?? "nothing";
    const spec = { key: this.item(KEY.TAKE_SERVES), label: serves, options, revision: 1 };
    this.serves = new Choice(this.you, spec, { words: named });
    this.worth = [this.price, this.counts, this.level, this.serves].filter(Boolean);
    this.inside.append(...[this.words, ...this.worth].map((one) => one.el));
  }

  flush() {
    this.words?.flush();
    this.price?.flush();
  }

  show(thing) {
    this.thing = thing;
    this.update();
  }

  update() {
    const { label, why, suggested, by_word: byWord } = this.thing;
    const { options } = this.list.state;
    const named = (says) => options.find(([option]) => option === says)?.[1] ?? "";
    setText(this.label, label);
    this.choice.update();
    const [said] = this.choice.chosen;
    const differs = said && suggested && said !== suggested ? ` From your other answers: ${named(suggested)}.` : "";
    const stands = !said && byWord ? ` On your list as “${named(byWord)}” until you say otherwise.` : "";
    setText(this.why, `${why}${differs}${stands}`);
    const must = this.says === "must";
    this.more.tell([must ? WORTH : IN_MY_WORDS, "Less"], label);
    this.words?.update();
    this.worth?.forEach((one) => {
      one.el.hidden = !must && !one.look().given;
      one.update();
    });
    if (this.serves && !this.list.hasYears && !this.serves.look().given) this.serves.el.hidden = true;
  }
}
