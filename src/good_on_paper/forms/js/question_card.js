// One question, large, to be changed in place; under it why, whom to ask, how answers sound.

const TYPING_PAUSE = 500;
const REVEALS = "asking this tells them something about you";
const REVEALED = "in its original wording, this tells them something about you";
const MORE = "A good and a bad answer, and where this question comes from";
const OWN_REASON = "A reason of your own."; // on paper, in place of a private one
const ROOM = "Your own question";
const STILL_OPEN = "still open since last time";
const NEW = "new since your paper";
const WORDS = "Use what you wrote";
const USE = "Use this";
const REHEARSED = "Many people ask this, so they have an answer ready. Ask for the last time it happened instead.";
const tidy = (text) => text.replaceAll(/\s+/g, " ").trim();

class QuestionCard {
  constructor(sheet, key) {
    Object.assign(this, { sheet, key, typed: null });
    this.text = h("textarea", { class: "gop-question", rows: 1, id: uid("question") });
    this.text.addEventListener("input", () => this.onInput());
    for (const type of ["change", "blur"]) this.text.addEventListener(type, () => this.flush());
    const words = ({ value }) => (value?.text ? `“${value.text}”` : "the question as it was");
    const mark = new Mark({ ...MARKS, saved: `${MARKS.saved} saved` });
    this.cell = new Cell({ view: sheet.view, unit: sheet.target }, `question:${key}`, { words, mark });
    this.kinds = h("span", { class: "gop-kinds" });
    this.because = h("span");
    this.unsaid = h("span", { class: "gop-paperonly", text: OWN_REASON, hidden: true });
    this.who = h("p", { class: "gop-asked" });
    this.good = h("p");
    this.bad = h("p");
    this.rests = h("ul");
    const label = (text, node) => h("div", { class: "gop-tell" }, h("b", { text }), node);
    this.follow = h("p");
    this.tells = [label("A good answer", this.good), label("A bad answer", this.bad), label("Then ask", this.follow)];
    this.from = label("Where it comes from", this.rests);
    this.first = h("p", { class: "gop-hint" });
    this.fold = details(MORE, [this.first, ...this.tells, this.from], { class: "gop-more" });
    this.other = quietButton("Swap this question", () => this.gone("another"));
    this.drop = quietButton("Remove", () => this.gone("dropped"));
    this.back = quietButton("Restore the original wording", () => this.restore());
    this.near = h("select", { id: uid("near"), onchange: () => this.closest() });
    const nearest = h("label", { for: this.near.id, text: "Choose one, and we ask its questions too." });
    this.own = details("Is this close to something on our list?", [h("div", { class: "gop-field" }, nearest, this.near)], { class: "gop-more gop-near", hidden: true });
    this.words = h("div");
    this.mine = details(WORDS, [this.words], { class: "gop-more", hidden: true });
    this.rehearsed = h("p", { class: "gop-hint", hidden: true, text: REHEARSED });
    this.named = h("p", { class: "gop-caution", hidden: true, "aria-live": "polite" }); // before it is printed
    this.up = iconButton("↑", "Ask earlier", () => this.sheet.move(this, -1));
    this.down = iconButton("↓", "Ask later", () => this.sheet.move(this, 1));
    const order = h("span", { class: "gop-cardorder" }, this.up, this.down);
    const tools = h("div", { class: "gop-cardtools" }, this.other, this.drop, this.back, order, mark.el);
    const why = h("p", { class: "gop-why", id: uid("why") }, this.kinds, this.because, this.unsaid);
    this.text.setAttribute("aria-describedby", why.id);
    this.number = h("span", { class: "gop-number-of", "aria-hidden": "true", draggable: "true" });
    const inside = h("div", {}, this.text, this.named, why, this.who, this.rehearsed, this.fold, this.mine, this.own, tools);
    this.el = h("li", { class: "gop-card" }, this.number, inside);
    this.inside = inside;
    this.dragged();
  }

  // By its number a card is drawn to another place; the arrows beside it do the same.
  dragged() {
    this.number.addEventListener("dragstart", (event) => {
      this.sheet.drawn = this;
      event.dataTransfer.setData("text/plain", this.text.value);
      event.dataTransfer.setDragImage(this.el, 0, 0);
    });
    this.number.addEventListener("dragend", () => (this.sheet.drawn = null));
    this.el.addEventListener("dragover", (event) => this.sheet.drawn && event.preventDefault());
    this.el.addEventListener("drop", (event) => {
      if (!this.sheet.drawn) return;
      event.preventDefault();
      this.sheet.place(this.sheet.drawn, this);
    });
  }

  showWords(texts) {
    this.mine.hidden = !texts.length;
    const shape = JSON.stringify(texts);
    if (shape === this.wordsShape) return;
    this.wordsShape = shape;
    const use = (text) => () => {
      this.typed = text;
      this.flush();
      this.text.focus();
    };
    this.words.replaceChildren(...texts.map((text) => h("p", {}, `${text} `, quietButton(USE, use(text)))));
  }

