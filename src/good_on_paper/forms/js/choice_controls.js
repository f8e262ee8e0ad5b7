// The controls of a choice: one of several options, several of them, a number of days, a draw by chance, an order. Each
// shows whether it is saved, what was chosen before, and a way back to that.

const SHOWN = { saved: MARKS.saved, saving: MARKS.saving, unsaved: MARKS.unsaved };
const PAST = (times) => `Chosen ${times} times`;
const AGAIN = "Choose this again";
const ADD = "+ Add one";

const given = ([state, value]) => ({ state, value });
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

class ChoiceControl {
  // spec: key, label, kind, options ([[state, value], words]), usual ([state, value]), limits, past ([day, words, given])
  constructor(sheet, spec) {
    Object.assign(this, { sheet, spec, id: uid("choice") });
    this.cell = new Cell(sheet, spec.key, { mark: new Mark(SHOWN), words: (said) => this.words([said.state, said.value]) });
    this.input = h("span", { class: "gop-choice-input" }, ...this.build(), this.cell.mark.el);
    this.line = h("div", { class: "gop-choice-line" }, this.input);
    this.past = h("ul");
    this.fold = details("", [this.past], { class: "gop-choice-past" });
    this.el = h("div", { class: "gop-choice-control" }, this.line, this.fold);
  }

  get stands() {
    const said = this.cell.look().given;
    return said && said.state !== "cleared" ? [said.state, said.value] : this.spec.usual;
  }

  words(one) {
    return this.spec.options.find(([option]) => isSame(option, one))?.[1] ?? String(one[1] ?? "nothing");
  }

  name(text = this.spec.label) {
    return h("label", { for: this.id, text });
  }

  // fixed: it can no longer be changed, and only what was chosen is shown
  show(spec, fixed) {
    this.spec = spec;
    this.cell.show(this.el);
    this.line.hidden = fixed;
    this.refresh();
    const { past } = spec;
    this.fold.hidden = past.length < 2;
    setText(this.fold.querySelector("summary"), PAST(past.length));
    this.fold.querySelector("summary").setAttribute("aria-label", `${spec.label}: ${PAST(past.length)}`);
    this.past.replaceChildren(...past.map(([day, words, one], place) => this.pastRow(day, words, one, place, fixed)));
  }

  pastRow(day, words, one, place, fixed) {
    const again = () => (this.cell.give(given(one)), this.fold.querySelector("summary").focus());
    const can = place && !fixed && this.spec.kind !== "draw";
    const button = can ? quietButton(AGAIN, again, { "aria-label": `${AGAIN}: ${words}, ${day}` }) : null;
    const when = h("span", { class: "gop-said-on", text: place ? day : `${day}, stands now` });
    return h("li", {}, when, h("span", { dir: "auto", text: words }), button);
  }
}

class OneOf extends ChoiceControl {
  build() {
    this.select = h("select", { id: this.id });
    this.select.addEventListener("change", () => this.cell.give(given(this.spec.options[this.select.selectedIndex][0])));
    return [this.name(), this.select];
  }

  refresh() {
    const words = this.spec.options.map(([, text]) => text);
    if (!isSame(words, this.drawn)) this.select.replaceChildren(...words.map((text) => h("option", { text })));
    this.drawn = words;
    this.select.selectedIndex = this.spec.options.findIndex(([option]) => isSame(option, this.stands));
  }
}

class SeveralOf extends ChoiceControl {
  build() {
    this.ul = h("ul", { class: "gop-choice-several", "aria-label": this.spec.label });
    this.list = new KeyedList(this.ul, (value) => this.chosen(value));
    this.select = h("select", { id: this.id, "aria-label": `${this.spec.label}: add one` });
    this.select.addEventListener("change", () => this.add());
    return [this.ul, this.select];
  }

  get held() {
    return this.stands[1] ?? [];
  }

  chosen(value) {
    const words = this.words(["value", value]);
    const off = iconButton("×", `Take off: ${words}`, () => {
      this.cell.pick(value);
      (this.list.rows[0]?.off ?? this.select).focus();
    });
    return { el: h("li", {}, h("span", { dir: "auto", text: words }), off), off };
  }

  add() {
    const [option] = this.left[this.select.selectedIndex - 1];
    this.cell.pick(option[1], this.spec.limits[1]);
    this.refresh();
  }

  refresh() {
    this.list.show(this.held);
    this.left = this.spec.options.filter(([option]) => !this.held.includes(option[1]));
    const words = [ADD, ...this.left.map(([, text]) => text)];
    this.select.replaceChildren(...words.map((text) => h("option", { text })));
    this.select.hidden = this.held.length >= this.spec.limits[1];
  }
}

class DaysOf extends ChoiceControl {
  build() {
    const [min, max] = this.spec.limits;
    this.field = h("input", { id: this.id, type: "number", min, max, step: 1, inputmode: "numeric" });
    this.field.addEventListener("change", () => this.give());
    return [this.name(), this.field];
  }

  give() {
    const days = Number(this.field.value);
    const [min, max] = this.spec.limits;
    if (Number.isInteger(days) && days >= min && days <= max) this.cell.give({ value: days });
    else this.field.value = this.stands[1];
  }

  refresh() {
    if (document.activeElement !== this.field) this.field.value = this.stands[1];
  }
}

class DrawOf extends ChoiceControl {
  build() {
    return [plainButton(this.spec.label, () => this.sheet.view.channel.put({ type: "draw" }, { lane: this.spec.key }))];
  }

  refresh() {}
}

// A list put in order by its arrows; each move is an answer about what is moved.
class OrderOf extends ChoiceControl {
  build() {
    this.ul = h("ol", { class: "gop-choice-several", "aria-label": this.spec.label });
    this.list = new KeyedList(this.ul, (unit) => this.row(unit));
    return [this.ul];
  }

  row(unit) {
    const name = this.words(["value", unit]);
    const move = (by) => this.sheet.view.channel.put({ type: "move", unit, to: this.units.indexOf(unit) + by }, { lane: "order" });
    const up = iconButton("↑", `${name}: move up`, () => move(-1));
    const down = iconButton("↓", `${name}: move down`, () => move(1));
    return { el: h("li", {}, h("span", { dir: "auto", text: name }), up, down), up, down };
  }

  refresh() {
    this.units = this.spec.options.map(([[, unit]]) => unit);
    this.list.show(this.units);
    this.list.rows.forEach((row, place) => {
      this.sheet.view.able(row.up, place > 0);
      this.sheet.view.able(row.down, place < this.units.length - 1);
    });
  }
}

const CONTROLS = { order: OrderOf, one: OneOf, several: SeveralOf, days: DaysOf, draw: DrawOf };
