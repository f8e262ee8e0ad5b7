// The questions: each large, to be changed in place; under it why, whom to ask, how answers sound.

const TYPING_PAUSE = 500;
const LOOK_EVERY = 3000;
const REVEALS = "asking this tells something about you";
const ROOM = "Your own question";

class QuestionCard {
  constructor(sheet, key) {
    Object.assign(this, { sheet, key, typed: null });
    this.text = h("textarea", { class: "gop-question", rows: 1, id: uid("question"), autocomplete: "off" });
    this.text.addEventListener("input", () => this.onInput());
    for (const type of ["change", "blur"]) this.text.addEventListener(type, () => this.flush());
    this.mark = h("span", { class: "gop-mark" });
    this.kind = h("b", { class: "gop-kind" });
    this.because = h("span");
    this.who = h("p", { class: "gop-asked" });
    this.good = h("p");
    this.bad = h("p");
    this.rests = h("ul");
    const label = (text, node) => h("div", { class: "gop-tell" }, h("b", { text }), node);
    this.tells = [label("A good answer", this.good), label("A bad answer", this.bad)];
    this.from = label("Where this comes from", this.rests);
    this.fold = h("details", { class: "gop-more" }, h("summary", { text: "How answers sound, and where this comes from" }));
    this.fold.append(...this.tells, this.from);
    const quiet = (text, onclick) => h("button", { type: "button", class: "gop-quiet", text, onclick });
    this.other = quiet("Ask another instead", () => this.gone("another"));
    this.drop = quiet("Drop", () => this.gone("dropped"));
    this.back = quiet("The kit’s wording", () => this.restore());
    const tools = h("div", { class: "gop-cardtools" }, this.other, this.drop, this.back, this.mark);
    const why = h("p", { class: "gop-why", id: uid("why") }, this.kind, " ", this.because);
    this.text.setAttribute("aria-describedby", why.id);
    this.number = h("span", { class: "gop-number-of", "aria-hidden": "true" });
    const inside = h("div", {}, this.text, why, this.who, this.fold, tools);
    this.el = h("li", { class: "gop-card" }, this.number, inside);
    this.inside = inside;
  }

  get item() {
    return `question:${this.key}`;
  }

  get channel() {
    return this.sheet.view.channel;
  }

  look() {
    return this.channel.look(this.sheet.target, this.item);
  }

  get stands() {
    return this.look().given?.value?.text ?? this.spec.original;
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
    const text = this.typed.replaceAll(/\s+/g, " ").trim();
    this.typed = null;
    if (text === this.stands) return;
    const plain = !text || text === this.spec.original;
    if (plain && !this.look().given) return this.update();
    const given = plain ? { state: "cleared", value: null } : { value: { text } };
    this.channel.answer(this.sheet.target, this.item, given);
  }

  gone(how) {
    this.typed = null;
    clearTimeout(this.timer);
    this.sheet.focusAfter(this);
    const own = this.key.startsWith("-own:");
    if (own && !this.look().given) return this.sheet.forget(this);
    const given = own ? { state: "cleared", value: null } : { value: { gone: how } };
    return this.channel.answer(this.sheet.target, this.item, given);
  }

  restore() {
    this.typed = null;
    this.channel.answer(this.sheet.target, this.item, { state: "cleared", value: null });
    this.text.focus();
  }

  show(spec, place, count, more) {
    this.spec = spec;
    const own = this.key.startsWith("-own:");
    setText(this.number, String(place + 1));
    this.text.setAttribute("aria-label", own ? ROOM : `Question ${place + 1} of ${count}`);
    if (own) this.text.placeholder = ROOM;
    setText(this.kind, spec.kind);
    this.kind.dataset.kind = spec.kind.split(" ").at(-1);
    setText(this.because, spec.sentence);
    const asked = [spec.who && `Ask ${spec.who}`, spec.when, spec.discloses && REVEALS].filter(Boolean).join(" · ");
    setText(this.who, asked);
    this.who.hidden = !asked;
    setText(this.good, spec.good);
    setText(this.bad, spec.bad);
    this.tells.forEach((tell) => (tell.hidden = !spec.good));
    this.rests.replaceChildren(...spec.rests.map((text) => h("li", { text })));
    this.from.hidden = !spec.rests.length;
    this.fold.hidden = !spec.rests.length && !spec.good;
    this.other.hidden = own || !more;
    this.update();
  }