  get stands() {
    return this.cell.value?.text ?? this.spec.original;
  }

  onInput() {
    this.typed = this.text.value;
    this.fit();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), TYPING_PAUSE);
  }

  flush() {
    clearTimeout(this.timer);
    if (this.typed === null) return;
    const text = tidy(this.typed);
    this.typed = null;
    if (text === this.stands) return;
    const plain = !text || text === this.spec.original;
    if (plain && !this.cell.look().given) return this.update();
    this.cell.give(plain ? CLEAR : { value: { text } });
  }

  gone(how) {
    this.typed = null;
    clearTimeout(this.timer);
    this.sheet.focusAfter(this);
    const own = this.key.startsWith("-own:");
    if (own && !this.cell.look().given) return this.sheet.forget(this);
    return this.cell.give(own ? CLEAR : { value: { gone: how } });
  }

  // What a need in one's own words is closest to: a word of the person's, not of this question alone.
  get nearest() {
    return new Cell({ view: this.sheet.view, unit: this.sheet.state.person }, `${KEY.CLOSEST_TO}:${this.spec.own}`);
  }

  closest() {
    if (this.near.value) this.nearest.give({ value: this.near.value });
    else this.nearest.clear();
  }

  restore() {
    this.typed = null;
    this.cell.clear();
    this.text.focus();
  }

  show(spec, place, count, more) {
    this.spec = spec;
    const own = this.key.startsWith("-own:");
    setText(this.number, String(place + 1));
    this.text.setAttribute("aria-label", own ? ROOM : `Question ${place + 1} of ${count}`);
    if (own) this.text.placeholder = ROOM;
    const tags = [...(spec.still ? [STILL_OPEN] : []), ...(spec.new ? [NEW] : []), ...spec.kinds];
    const kinds = tags.flatMap((kind) => [h("b", { class: "gop-kind", text: kind }), " "]);
    if (this.kinds.textContent !== tags.map((kind) => `${kind} `).join("")) this.kinds.replaceChildren(...kinds);
    setText(this.because, spec.sentence);
    this.el.classList.toggle("gop-offpaper", Boolean(spec.off));
    for (const part of [this.because, this.fold, this.mine]) part.classList.toggle("gop-offpaper", Boolean(spec.private));
    this.unsaid.hidden = !spec.private;
    setText(this.good, spec.good);
    setText(this.bad, spec.bad);
    setText(this.follow, spec.follow ?? "");
    this.showWords(spec.in_words ?? []);
    this.rehearsed.hidden = !spec.rehearsed;
    setText(this.named, spec.named ?? "");
    this.named.hidden = !spec.named;
    this.sheet.view.able(this.up, place > 0);
    this.sheet.view.able(this.down, place < count - 1);
    this.tells.forEach((tell) => (tell.hidden = !spec.good));
    this.rests.replaceChildren(...spec.rests.map((text) => h("li", { text })));
    this.from.hidden = !spec.rests.length;
    this.fold.hidden = !spec.rests.length && !spec.good;
    this.other.hidden = own || !more;
    this.own.hidden = !spec.own;
    if (spec.own && !this.near.options.length) {
      const choices = [["", "No, nothing"], ...this.sheet.state.circumstances];
      this.near.append(...choices.map(([value, text]) => h("option", { value, text })));
    }
    this.update();
  }

  update() {
    const { given, status, refusal, why } = this.cell.look();
    const held = this.text === document.activeElement;
    const busy = this.typed !== null || (held && status !== "saved" && given);
    const text = this.stands;
    const shown = held ? tidy(this.text.value) : this.text.value; // a space before a pause is not taken away
    if (!busy && shown !== text && !(refusal && !refusal.conflict)) this.text.value = text;
    const changed = Boolean(given?.value?.text && this.spec.original && given.value.text !== this.spec.original);
    this.back.hidden = !changed;
    if (this.spec.own) this.near.value = this.nearest.value ?? "";
    this.tell(changed);
    this.el.dataset.status = status;
    this.cell.mark.show(status === "saved" && !given?.value?.text ? "" : status, why);
    this.cell.showNote(this.inside);
    this.fit();
  }

  // What was written for the kit's words does not fit just any other: said, whose it is.
  tell(changed) {
    const { who, when, discloses, good, whose_signs: whose } = this.spec;
    const reveals = discloses && (changed ? REVEALED : REVEALS);
    const asked = [who && `Ask ${who}`, when, reveals].filter(Boolean).join(" · ");
    setText(this.who, asked);
    this.who.hidden = !asked;
    setText(this.first, changed && good ? whose : "");
    this.first.hidden = !this.first.textContent;
  }

  fit() {
    if (!this.text.isConnected) return;
    this.text.style.height = "auto";
    this.text.style.height = `${this.text.scrollHeight + 2}px`;
  }
}
