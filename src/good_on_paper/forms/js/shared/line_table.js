// One line over all jobs: a heading that asks, anchors at both ends, a row a job. Every control starts empty.

const BLANKS = [
  { state: "na", text: "doesn’t apply", name: "does not apply", key: "n" },
  { state: "cant_recall", text: "can’t remember", name: "can’t remember", key: "c" },
  { state: "skip", text: "skip", name: "skip for now", key: "s" },
];
const MEMORY = [
  { memory: 1, text: "a guess", name: "a guess", key: "g" },
  { memory: 2, text: "fairly sure", name: "fairly sure", key: "f" },
  { memory: 3, text: "sure", name: "sure", key: "u" },
  { text: "×", name: "remove the number" },
];

const REST = 400; // a second click was meant for what stood there before
const RESTING = new WeakMap();

// Something else has come into a place: for a moment no click on it counts.
function restAfterChange(place) {
  place.toggleAttribute("data-rest", true);
  clearTimeout(RESTING.get(place));
  RESTING.set(place, setTimeout(() => place.removeAttribute("data-rest"), REST));
}

function inWords(given) {
  if (given.state === "value") return String(given.value);
  return BLANKS.find((blank) => blank.state === given.state)?.text ?? "nothing";
}

class LineTable {
  // options: heading ("h3"); leave(direction): the arrows go on beyond the first or the last row; goOn(): so does an
  // answer given by key, where no job below it is open
  constructor(view, line, roles, options) {
    Object.assign(this, { view, line, options });
    this.wide = line.wide; // too many steps for a button each
    this.at = [0, 0];
    const heading = h(options.heading ?? "h3", { class: "gop-ask", id: uid("ask"), tabindex: "-1", text: line.ask });
    this.heading = heading;
    const keys = this.wide ? "" : `You can also press ${line.min} to ${line.max}`;
    const told = h("span", { class: "gop-bykey", text: keys });
    const anchors = h("div", { class: "gop-row gop-anchors" }, h("span"), this.ends(), told);
    const template = this.template();
    this.rows = roles.map((role, place) => this.row(role, place, template));
    const rows = h("div", { class: "gop-rows" }, ...this.rows.map((row) => row.el));
    this.el = h("section", { class: "gop-line", "aria-labelledby": heading.id }, heading);
    if (typeof line.about === "string") this.el.append(h("p", { class: "gop-about", text: line.about }));
    if (options.hint) this.el.append(h("p", { class: "gop-hint", text: options.hint }));
    this.el.append(anchors, rows);
    this.el.style.setProperty("--gop-steps", this.wide ? 1 : line.max - line.min + 1);
    rows.addEventListener("click", (event) => this.onClick(event));
    rows.addEventListener("keydown", (event) => this.onKey(event));
    rows.addEventListener("focusin", (event) => this.onFocus(event));
    rows.addEventListener("change", (event) => this.onNumber(event));
    this.byUnit = new Map(this.rows.map((row) => [row.role.unit, row]));
    this.rows.forEach((row) => this.update(row));
    const open = this.rows.findIndex((row) => !row.given);
    this.roveTo(Math.max(open, 0), this.chosen(this.rows[Math.max(open, 0)]));
  }

  // What the ends mean: over all rows, and on a phone in each, where the first row is soon out of sight.
  ends(more = "") {
    const { low, high } = this.line;
    const el = h("div", { class: `gop-ends ${more}`.trim(), "aria-hidden": "true" });
    el.append(h("span", { text: low }), h("span", { text: high }));
    return el;
  }

  get whole() {
    return this.rows.every((row) => row.given);
  }

  // -- building: one row made once, then copied, since forty jobs by twenty lines are eight hundred rows

  template() {
    const { min, max, low, high } = this.line;
    const steps = h("div", { class: "gop-steps", role: "radiogroup" });
    const button = (props) => h("button", { type: "button", tabindex: "-1", ...props });
    if (this.wide) steps.append(h("input", { class: "gop-number", inputmode: "numeric", tabindex: "-1" }));
    for (let value = min; !this.wide && value <= max; value += 1) {
      const end = { [min]: `, ${low}`, [max]: `, ${high}` }[value] ?? "";
      const name = end ? `${value}${end}` : undefined;
      steps.append(button({ role: "radio", class: "gop-step", "aria-label": name, text: value }));
    }
    if (this.wide) steps.removeAttribute("role");
    const asides = h("div", { class: "gop-asides", role: "group" });
    for (const { text } of MEMORY) asides.append(button({ class: "gop-chip", text }));
    const who = h("div", { class: "gop-who" });
    who.append(h("span", { class: "gop-name" }), h("span", { class: "gop-detail" }));
    const aside = h("div", { class: "gop-aside" }, h("span", { class: "gop-mark" }), asides);
    return h("div", { class: "gop-row" }, who, steps, aside, this.ends("gop-rowends"));
  }

