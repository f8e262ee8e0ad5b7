// Sheets to write on: a list that opens one of them, its first prompts one after the other, the rest in folds.

const SITTING = 600_000; // ten minutes, in milliseconds
const ENOUGH = "That’s enough. Leave it here.";
const LEFT = "Saved. It stays here, for you alone.";
const EMPTY = "Nothing written this time. That’s fine.";
const TEN = "That was ten minutes. This is a good place to stop.";
const NOTED = "Noted. We won’t ask about this again. You can undo that whenever you like.";

// A heading that opens a few controls, made when it is first opened.
function promptFold(heading, fill, { open = false } = {}) {
  const inside = h("div", { class: "gop-promptbody" });
  const el = h("details", { class: "gop-prompt" }, h("summary", { text: heading }), inside);
  const made = () => {
    if (el.open && !inside.childElementCount) fill(inside);
  };
  el.addEventListener("toggle", made);
  if (open) (el.open = true), made();
  return el;
}

// One sheet, open.
class OpenSheet {
  constructor(list, sheet) {
    Object.assign(this, { list, sheet, view: list.view, unit: sheet.unit, lane: sheet.unit, controls: [] });
    this.notes = h("div", { class: "gop-notes" });
    const { state, spec } = list;
    const { first, more, words } = state.asks[sheet.asks];
    this.heading = h("h3", { class: "gop-ask", tabindex: "-1", dir: "auto", text: sheet.name });
    const about = [sheet.about, sheet.since && `written ${sheet.since}`].filter(Boolean).join(" · ");
    this.first = first.map((key) => h("div", { class: "gop-first", hidden: true }, this.control(key).el));
    this.next = mainButton("Next question", () => this.goOn());
    const enough = plainButton(ENOUGH, () => list.leave());
    const asked = more.map((key) => promptFold(state.fields[key].short, (inside) => this.fill(inside, key)));
    this.more = more.length ? details(words, asked, { class: "gop-sheetmore" }) : null;
    const extra = spec.extra?.(this) ?? [];
    const quiet = [];
    if (sheet.hurts) quiet.push(quietButton(state.hurt, () => this.hurt()));
    if (spec.remove && sheet.told) quiet.push(quietButton(spec.remove, () => list.remove(sheet)));
    const foot = h("div", { class: "gop-foot" }, this.next, enough, ...quiet);
    const head = h("p", { class: "gop-hint", text: about });
    this.el = h("div", { class: "gop-sheet", role: "group", "aria-label": sheet.name }, this.heading, head);
    this.el.append(...[...this.first, this.notes, this.more, ...extra, foot].filter(Boolean));
    this.shown = Math.max(1, first.filter((key) => this.look(key).given).length);
  }

  look(key) {
    return this.view.channel.look(this.unit, key);
  }

  // Once its first words are saved it is called after them; what is typed stays under the fingers.
  rename(sheet) {
    this.sheet = sheet;
    setText(this.heading, sheet.name);
    this.el.setAttribute("aria-label", sheet.name);
  }

  // A draft begins to exist with the first thing said on it.
  exist() {
    this.list.begin(this.sheet);
  }

  control(key, spec = this.list.state.fields[key]) {
    const made = controlFor(this, spec);
    this.controls.push(made);
    return made;
  }

  fill(inside, key) {
    inside.append(this.control(key).el);
    this.update();
  }

  // whether anything was ever said on it
  said() {
    return Object.keys(this.list.state.fields).some((key) => this.look(key).given);
  }

  goOn() {
    this.shown += 1;
    this.update();
    this.first[this.shown - 1]?.querySelector("input, textarea, button")?.focus();
  }

  hurt() {
    const cell = new Cell({ view: this.view, unit: this.sheet.hurts, lane: this.sheet.hurts }, "hurt");
    this.flush();
    cell.give({ value: "yes" });
    this.list.leave(NOTED);
  }

  flush() {
    for (const control of this.controls) control.flush?.();
  }

  update() {
    this.first.forEach((part, place) => (part.hidden = place >= this.shown));
    this.next.hidden = this.shown >= this.first.length;
    this.el.classList.toggle("gop-offpaper", !this.said());
    for (const control of this.controls) control.update();
  }
}

class SheetList {
  // spec: title; folds: what the fold of each sort of sheet is called; add: what the button says that adds one; remove:
  // what the one says that takes it off; extra(open): elements of its own on an open sheet; top(list): above the list
  constructor({ model, el }, spec) {
    this.spec = spec;
    this.drafts = new Map();
    this.view = new FormView(model, el, {
      title: spec.title,
      follows: ["roles", "two_jobs", "log", "after", ...(spec.follows ?? [])],
      state: (state) => this.load(state),
      cell: () => this.update(),
      settle: () => this.flush(),
    });
    this.view.root.classList.add("gop-stories", "gop-sheets");
    setText(this.view.eyebrow, ""); // the heading above has said it
    this.notice = h("p", { class: "gop-notice", hidden: true, tabindex: "-1" });
    this.time = h("p", { class: "gop-hint", role: "status" });
    this.main = h("div", {});
    this.view.body.append(this.notice, this.main, this.time);
    this.view.body.addEventListener("input", () => this.count());
  }

  get channel() {
    return this.view.channel;
  }

