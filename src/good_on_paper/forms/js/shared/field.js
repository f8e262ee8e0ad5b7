// One field of a job: sends what is typed when the typing pauses, and says how it was understood.

const PAUSE = 400;
const GROW = CSS.supports("field-sizing", "content");
const STILL =
  "Noted, for you alone. We won’t ask about this job again, and no chart shows how it was, until you undo this. "
  + "You can stop here.";
const THEN = "we won’t ask about this job again"; // beside what leads to it

class Field {
  // spec: key, kind, label, hint, options, revision, rows (of a text: one, which grows, or more); owner: as a cell's, with notes (where sentences go) and, where it
  // has something to say or do, doubt(key) and touched()
  constructor(owner, spec) {
    const { key, revision } = spec;
    const words = (one) => (one.state === "value" ? `“${one.shown ?? one.value}”` : "empty");
    this.cell = new Cell(owner, key, { asked: { revision }, words, lane: owner.unit });
    Object.assign(this, { owner, spec, typed: null, fresh: false });
    const id = uid("field");
    this.input = this.control(id);
    this.input.dataset.key = spec.key;
    this.says = h("span", { class: "gop-says", id: uid("says") });
    this.input.setAttribute("aria-describedby", this.says.id);
    const label = h("label", { for: id, text: spec.label });
    this.el = h("div", { class: "gop-field", "data-key": spec.key }, label, this.input, this.says);
    this.input.addEventListener("input", () => this.onInput());
    this.input.addEventListener("change", () => this.flush());
    this.input.addEventListener("blur", () => this.flush());
    if (this.input.matches("textarea")) this.input.addEventListener("keydown", (event) => this.onEnter(event));
    const whole = () => (this.input.title = this.input.scrollWidth > this.input.clientWidth ? this.input.value : "");
    this.input.addEventListener("pointerenter", whole); // what is too long for its field can still be read
  }

  control(id) {
    const { kind, hint, options } = this.spec;
    if (kind === "choice") {
      const choices = ["", ...options].map((value) => h("option", { value, text: value || "–" }));
      return h("select", { id }, ...choices);
    }
    const rows = this.spec.rows || (this.spec.long || this.spec.key === "summary" ? 2 : 0); // one: a sentence, which grows
    const props = { id, placeholder: hint };
    return rows ? h("textarea", { ...props, rows }) : h("input", { ...props, type: "text" });
  }

  // A sentence has no second line to begin.
  onEnter(event) {
    if (event.key !== "Enter" || this.input.rows > 1 || event.isComposing) return;
    event.preventDefault();
    this.flush();
  }

  // As high as what stands in it, also in a browser whose fields do not grow by themselves.
  fit() {
    if (GROW || !this.input.matches("textarea") || !this.input.offsetParent) return;
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight + 2}px`;
  }

  look() {
    return this.cell.look();
  }

  get stands() {
    return this.look().given?.value ?? "";
  }

  onInput() {
    this.typed = this.input.value;
    this.fit();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), PAUSE);
    this.owner.touched?.();
  }

  // Nothing typed may wait longer than the pause: also called when the page is hidden or left.
  flush() {
    clearTimeout(this.timer);
    if (this.typed === null) return;
    const value = this.input.rows === 1 ? this.typed.replace(/\s*\n\s*/g, " ") : this.typed; // pasted over lines
    this.typed = null;
    if (value.trim() === String(this.stands).trim()) return;
    [this.fresh, this.own] = [true, null];
    this.cell.give(value.trim() ? { value } : CLEAR);
  }

  update() {
    const { given, status, refusal, why } = this.look();
    const value = given ? (given.shown ?? given.value) : "";
    const wrong = refusal && !refusal.conflict ? (refusal.given.value ?? "") : null;
    if (status === "saved" && given) {
      this.own ??= given.seq;
      if (given.seq !== this.own) this.fresh = false; // another answer stands now: undone, or from elsewhere
    }
    const busy = this.input === document.activeElement || this.typed !== null;
    if (!busy && !(this.fresh && status === "saved")) this.input.value = wrong ?? value;
    this.fit();
    const doubt = given?.doubt || this.owner.doubt?.(this.spec.key) || ""; // kept, but perhaps not as meant
    this.el.dataset.status = status === "saved" && doubt ? "doubt" : status;
    this.input.setAttribute("aria-invalid", String(Boolean(doubt) || status === "refused"));
    const read = given?.shown && given.shown !== this.input.value.trim() ? given.shown : "";
    const said = (given?.state === "value" && given.words) || "";
    const day = this.input.type === "date" ? dayInWords(this.input.value) : "";
    const understood = said || day || read;
    const saved = this.fresh && given && status === "saved" && !doubt ? MARKS.saved : "";
    const isNarrow = this.spec.kind === "date"; // a second line would move all that stands below
    const going = { saved: undefined, unsaved: isNarrow ? NOT_SAVED : MARKS.unsaved, saving: MARKS.saving }[status];
    setText(this.says, going ?? [saved, understood].filter(Boolean).join(" "));
    this.says.title = why;
    this.showNote(doubt);
  }

  // Sentences go under the whole row: a date's field is too narrow to read one in.
  showNote(doubt) {
    const note = this.cell.showNote(this.owner.notes, doubt);
    if (!note) return;
    note.id = uid("note");
    note.prepend(`${this.spec.label}: `);
    this.input.setAttribute("aria-describedby", `${this.says.id} ${note.id}`);
  }
}

// Years and months compare as text as far as both say them.
function endsBefore(started, ended) {
  [started, ended] = [started, ended].map((date) => date.replace(/[~?%]$/, "")); // a doubt: "2014~"
  const dated = /^\d{4}/;
  if (!dated.test(started) || !dated.test(ended)) return false;
  const known = Math.min(started.length, ended.length);
  return ended.slice(0, known) < started.slice(0, known);
}