  update() {
    const { given, status, refusal, why } = this.look();
    const busy = this.typed !== null || (this.text === document.activeElement && status !== "saved" && given);
    const text = this.stands;
    if (!busy && this.text.value !== text && !(refusal && !refusal.conflict)) this.text.value = text;
    this.back.hidden = !given?.value?.text || !this.spec.original;
    this.el.dataset.status = status;
    setText(this.mark, { saved: given?.value?.text ? "✓ saved" : "", saving: "saving …", unsaved: "NOT SAVED, trying again" }[status] ?? "");
    this.mark.title = why;
    this.note?.remove();
    const words = (one) => (one.value?.text ? `“${one.value.text}”` : "the question as it was");
    this.note = refusalNote(this.sheet.view, this.sheet.target, this.item, words);
    if (this.note) this.inside.append(this.note);
    this.fit();
  }

  fit() {
    if (!this.text.isConnected) return;
    this.text.style.height = "auto";
    this.text.style.height = `${this.text.scrollHeight + 2}px`;
  }
}

class QuestionSheetView {
  constructor({ model, el }) {
    this.model = model;
    this.cards = new Map();
    this.drafts = []; // own questions in which nothing was typed yet
    this.view = new FormView(model, el, {
      title: "Questions for the talk",
      follows: ["talk", "unknowns", "start", "own_words", "lines", "outcome", "roles"],
      state: (state) => this.load(state),
      cell: () => this.update(),
      settle: () => this.cards.forEach((card) => card.flush()),
      taken: (message, sent) => this.taken(message, sent),
    });
    this.view.root.classList.add("gop-questions");
    this.head = h("h3", { class: "gop-ask" });
    this.lead = h("p", { class: "gop-hint" });
    this.list = h("ol", { class: "gop-cards" });
    const button = (text, name, onclick) => h("button", { type: "button", class: name, text, onclick });
    this.add = button("Add my own", "gop-plain", () => this.addOwn());
    this.print = button("Print", "gop-main", () => this.send("sheet"));
    this.html = button("Save as a page", "gop-quiet", () => this.send("save", { format: "html" }));
    this.txt = button("Save as text", "gop-quiet", () => this.send("save", { format: "txt" }));
    this.undrop = button("", "gop-quiet", () => this.bringBack());
    this.told = h("p", { class: "gop-told" });
    this.foot = h("div", { class: "gop-foot", hidden: true }, this.print, this.add, this.html, this.txt, this.undrop);
    this.view.body.append(this.head, this.lead, this.list, this.foot, this.told);
    this.watch();
  }

  // Answers given meanwhile in another notebook show when the person comes back to look.
  watch() {
    let inView = false;
    this.eye = new IntersectionObserver((seen) => {
      inView = seen.at(-1).isIntersecting;
      if (inView) {
        this.cards.forEach((card) => card.fit());
        this.look();
      }
    });
    this.eye.observe(this.view.root);
    this.beat = setInterval(() => inView && !document.hidden && this.look(), LOOK_EVERY);
    this.wide = new ResizeObserver(() => this.cards.forEach((card) => card.fit()));
    this.wide.observe(this.list);
  }

  look() {
    if (this.view.channel && !this.view.channel.queue.length) this.view.channel.ask("seen");
  }

  load(state) {
    if (this.target && this.target !== state.target) {
      this.cards.forEach((card) => card.flush());
      this.cards.clear();
      this.drafts = [];
    }
    this.state = state;
    this.target = state.target;
    const own = (key) => ({ key, original: "", kind: "your word", sentence: "You put this one yourself.", rests: [] });
    const there = new Set(state.questions.map((spec) => spec.key));
    this.drafts = this.drafts.filter((key) => !there.has(key));
    this.specs = [...state.questions, ...this.drafts.map(own)];
    this.arrange();
  }

