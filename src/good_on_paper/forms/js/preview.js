// What was found, before anything is written: what needs a word stands open, the rest below, all of it can be put right.

const UNTICKED = 5; // so many found but not ticked are shown open; more are a fold away
const RATED = "What you rated";

class PreviewLook {
  // form: sends (form.ask), and is told of every change (form.update)
  constructor(form, look, ticked) {
    Object.assign(this, { form, look });
    this.rows = look.roles.map((role) => new PreviewRow(this, role, false));
    for (const row of this.rows) {
      if (ticked?.has(row.role.where)) row.box.checked = ticked.get(row.role.where);
    }
    const unticked = this.rows.filter((row) => !row.role.taken && !row.role.same);
    this.aside = unticked.length > UNTICKED ? unticked : [];
    this.open = this.rows.filter((row) => row.asks && !this.aside.includes(row));
    this.clear = this.rows.filter((row) => !this.open.includes(row) && !this.aside.includes(row));
    for (const row of this.open.filter(({ role }) => role.taken || role.same)) {
      row.open = true;
      row.draw();
    }
    this.boxes = this.rows.map((row) => row.box);
  }

  get heading() {
    const known = this.rows.filter(({ role }) => role.taken && role.known).length;
    const sure = this.rows.filter(({ role }) => role.taken).length;
    const perhaps = this.rows.filter((row) => row.role.same && !row.role.taken).length;
    if (!sure && !perhaps) return this.rows.length ? "We found nothing that is clearly a job of yours" : "We found no jobs";
    const found = `We found ${count(sure, "job")}`;
    const more = perhaps ? `, perhaps ${sure + perhaps}` : "";
    if (!known) return `${found}${more}`;
    return `${found}${more}; ${known === 1 ? "1 is" : `${known} are`} on your list already`;
  }

  get intro() {
    const asks = this.open.length + this.look.scales.filter((scale) => scale.asks).length;
    const where = `We looked through ${this.look.pasted ? "your list" : this.look.file}.`;
    if (!this.rows.length) return where;
    if (!this.rows.some((row) => row.role.taken || row.role.same)) return `${where} Tick what was a job you had.`;
    if (!asks) return `${where} Change anything that isn’t right.`;
    return `${where} Please check ${count(asks, "place", "places")} below. Change anything that isn’t right.`;
  }

  parts() {
    const parts = this.allParts();
    this.hideScales();
    return parts;
  }

  allParts() {
    const { look } = this;
    const asked = this.open.length === 1 ? "Please check this one" : `Please check these ${this.open.length}`;
    return [
      h("div", { class: "gop-lead" }, h("p", { dir: "auto", text: this.intro }), h("p", { class: "gop-more", text: "nothing is added yet" })),
      this.elsewhere(),
      this.group(asked, this.open),
      this.group(this.open.length ? "The rest looked clear" : "Jobs to bring in", this.clear),
      this.list("Assumed", look.notes),
      this.aside.length ? this.fold(`Found, but not ticked (${this.aside.length})`, [this.rowsOf(this.aside)]) : null,
      this.ratings(),
      this.ticks("New questions of your own", look.lines, (line) => [line.label, line.why]),
      this.ticks("About you", look.received, (part) => [part.label, part.more]),
      look.outcome && h("p", { dir: "auto", text: `“${look.outcome}” says how it went, so it becomes your overall rating.` }),
      this.list("Skipped", look.skipped),
      this.fold(`Recognised (${look.recognised.length})`, this.items(look.recognised.map((part) => `${part.where}: ${part.label}`))),
      this.written(),
    ];
  }

  // Applications are no jobs one had; there is a page for them.
  elsewhere() {
    if (!this.look.log) return null;
    const way = h("p", { class: "gop-doubt" }, "To add these to your search, bring the same file in on ");
    way.append(this.look.page ? notebookLink(this.look.page) : "After an interview", ".");
    return way;
  }

  group(heading, rows) {
    if (!rows.length) return null;
    return this.section(heading, this.rowsOf(rows), rows.map((row) => row.box));
  }

  rowsOf(rows) {
    return h("div", { class: "gop-ticks", tabindex: rows.length > SHOWN ? "0" : null }, ...rows.map((row) => row.el));
  }

  // A named group with its ticks; a long one scrolls and has all and none.
  section(heading, ticks, boxes) {
    const set = h("fieldset", { class: "gop-part" }, h("legend", { text: heading }));
    if (boxes.length > SHOWN) {
      ticks.setAttribute("role", "group");
      ticks.setAttribute("aria-label", `${heading}, ${boxes.length}`);
      const all = (on) => () => (boxes.forEach((box) => (box.checked = on)), this.update());
      set.append(h("div", { class: "gop-allnone" }, quietButton("all", all(true)), quietButton("none", all(false))));
    }
    set.append(ticks);
    return set;
  }

  ticks(legend, parts, words) {
    if (!parts.length) return null;
    const boxes = parts.map((part) => {
      const box = h("input", { type: "checkbox", value: part.where, id: uid("tick") });
      box.checked = part.taken;
      box.addEventListener("change", () => this.update());
      return box;
    });
    const rows = parts.map((part, at) => {
      const [name, more] = words(part);
      const label = h("label", { for: boxes[at].id }, h("span", { class: "gop-name", dir: "auto", text: name }));
      if (more) label.append(" ", h("span", { class: "gop-more", dir: "auto", text: more }));
      return h("div", { class: "gop-tick" }, boxes[at], label);
    });
    this.boxes.push(...boxes);
    return this.section(legend, h("div", { class: "gop-ticks", tabindex: rows.length > SHOWN ? "0" : null }, ...rows), boxes);
  }

