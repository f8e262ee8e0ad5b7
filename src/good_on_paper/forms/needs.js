// What one needs to do good work: up to four of twelve cards, in random order, or words of one's own.

const OWN_CARD = "Something else, in your own words";

class NeedsView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "What you need",
      state: (state) => this.load(state),
      cell: () => this.update(),
      taken: (message, sent) => this.taken(message, sent),
    });
    this.view.root.classList.add("gop-needs");
    this.hear = (message) => message.token === this.sent && this.answered(message);
    model.on("msg:custom", this.hear);
    this.model = model;
    this.heading = h("h3", { class: "gop-ask", tabindex: "-1", text: "What do you need to do good work?" });
    this.hint = h("p", { class: "gop-hint" });
    this.cards = h("div", { class: "gop-needcards", role: "group", "aria-label": "Cards" });
    this.cards.addEventListener("keydown", (event) => this.onKey(event));
    this.cards.addEventListener("focusin", (event) => this.rove(event.target));
    this.own = this.ownWords();
    this.view.body.append(this.heading, this.hint, this.cards, this.own);
  }

  ownWords() {
    const id = uid("own");
    this.words = h("input", { id, type: "text", class: "gop-words", autocomplete: "off", maxlength: "60" });
    this.words.placeholder = "A window, a quiet hour, people I can laugh with ...";
    this.words.addEventListener("keydown", (event) => event.key === "Enter" && this.add());
    const add = h("button", { type: "button", class: "gop-plain", text: "Add", onclick: () => this.add() });
    this.problem = h("p", { class: "gop-note", role: "alert" });
    const row = h("div", { class: "gop-ownrow" }, this.words, add);
    return h("div", { class: "gop-own" }, h("label", { for: id, text: OWN_CARD }), row, this.problem);
  }

  get channel() {
    return this.view.channel;
  }

  load(state) {
    [this.most, this.draws] = state.limits;
    this.state = state;
    this.own.hidden = Boolean(state.frozen);
    const shape = JSON.stringify([state.cards, state.frozen]);
    if (shape !== this.shape) {
      const held = this.buttons?.find((button) => button === document.activeElement)?.dataset.key;
      this.shape = shape;
      this.buttons = state.frozen ? [] : state.cards.map((card) => this.card(card));
      const words = state.picked.map((need) => h("p", { class: "gop-needcard", text: need }));
      this.cards.replaceChildren(...(state.frozen ? words : this.buttons));
      this.rove(this.buttons.find((button) => button.dataset.key === held) ?? this.buttons[0]);
      if (held) this.buttons.find((button) => button.dataset.key === held)?.focus();
    }
    if (this.waiting && state.cards.some((card) => card.key === this.waiting)) {
      const key = this.waiting;
      this.waiting = undefined;
      if (!this.picked.includes(key)) this.toggle(key);
    }
    this.update();
  }

  card({ key, need }) {
    const button = h("button", { type: "button", class: "gop-needcard", "data-key": key, tabindex: "-1" });
    button.append(h("span", { class: "gop-box", "aria-hidden": "true" }), h("span", { dir: "auto", text: need }));
    button.addEventListener("click", () => this.toggle(key));
    return button;
  }

  get picked() {
    const { given } = this.channel.look(this.state.person, "guesses");
    return given?.state === "value" ? given.value : [];
  }

  toggle(key) {
    const { picked } = this;
    const now = picked.includes(key) ? picked.filter((one) => one !== key) : [...picked, key];
    if (now.length > this.most) return this.view.say(`${this.most} is the most: take one back first.`, true);
    const given = now.length ? { state: "value", value: now } : { state: "cleared", value: null };
    return this.channel.answer(this.state.person, "guesses", given);
  }

  add() {
    const words = this.words.value.trim();
    this.problem.textContent = "";
    if (!words) return this.words.focus();
    if (this.picked.length >= this.most) {
      this.problem.textContent = `You have picked ${this.most}. Take one back first, then add yours.`;
      return undefined;
    }
    this.sent = this.channel.put({ type: "own_need", words }, { lane: "own_need" }).message.token;
    return undefined;
  }

  answered(message) {
    if (message.type === "refused") this.problem.textContent = message.message;
  }

  taken(message, sent) {
    if (sent.type !== "own_need") return;
    this.waiting = message.made;
    this.words.value = "";
  }

  // -- one tab stop, arrows from card to card

  rove(button) {
    if (!this.buttons?.includes(button)) return;
    this.buttons.forEach((other) => other.setAttribute("tabindex", other === button ? "0" : "-1"));
  }

  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = this.buttons.indexOf(event.target);
    const { top } = event.target.getBoundingClientRect();
    const across = this.buttons.filter((one) => one.getBoundingClientRect().top === top).length;
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across }[event.key];
    const edge = { Home: 0, End: this.buttons.length - 1 }[event.key];
    if (at < 0 || (by === undefined && edge === undefined)) return;
    event.preventDefault();
    (this.buttons[edge ?? at + by] ?? event.target).focus();
  }

  close() {
    this.model.off("msg:custom", this.hear);
    this.view.close();
  }

  update() {
    if (!this.state || !this.channel) return;
    const { picked } = this;
    const full = picked.length >= this.most;
    for (const button of this.buttons) {
      const on = picked.includes(button.dataset.key);
      button.setAttribute("aria-pressed", String(on));
      this.view.able(button, on || !full);
    }
    this.note?.remove();
    this.note = refusalNote(this.view, this.state.person, "guesses", () => "your cards");
    if (this.note) this.cards.after(this.note);
    setText(this.hint, this.sentence(picked.length));
  }

  sentence(picked) {
    if (this.state.frozen && !this.state.picked.length) {
      return `You first saw what goes with what on ${this.state.frozen}. What is picked after that would be no guess.`;
    }
    if (this.state.frozen) {
      return `You said this before you first saw what goes with what, on ${this.state.frozen}. So it stays as it is.`;
    }
    const rule = `Think of work in general, not of one job. Pick up to ${this.most}.`;
    if (!picked) return rule;
    const left = this.most - picked;
    const more = left ? `${picked} picked, up to ${left} more.` : `${picked} picked.`;
    return `${rule} ${more} Two more will be drawn at random, for what one does not think of.`;
  }
}

export default {
  render(context) {
    const form = new NeedsView(context);
    return () => form.close();
  },
};
