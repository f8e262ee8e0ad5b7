// One job of a preview: a tick, what stands in the file, what is asked, and fields in which all of it can be put right.

const PREVIEW_FIELDS = [
  ["title", "Job title"],
  ["employer", "Employer"],
  ["started", "Start"],
  ["ended", "End"],
  ["place", "Place"],
];

// Buttons of one click below a question; the one that stands is marked.
function answersOf(asked, until, choices, told, onAnswer) {
  const buttons = choices.map(([answer, label]) => {
    const pressed = told === undefined ? null : String(answer === told);
    return plainButton(label, () => onAnswer(answer), { "aria-pressed": pressed });
  });
  const words = h("p", { dir: "auto" }, h("strong", { text: asked }), until ? ` ${until}` : "");
  return h("div", { class: "gop-askbox", role: "group", "aria-label": asked }, words, h("div", { class: "gop-actions" }, ...buttons));
}

class PreviewRow {
  // preview: the whole; it tells the kernel (preview.tell) and is told of ticks (preview.update)
  constructor(preview, role, open) {
    Object.assign(this, { preview, role, open, problems: new Map(), fields: new Map(), pending: 0 });
    this.box = h("input", { type: "checkbox", value: role.where, id: uid("tick") });
    this.box.checked = role.taken;
    this.box.addEventListener("change", () => preview.update());
    this.label = h("label", { for: this.box.id, class: "gop-name", dir: "auto" });
    this.inside = h("div", { class: "gop-found" });
    this.el = h("div", { class: "gop-tick", "data-open": open }, this.box, this.inside);
    this.draw();
  }

  get asks() {
    const { same, doubts } = this.role;
    return Boolean(same) || doubts.length > 0;
  }

  get wrong() {
    return this.box.checked && this.problems.size > 0;
  }

  show(role) {
    const ticked = this.role.same?.answer === role.same?.answer;
    this.role = role;
    if (!ticked) this.box.checked = role.taken; // "the same job", or another, says so
    this.draw();
  }

  draw() {
    const { role } = this;
    setText(this.label, role.name);
    this.label.classList.toggle("gop-unseen", this.open);
    const held = this.inside.contains(document.activeElement) ? document.activeElement.dataset.held : null;
    const parts = this.open ? this.edited() : this.said();
    putInto(this.inside, [this.label, ...parts.filter(Boolean)]);
    if (held && !this.inside.contains(document.activeElement)) this.inside.querySelector(`[data-held="${held}"]`)?.focus();
    this.el.dataset.open = this.open;
  }

  said() {
    const { fields, span, more, doubts } = this.role;
    const detail = (text) => text && h("span", { class: "gop-more", dir: "auto", text });
    const employer = h("span", { class: "gop-where", dir: "auto", text: fields.title ? fields.employer : "" });
    const times = h("span", { class: "gop-when", dir: "auto", text: span || "no years" });
    const known = this.role.known && "on your list already";
    const rest = [fields.place && `in ${fields.place}`, ...more, known].filter(Boolean).join(" · ");
    setText(this.label, fields.title || fields.employer);
    this.box.setAttribute("aria-label", this.role.name);
    const props = { class: "gop-quiet gop-change", "data-held": "change", "aria-label": `Change ${this.role.name}` };
    const change = quietButton("Change", () => this.change(), props);
    const notes = doubts.map((text) => h("span", { class: "gop-doubt", dir: "auto", text }));
    return [employer, times, change, detail(rest), ...notes];
  }

  change() {
    this.open = true;
    this.draw();
    this.inside.querySelector("input").focus();
  }

  edited() {
    const { role } = this;
    this.box.setAttribute("aria-label", role.name);
    const from = this.preview.look.pasted ? "You wrote" : "In the file";
    const written = role.written && h("p", { class: "gop-more gop-written", dir: "auto", text: `${from}: ${role.written}` });
    const doubts = role.doubts.map((text) => this.doubt(text));
    const same = role.same && this.same(role.same);
    const more = role.more.filter(Boolean).join(" · ");
    this.fixes ??= h("div", { class: "gop-fixes" }, ...PREVIEW_FIELDS.map(([key, label]) => this.field(key, label)));
    this.fields.forEach((field, key) => this.showField(field, key));
    return [written, ...doubts, same, this.fixes, more && h("p", { class: "gop-more", text: more })];
  }

  doubt(text) {
    const asked = this.role.choices.find((choice) => choice.doubt === text);
    if (!asked) return h("p", { class: "gop-doubt", dir: "auto", text });
    const answers = asked.answers.map((answer) => [answer.text, answer.label]);
    return answersOf(asked.ask, asked.until, answers, undefined, (said) => this.tell("put_right", asked.key, said));
  }

  same({ ask, until, answers, answer }) {
    return answersOf(ask, answer ? "" : until, answers, answer, (said) => this.tell("same", "", said));
  }

  field(key, label) {
    const input = h("input", { type: "text", id: uid("fix"), spellcheck: "false", dir: "auto", "data-held": key });
    const says = h("span", { class: "gop-says", id: uid("says") });
    const field = { input, says, typing: false };
    input.addEventListener("input", () => ((field.typing = true), this.preview.update()));
    input.addEventListener("change", () => ((field.typing = false), this.tell("put_right", key, input.value)));
    input.setAttribute("aria-describedby", says.id);
    this.fields.set(key, field);
    return h("div", { class: "gop-fix", "data-key": key }, h("label", { for: input.id, text: label }), input, says);
  }

  // An answer about one field changes nothing in another, where the next thing is being typed by then.
  showField(field, key) {
    const problem = this.problems.get(key);
    const value = problem?.text ?? this.role.fields[key];
    if (value !== field.shown && !field.typing) field.input.value = value;
    field.shown = value;
    setText(field.says, problem?.why ?? "");
    if (problem) field.input.setAttribute("aria-invalid", "true");
    else field.input.removeAttribute("aria-invalid");
  }

  tell(type, key, text) {
    this.pending += 1;
    this.preview.tell({ type, where: this.role.where, key, text }, (message) => {
      this.pending -= 1;
      if (this.fields.has(key)) this.fields.get(key).shown = null; // as it was understood, even if that is as before
      if (message.type === "put_right") {
        this.problems.delete(key);
        this.preview.shown(message.roles);
      } else {
        this.problems.set(key, { text, why: message.message });
        this.draw();
      }
      this.preview.update();
    });
  }
}