  // At most ten minutes a sitting: nothing closes, it is only said.
  count() {
    this.ten ??= setTimeout(() => setText(this.time, TEN), SITTING);
  }

  load(state) {
    this.state = state;
    const there = new Set(state.sheets.map(({ unit }) => unit));
    for (const unit of this.drafts.keys()) if (there.has(unit)) this.drafts.delete(unit);
    const sheet = this.sheetOf(this.channel.place.open);
    if (!sheet && this.channel.place.open) this.channel.place.open = "";
    if (!sheet) this.showList();
    else if (this.open?.unit === sheet.unit) this.open.rename(sheet);
    else this.turnTo(sheet, { focus: false });
    this.update();
  }

  sheetOf(unit) {
    return this.state.sheets.find((one) => one.unit === unit) ?? this.drafts.get(unit);
  }

  // -- the list

  showList() {
    this.open = null;
    const { activeElement: focused } = document;
    const { sheets } = this.state;
    const rows = sheets.filter(({ folded }) => !folded).map((sheet) => this.row(sheet));
    const sorts = [...new Set(sheets.filter(({ folded }) => folded).map(({ asks }) => asks))];
    const folds = sorts.map((asks) => {
      const inside = sheets.filter((one) => one.folded && one.asks === asks).map((sheet) => this.row(sheet));
      return details(this.spec.folds?.[asks] ?? "More", inside, { class: "gop-sheetfold" });
    });
    const top = this.spec.top?.(this) ?? [];
    const empty = sheets.length || this.spec.add || !this.spec.none ? [] : [h("p", { class: "gop-hint", text: this.spec.none })];
    const unfolded = new Set([...this.main.querySelectorAll("details[open]")].map((one) => one.firstChild.textContent));
    this.main.replaceChildren(...top, ...empty, ...rows, ...folds, ...this.adding());
    for (const fold of this.main.querySelectorAll("details")) fold.open = unfolded.has(fold.firstChild.textContent);
    if (focused?.dataset?.unit) this.main.querySelector(`[data-unit="${focused.dataset.unit}"]`)?.focus();
  }

  row(sheet) {
    const said = sheet.told && sheet.since ? `written ${sheet.since}` : "";
    const about = h("span", { class: "gop-hint", text: [sheet.about, said].filter(Boolean).join(" · ") });
    const kind = sheet.told ? "gop-option gop-sheetrow" : "gop-option gop-sheetrow gop-offpaper"; // unwritten
    const button = h("button", { type: "button", class: kind, onclick: () => this.turnTo(sheet) });
    button.append(h("b", { dir: "auto", text: sheet.name }), about);
    button.dataset.unit = sheet.unit;
    return button;
  }

  adding() {
    const { places } = this.state;
    if (!this.spec.add || !places) return [];
    if (!places.length) return [noJobsHint()];
    const id = uid("place");
    const job = h("select", { id }, ...places.map(([value, text]) => h("option", { value, text })));
    if (places.some(([value]) => value === this.where)) job.value = this.where;
    job.addEventListener("change", () => (this.where = job.value));
    const label = h("label", { for: id, text: "Where" });
    const add = plainButton(this.spec.add, () => this.draft(job.value));
    return [h("div", { class: "gop-sheetadd" }, h("div", { class: "gop-field" }, label, job), add)];
  }

  draft(parent) {
    const { unit: known, ...sheet } = this.state.draft;
    const about = this.state.places.find(([value]) => value === parent)[1];
    const made = { ...sheet, unit: newUnit(), parent, about };
    this.drafts.set(made.unit, made);
    this.turnTo(made, { focus: false });
    this.open.el.querySelector("input, textarea").focus(); // who wants to write begins at once
  }

  begin(sheet) {
    if (!this.drafts.has(sheet.unit) || sheet.sent) return;
    sheet.sent = true;
    this.channel.put({ type: "add_sheet", unit: sheet.unit, role: sheet.parent }, { lane: sheet.unit });
  }

  remove(sheet) {
    this.channel.put({ type: "remove_sheet", unit: sheet.unit }, { lane: sheet.unit });
    this.leave("Removed.");
  }

  // -- one sheet

  turnTo(sheet, { focus = true } = {}) {
    this.flush();
    this.channel.place.open = sheet.unit;
    this.notice.hidden = true;
    this.open = new OpenSheet(this, sheet);
    this.main.replaceChildren(this.open.el);
    this.update();
    if (focus) this.open.heading.focus();
  }

  leave(told) {
    const { unit } = this.open ?? {};
    this.flush();
    const words = told ?? (this.open?.said() === false ? EMPTY : LEFT);
    this.channel.place.open = "";
    this.showList();
    const undo = () => (this.view.step("undo"), (this.notice.hidden = true));
    const more = told ? [" ", quietButton("Undo", undo)] : [];
    this.notice.replaceChildren(words, ...more);
    this.notice.hidden = false;
    (this.main.querySelector(`[data-unit="${unit}"]`) ?? this.notice).focus();
  }

  flush() {
    this.open?.flush();
  }

  update() {
    this.open?.update();
  }
}

const sheetsForm = (spec) => ({
  render(context) {
    const { view } = new SheetList(context, spec);
    return () => view.close();
  },
});
