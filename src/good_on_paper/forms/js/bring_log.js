// Bring in applications and interviews: choose, look at what was found in two lists, tick, then bring in or not.

const LOG_WORDS = {
  title: "Bring in a log",
  pick: "Applications and interviews, from a file or pasted",
  hint:
    "A table you keep, or the export of a tracker: CSV, Excel or JSON, with a row for each application or interview. " +
    "You see what we found before anything is saved. Interviews come in as remembered, and no guess about them is counted.",
  file: "Choose a file, or drop it here",
  paste: "Or rows pasted from your table, with the names of the columns",
  example: "Company\tJob\tDate applied\tInterview date\tStatus",
  check: "Check my rows",
  calm: "Nothing is written yet: what you tick here is kept only once you add it. You can take all of it back later.",
  empty: "There is nothing here yet. Paste your rows, with the names of the columns above them.",
  next: null, // they stand above, on the same page
};
const OPEN_IT = "Bring in applications or interviews from a file";

class LogLook {
  // form: is told of every change (form.update)
  constructor(form, look, ticked) {
    Object.assign(this, { form, look });
    this.rows = look.entries.map((entry) => {
      const box = h("input", { type: "checkbox", value: entry.where, id: uid("tick") });
      box.checked = ticked?.get(entry.where) ?? entry.taken;
      box.addEventListener("change", () => (form.touched(), form.update()));
      return { entry, box };
    });
  }

  get heading() {
    return this.rows.some(({ entry }) => entry.taken) ? `We found ${this.look.found}` : "We found nothing that we are sure of";
  }

  parts() {
    const of = (kind, taken) => this.rows.filter(({ entry }) => entry.taken === taken && (!kind || entry.kind === kind));
    const lead = h("p", { dir: "auto", text: `We looked through ${this.look.pasted ? "your list" : this.look.file}.` });
    return [
      h("div", { class: "gop-lead" }, lead, h("p", { class: "gop-more", text: "nothing is added yet" })),
      this.group("Found, but not ticked", of("", false)),
      this.group("Applications", of("application", true)),
      this.group("Interviews", of("interview", true)),
      this.list("Assumed", this.look.notes),
      this.list("Left out", this.look.skipped),
      details(`Recognised (${this.look.recognised.length})`, [this.items(this.look.recognised.map((part) => `${part.where}: ${part.label}`))], { class: "gop-part" }),
    ];
  }

  group(heading, rows) {
    if (!rows.length) return null;
    const ticks = h("div", { class: "gop-ticks", tabindex: rows.length > SHOWN ? "0" : null }, ...rows.map((row) => this.row(row)));
    if (rows.length > SHOWN) Object.entries({ role: "group", "aria-label": `${heading}, ${rows.length}` }).forEach(([name, value]) => ticks.setAttribute(name, value));
    return h("fieldset", { class: "gop-part" }, h("legend", { text: heading }), ticks);
  }

  row({ entry, box }) {
    const more = [entry.kind, entry.when, entry.ended, entry.guess].filter(Boolean).join(" · ");
    const label = h("label", { for: box.id, class: "gop-name", dir: "auto", text: entry.name });
    const why = entry.why && h("span", { class: "gop-doubt", dir: "auto", text: entry.why });
    const written = entry.why && h("span", { class: "gop-more", dir: "auto", text: entry.written });
    const found = h("div", { class: "gop-found" }, label, h("span", { class: "gop-more", text: more }), ...[why, written].filter(Boolean));
    return h("div", { class: "gop-tick" }, box, found);
  }

  list(heading, texts) {
    if (!texts.length) return null;
    const part = h("section", { class: "gop-part" }, h("h4", { text: heading }), this.items(texts.slice(0, SHOWN)));
    if (texts.length > SHOWN) part.append(details(`and ${count(texts.length - SHOWN, "more", "more")}`, [this.items(texts.slice(SHOWN))]));
    return part;
  }

  items(texts) {
    return h("ul", {}, ...texts.map((text) => h("li", { dir: "auto", text })));
  }

  ticksKept() {
    return new Map(this.rows.map(({ entry, box }) => [entry.where, box.checked]));
  }

  chosen() {
    return this.rows.filter(({ box }) => box.checked).map(({ box }) => box.value);
  }

  get ticked() {
    return this.chosen().length;
  }

  get added() {
    return this.ticked;
  }

  addWords() {
    return this.ticked === 1 ? "Add this one" : `Add these ${this.ticked}`;
  }
}

class BringLogView extends BringInView {
  lookOf(look, ticked) {
    return new LogLook(this, look, ticked);
  }

  // Out of sight until it is asked for: this page has three things open and nothing else.
  showPick(problem, focus = true) {
    if (this.opened) return super.showPick(problem, focus);
    const open = quietButton(OPEN_IT, () => ((this.opened = true), this.showPick("")), { "aria-expanded": "false" });
    this.screen = "pick";
    this.input = this.text = open;
    this.view.body.replaceChildren(open);
    return undefined;
  }
}

export default {
  render(context) {
    const form = new BringLogView(context, LOG_WORDS);
    return () => form.close();
  },
};
