// What the person wants to take home: folded away until it is wanted, then a row a thing, and the years ahead.

const TITLE = "What I want from my next job";
const ASK = "Optional: what do you want from your next job?";
const HINT = "One tick each; skip any. Your word counts here, whatever your other answers suggest.";
const APART = "From What you can live with";
const APART_HINT = "Private: none of this goes on paper unless you ask for it there.";
const GAME = "The long game";
const GAME_HINT = "One sentence each, or none. What is it all for?";
const MANY = { must: "needs", want: "wants", live: "to live with", not: "won’t have again" };
const OWN_HINT = "in a few words";

class TakeHomeView {
  constructor({ model, el }) {
    this.drafts = []; // things of one's own of which nothing was typed yet
    this.view = new FormView(model, el, {
      title: TITLE,
      follows: ["start", "needs", "unknowns", "bearing", "lines", "outcome", "own_words", "keep_or_leave"],
      state: (state) => this.load(state),
      cell: () => this.update(),
      settle: () => this.flush(),
    });
    this.view.root.classList.add("gop-takehome");
    setText(this.view.eyebrow, "");
    this.summary = h("summary", { text: ASK });
    this.main = h("div", { class: "gop-takes" });
    this.worn = h("div", { class: "gop-takes" });
    this.apart = h("section", { class: "gop-offpaper" }, h("h4", { text: APART }), h("p", { class: "gop-hint", text: APART_HINT }), this.worn);
    const lists = [this.main, this.worn].map((at) => new KeyedList(at, (thing) => this.row(thing)));
    this.lists = lists;
    this.add = plainButton("Add something else", () => this.addOwn());
    this.years = h("div", { class: "gop-takeyears" });
    this.notes = h("div", { class: "gop-notes" });
    const game = h("section", {}, h("h4", { text: GAME }), h("p", { class: "gop-hint", text: GAME_HINT }), this.years);
    game.append(this.notes);
    const foot = h("div", { class: "gop-foot" }, this.add);
    const hint = h("p", { class: "gop-hint", text: HINT });
    this.fold = details("", [hint, this.main, foot, this.apart, game], { class: "gop-takefold" });
    this.fold.firstChild.replaceWith(this.summary);
    this.view.body.append(this.fold);
  }

  load(state) {
    this.state = state;
    this.person = state.person;
    this.fields ??= this.build(state.years);
    const there = new Set(state.things.map(({ thing }) => thing));
    this.drafts = this.drafts.filter((thing) => !there.has(thing));
    this.arrange();
  }

  build(years) {
    const you = { view: this.view, unit: this.person, notes: this.notes };
    const fields = years.map((spec) => new Field(you, spec));
    this.years.append(...fields.map((field) => field.el));
    return fields;
  }

  arrange() {
    const own = (thing) => ({ thing, label: "", why: "", source: "yours", suggested: "", by_word: "", level: null });
    const things = [...this.state.things, ...this.drafts.map(own)];
    this.specs = new Map(things.map((thing) => [thing.thing, thing]));
    const worn = things.filter((thing) => thing.private);
    this.lists[0].show(things.filter((thing) => !thing.private).map(({ thing }) => thing));
    this.lists[1].show(worn.map(({ thing }) => thing));
    this.apart.hidden = !worn.length;
    this.rows.forEach((row) => row.show(this.specs.get(row.thing.thing)));
    this.update();
  }

  row(thing) {
    return new TakeRow(this, this.specs.get(thing));
  }

  get rows() {
    return this.lists.flatMap((list) => list.rows);
  }

  get hasYears() {
    return this.fields.some((field) => field.stands);
  }

  addOwn() {
    const thing = `-own-${token().toLowerCase().replaceAll(/[^0-9a-z]/g, "").slice(0, 12)}`;
    this.drafts.push(thing);
    this.arrange();
    const row = this.lists[0].get(thing);
    row.more.turn(true);
    row.words.input.placeholder = OWN_HINT;
    row.words.input.focus();
  }

  flush() {
    this.rows.forEach((row) => row.flush());
    this.fields?.forEach((field) => field.flush());
  }

  update() {
    if (!this.state) return;
    this.rows.forEach((row) => row.update());
    this.fields.forEach((field) => field.update());
    const counted = this.state.options
      .map(([says, word]) => [this.state.tally[says], word, MANY[says]])
      .filter(([count]) => count)
      .map(([count, word, many]) => `${count} ${count === 1 && many !== MANY.live ? word : many}`);
    setText(this.summary, counted.length ? `${TITLE}: ${counted.join(", ")}` : ASK);
  }
}

export default {
  render(context) {
    const { view } = new TakeHomeView(context);
    return () => view.close();
  },
};