  fold(heading, elements) {
    if (!elements.length) return null;
    return details(heading, elements, { class: "gop-part" });
  }

  items(texts) {
    return texts.length ? [h("ul", {}, ...texts.map((text) => h("li", { dir: "auto", text })))] : [];
  }

  // What was assumed or left out stands open; of very much only the first.
  list(heading, texts) {
    if (!texts.length) return null;
    const part = h("section", { class: "gop-part" }, h("h4", { text: heading }), ...this.items(texts.slice(0, SHOWN)));
    if (texts.length > SHOWN) {
      part.append(details(`and ${count(texts.length - SHOWN, "more", "more")}`, this.items(texts.slice(SHOWN))));
    }
    return part;
  }

  written() {
    const lines = this.rows.filter(({ role }) => role.written || role.fields.place || role.summary).map(({ role }) => {
      const place = role.fields.place && `in ${role.fields.place}`;
      const words = [role.written, place, role.summary].filter(Boolean).join(" · ");
      return h("li", { dir: "auto" }, h("span", { class: "gop-name", text: role.name }), " ", h("span", { class: "gop-more", text: words }));
    });
    if (!lines.length) return null;
    const from = this.look.pasted ? "your own words" : "what the file says";
    return this.fold(`Places, and ${from}, line by line`, [h("ul", {}, ...lines)]);
  }

  // -- scales

  ratings() {
    if (!this.look.scales.length) return null;
    this.scaled = [];
    const asked = this.look.scales.filter((scale) => scale.asks);
    const rest = this.look.scales.filter((scale) => !scale.asks).map((scale) => this.scale(scale));
    const open = asked.map((scale) => this.scale(scale));
    const part = h("section", { class: "gop-part gop-scales" }, h("h4", { text: RATED }), ...open);
    if (rest.length && open.length) part.append(details(count(rest.length, "more scale"), rest));
    else part.append(...rest);
    return part;
  }

  scale(scale) {
    const [low, high] = scale.ends;
    const told = h("p", { dir: "auto" }, h("span", { class: "gop-name", text: scale.header || scale.label }), " ");
    told.append(h("span", { class: "gop-more", text: `${low} to ${high}, ${scale.how}` }));
    const box = h("div", { class: "gop-rated" }, told);
    if (scale.line) this.scaled.push({ line: scale.line, box });
    if (scale.words.length) box.append(this.steps(scale));
    if (scale.asks) box.append(this.ends(scale));
    else {
      const name = `Change the scale of ${scale.header || scale.label}`;
      const open = () => {
        change.replaceWith(this.ends(scale));
        box.querySelector(".gop-askbox button").focus();
      };
      const change = quietButton("Change", open, { "aria-label": name });
      told.append(" ", change);
    }
    return box;
  }

  ends(scale) {
    const why = scale.asks ? `No number goes above ${scale.highest}. Until you say, we take ${scale.ends.join(" to ")}.` : "";
    const choices = scale.usual.map((ends) => [ends.join(), ends.join(" to ")]);
    const told = scale.asks ? "" : scale.ends.join();
    return answersOf("Which scale is it?", why, choices, told, (ends) => {
      this.tellScale({ header: scale.header, ends: ends.split(",").map(Number) });
    });
  }

  steps(scale) {
    const inputs = scale.words.map(([word, step]) => {
      const input = h("input", { type: "number", id: uid("step"), step: "1", value: step });
      input.addEventListener("change", () => {
        const steps = Object.fromEntries(inputs.map(({ word: name, input: field }) => [name, Number(field.value)]));
        this.tellScale({ header: scale.header, steps, ends: scale.ends });
      });
      return { word, input };
    });
    const fields = inputs.map(({ word, input }) => h("div", { class: "gop-pointword" }, h("label", { for: input.id, dir: "auto", text: word }), input));
    return h("div", { class: "gop-pointwords" }, ...fields);
  }

  tellScale(said) {
    this.form.ask({ type: "scale", look: this.look.token, ...said }, (message) => {
      if (message.type === "looked") (this.form.touched(), this.form.showAgain(message.look));
      else this.form.tellWrong(message.message);
    });
  }

  // -- ticks and what is put right

  tell(said, hear) {
    this.form.ask({ ...said, look: this.look.token }, hear);
  }

  shown(roles) {
    for (const role of roles) this.rows.find((row) => row.role.where === role.where)?.show(role);
  }

  ticksKept() {
    return new Map(this.boxes.map((box) => [box.value, box.checked]));
  }

  chosen() {
    return this.boxes.filter((box) => box.checked).map((box) => box.value);
  }

  get added() {
    return this.rows.filter(({ box, role }) => box.checked && !role.known).length;
  }

  addWords() {
    return this.added === 1 ? "Add this job" : `Add these ${this.added} jobs`;
  }

  get ticked() {
    return this.rows.filter(({ box }) => box.checked).length;
  }

  get pending() {
    return this.rows.some((row) => row.pending > 0);
  }

  get wrong() {
    return this.rows.find((row) => row.wrong);
  }

  // A column that is not taken needs no scale.
  hideScales() {
    const ticked = this.ticksKept();
    for (const { line, box } of this.scaled ?? []) box.hidden = ticked.get(line) === false;
  }

  update() {
    this.form.touched();
    this.hideScales();
    this.form.update();
  }
}