  arrange() {
    const { name, day, more, dropped } = this.state;
    const count = this.specs.length;
    setText(this.head, [name, day].filter(Boolean).join(" · "));
    this.head.hidden = !this.head.textContent;
    if (count) this.lead.textContent = "Change a question until it sounds like you.";
    else if (dropped) this.lead.textContent = "All are dropped.";
    else if (!this.state.start) {
      const back = "say what you need, or what you do not know of the next job. Back takes you there.";
      this.lead.textContent = `Nothing to ask yet: ${back}`;
    } else {
      const first = "Nothing to ask yet: say in ";
      this.lead.replaceChildren(first, notebookLink(this.state.start), " what you need to do good work.");
    }
    const held = this.list.contains(document.activeElement) ? document.activeElement : null;
    const cards = this.specs.map((spec) => {
      if (!this.cards.has(spec.key)) this.cards.set(spec.key, new QuestionCard(this, spec.key));
      return this.cards.get(spec.key);
    });
    for (const key of [...this.cards.keys()]) if (!this.specs.some((spec) => spec.key === key)) this.cards.delete(key);
    const now = cards.map((card) => card.el);
    if (now.length !== this.list.childElementCount || now.some((one, place) => this.list.children[place] !== one)) {
      this.list.replaceChildren(...now);
    }
    cards.forEach((card, place) => card.show(this.specs[place], place, count, more));
    this.foot.hidden = false;
    for (const button of [this.print, this.html, this.txt]) button.hidden = !count;
    this.undrop.hidden = !dropped;
    setText(this.undrop, dropped === 1 ? "Bring back the one dropped" : `Bring back the ${dropped} dropped`);
    if (held?.isConnected) held.focus();
    else if (this.next) this.next();
    this.next = null;
  }

  update() {
    if (this.state) this.cards.forEach((card) => card.spec && card.update());
  }

  // A card that goes takes the focus with it: the one in its place gets it.
  focusAfter(card) {
    const place = [...this.list.children].indexOf(card.el);
    this.next = () => (this.list.children[Math.min(place, this.list.childElementCount - 1)]?.querySelector("textarea") ?? this.add).focus();
  }

  forget(card) {
    this.drafts = this.drafts.filter((key) => key !== card.key);
    this.specs = this.specs.filter((spec) => spec.key !== card.key);
    this.arrange();
  }

  addOwn() {
    const key = `-own:${token().slice(0, 8)}`;
    this.drafts.push(key);
    this.load(this.state);
    this.cards.get(key).text.focus();
  }

  bringBack() {
    for (const [cell, { value }] of this.view.channel.cells) {
      const [unit, item] = [cell.slice(0, cell.indexOf(" ")), cell.slice(cell.indexOf(" ") + 1)];
      if (value?.gone !== "dropped") continue;
      this.view.channel.answer(unit, item, { state: "cleared", value: null });
    }
    this.add.focus();
  }

  // -- on paper

  send(type, more = {}) {
    this.cards.forEach((card) => card.flush());
    this.view.channel.put({ type, ...more }, { durable: false, alone: true, lane: "paper" });
  }

  taken(message, sent) {
    if (message.path) setText(this.told, `Saved: ${message.path}`);
    if (sent.type === "sheet" && message.html) this.paper(message.html);
  }

  // The page to print stands in a frame of its own, in which no script runs.
  paper(html) {
    this.frame?.remove();
    this.frame = h("iframe", { class: "gop-paper", title: "Questions to print", tabindex: "-1", "aria-hidden": "true" });
    this.frame.setAttribute("sandbox", "allow-same-origin allow-modals");
    this.frame.srcdoc = html;
    this.frame.addEventListener("load", () => this.frame.contentWindow?.print());
    this.view.root.append(this.frame);
  }

  close() {
    clearInterval(this.beat);
    this.eye.disconnect();
    this.wide.disconnect();
    this.view.close();
  }
}

export default {
  render(context) {
    const sheet = new QuestionSheetView(context);
    return () => sheet.close();
  },
};