  row(role, place, template) {
    const el = template.cloneNode(true);
    const [who, steps, aside] = el.children;
    const [mark, asides] = aside.children;
    el.dataset.row = place;
    who.id = uid("who");
    who.firstChild.textContent = role.name;
    const word = this.line.words?.[role.unit];
    const [, where, years] = /^(.*, )?([^,]*)$/s.exec(role.detail ?? "");
    const dot = role.detail && word ? "\u00a0·" : ""; // ends a line rather than beginning one
    who.lastChild.append(where ?? "", h("span", { class: "gop-years", text: `${years}${dot}` }));
    if (word) who.lastChild.append(`${dot && " "}here: ${word}`);
    steps.setAttribute("aria-labelledby", who.id);
    const { key, revision, position } = this.line;
    const owner = { view: this.view, unit: role.unit };
    const cell = new Cell(owner, key, { asked: { revision, position }, words: inWords, mark: new Mark(MARKS, mark) });
    const row = { role, place, el, cell, asides, steps: [...steps.children], aside: [...asides.children] };
    if (this.wide) {
      const { min, max } = this.line;
      row.steps[0].setAttribute("aria-label", `${role.name}, a number from ${min} to ${max}`);
      row.steps[0].placeholder = `${min} to ${max}`;
    }
    return row;
  }

  // -- showing what stands

  updateCell(cell) {
    if (cell === null) return;
    const [unit, item] = cell.split(" ");
    const row = item === this.line.key && this.byUnit.get(unit);
    if (row) this.update(row);
  }

  updateAll() {
    this.rows.forEach((row) => this.update(row));
  }

  update(row) {
    const { given, status } = row.cell.show(row.el);
    row.given = given;
    const value = given?.state === "value" ? given.value : null;
    if (this.wide) this.showNumber(row, value, status);
    else {
      row.steps.forEach((step, place) => {
        const checked = String(value === this.line.min + place);
        if (step.getAttribute("aria-checked") !== checked) step.setAttribute("aria-checked", checked);
      });
    }
    this.showAsides(row, value === null ? BLANKS : MEMORY, given);
  }

  showNumber(row, value, status) {
    const [field] = row.steps;
    if (status !== "refused" && field !== document.activeElement) field.value = value ?? "";
  }

  showAsides(row, choices, given) {
    if (row.choices !== choices) {
      row.choices = choices;
      const about = choices === BLANKS ? "Instead of a number" : "How well you remember";
      row.asides.setAttribute("aria-label", `${about}, ${row.role.name}`);
      row.aside.forEach((chip, place) => {
        chip.hidden = place >= choices.length;
        if (chip.hidden) return;
        setText(chip, choices[place].text);
        chip.setAttribute("aria-label", choices[place].name);
        chip.title = choices[place].name;
      });
      const held = row.aside.some((chip) => chip.hidden && chip === document.activeElement);
      row.stops = [...row.steps, ...row.aside.slice(0, choices.length)];
      if (held) this.focus(row.place, 0);
      else if (this.at[0] === row.place && this.at[1] >= row.stops.length) this.roveTo(row.place, 0);
    }
    choices.forEach(({ state, memory }, place) => {
      const chip = row.aside[place];
      if (!state && !memory) return chip.removeAttribute("aria-pressed");
      const pressed = String(state ? given?.state === state : given?.memory === memory);
      if (chip.getAttribute("aria-pressed") !== pressed) chip.setAttribute("aria-pressed", pressed);
      return undefined;
    });
  }

  // -- giving an answer; pressing what is chosen takes it back

  rate(row, value) {
    const { given } = row.cell.look();
    const memory = given?.state === "value" ? (given.memory ?? null) : null;
    row.cell.give({ value, memory });
  }

  press(row, stop) {
    const given = row.given;
    if (stop < row.steps.length) {
      if (this.wide) return;
      const value = this.line.min + stop;
      if (row.cell.value === value) row.cell.clear();
      else this.rate(row, value);
      return;
    }
    const { state, memory } = row.choices[stop - row.steps.length];
    if (memory) {
      row.cell.give({ value: given.value, memory: given.memory === memory ? null : memory });
    } else if (!state || given?.state === state) row.cell.clear();
    else row.cell.give({ state });
  }

  onNumber(event) {
    const row = this.rowOf(event.target);
    if (!this.wide || !row) return;
    const { min, max } = this.line;
    const text = event.target.value.trim();
    const value = Number(text);
    const fits = text !== "" && value >= min && value <= max;
    event.target.setAttribute("aria-invalid", String(text !== "" && !fits));
    row.el.querySelector(".gop-wrong")?.remove();
    if (text === "") return row.given ? row.cell.clear() : undefined;
    if (fits) return value === row.given?.value ? undefined : this.rate(row, value);
    const text_ = `“${text}” was not saved. Please type a number from ${min} to ${max}.`;
    row.el.append(h("p", { class: "gop-note gop-wrong", text: text_ }));
    return this.view.say(text_, true);
  }
}
