// What one needs to do good work: up to four of twelve cards, in random order, or words of one's own.

const OWN_CARD = "Something else, in your own words (something a job can have a little or a lot of)";

// A grid of cards with one tab stop.
class NeedCards extends Roving {
  constructor(form, name) {
    super();
    Object.assign(this, { form, at: 0, buttons: [] });
    this.el = h("div", { class: "gop-needcards", role: "group", "aria-label": name });
    this.list = new KeyedList(this.el, (card) => this.card(card), ({ key }) => key);
    this.el.addEventListener("keydown", (event) => this.onArrows(event, { down: this.across(event.target) }));
    this.el.addEventListener("focusin", (event) => this.rove(this.buttons.indexOf(event.target)));
  }

  build(cards) {
    const again = this.list.show(cards);
    this.buttons = this.list.rows.map((card) => card.el);
    this.rove(Math.max(this.buttons.indexOf(document.activeElement), 0));
    if (again) this.focus(this.buttons.indexOf(again.el));
  }

  card({ key, need }) {
    const words = [h("span", { class: "gop-box", "aria-hidden": "true" }), h("span", { dir: "auto", text: need })];
    const props = { type: "button", class: "gop-option gop-needcard", "data-key": key, onclick: () => this.form.toggle(key) };
    return { el: h("button", props, ...words) };
  }

  across(button) {
    const { top } = button.getBoundingClientRect();
    return this.buttons.filter((one) => one.getBoundingClientRect().top === top).length;
  }
}

class NeedsView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "What you need",
      state: (state) => this.load(state),
      cell: () => this.update(),
      taken: (message, sent) => this.taken(message, sent),
    });
    this.view.root.classList.add("gop-needs");
    this.view.root.addEventListener("gop-leave", (event) => this.onLeave(event));
    this.hear = (message) => message.token === this.sent && this.answered(message);
    model.on("msg:custom", this.hear);
    this.model = model;
    this.heading = h("h3", { class: "gop-ask", tabindex: "-1", text: "What do you need to do good work?" });
    this.hint = h("p", { class: "gop-hint" });
    this.count = h("p", { class: "gop-count", "aria-live": "polite" });
    this.cards = new NeedCards(this, "Cards");
    this.mine = new NeedCards(this, "In your own words"); // below the field: what comes in moves nothing above
    this.mine.el.classList.add("gop-minecards");
    this.own = this.ownWords();
    this.view.body.append(this.heading, this.hint, this.count, this.cards.el, this.own);
  }

  ownWords() {
    const id = uid("own");
    this.words = h("input", { id, type: "text", class: "gop-words", maxlength: "60" });
    this.words.placeholder = "A window, a quiet hour, people I can laugh with ...";
    this.words.addEventListener("keydown", (event) => event.key === "Enter" && this.add());
    this.words.addEventListener("input", () => this.channel && (this.channel.place.words = this.words.value));
    const add = plainButton("Add", () => this.add());
    this.problem = h("p", { class: "gop-note", role: "alert" });
    const row = h("div", { class: "gop-ownrow" }, this.words, add);
    return h("div", { class: "gop-own" }, h("label", { for: id, text: OWN_CARD }), row, this.problem, this.mine.el);
  }

  get channel() {
    return this.view.channel;
  }

  load(state) {
    [this.most, this.lines] = state.limits;
    this.guesses ??= new Cell({ view: this.view, unit: state.person }, "guesses", { words: () => "your cards" });
    this.state = state;
    this.own.hidden = Boolean(state.frozen);
    if (!this.words.value) this.words.value = this.channel.place.words ?? ""; // of who went on and came back
    if (state.frozen) {
      this.cards.buttons = [];
      this.cards.el.replaceChildren(...state.picked.map((text) => h("p", { class: "gop-option gop-needcard", text })));
    } else {
      this.cards.build(state.cards);
      this.mine.build(state.mine);
    }
    if (this.waiting) {
      const key = this.waiting;
      this.waiting = undefined;
      if (!this.picked.includes(key)) this.toggle(key);
    }
    this.update();
    if (this.onward && !this.words.value.trim()) this.goOn();
  }

  // Going on with words just typed means these too: they become a card, and then one is further. Where there is room for
  // none it is said once.
  onLeave(event) {
    const full = this.picked.length >= this.most;
    if (this.own.hidden || !this.words.value.trim() || (full && this.told)) return;
    event.preventDefault();
    this.told = full;
    if (this.onward) return;
    this.onward = !full;
    this.add();
    if (full) this.words.focus();
  }

  goOn() {
    this.onward = false;
    this.view.root.dispatchEvent(new CustomEvent("gop-next", { bubbles: true }));
  }

  get buttons() {
    return [...this.cards.buttons, ...this.mine.buttons];
  }

  get picked() {
    return this.guesses.value ?? [];
  }

  toggle(key) {
    if (!this.guesses.pick(key, this.most)) this.view.say(`${this.most} is the maximum. Remove one first.`, true);
  }

  add() {
    const words = this.words.value.trim();
    this.problem.textContent = "";
    if (!words) return this.words.focus();
    this.full = this.picked.length >= this.most;
    if (this.full) {
      this.problem.textContent = `You have picked ${this.most}. Remove one first, then add yours.`;
      return undefined;
    }
    this.sent = this.channel.put({ type: "own_need", words }, { lane: "own_need" }).message.token;
    return undefined;
  }

  answered(message) {
    if (message.type !== "refused") return;
    this.onward = false;
    this.problem.textContent = message.message;
  }

  taken(message, sent) {
    if (sent.type !== "own_need") return;
    this.waiting = message.made;
    if (this.words.value.trim() === sent.words) this.words.value = this.channel.place.words = "";
    else this.onward = false; // on a slow computer the next one is being typed by now
  }

  close() {
    this.model.off("msg:custom", this.hear);
    this.view.close();
  }

  update() {
    if (!this.state || !this.channel) return;
    const { picked } = this;
    const full = picked.length >= this.most;
    if (this.full && !full) [this.full, this.problem.textContent] = [false, ""];
    for (const button of this.buttons) {
      const on = picked.includes(button.dataset.key);
      button.setAttribute("aria-pressed", String(on));
      this.view.able(button, on || !full);
    }
    this.guesses.showNote(this.view.body);
    setText(this.hint, this.sentence());
    this.count.hidden = Boolean(this.state.frozen);
    const left = this.most - picked.length;
    const more = left ? `up to ${left} more` : "the maximum. Click one again to remove it";
    setText(this.count, picked.length ? `${picked.length} picked, ${more}.` : "None picked yet.");
  }

  sentence() {
    const { frozen, picked } = this.state;
    if (frozen && !picked.length) {
      const list = "In Before an interview you can still list what you want from your next job.";
      return `You first looked on ${frozen}. A need counts only if you name it before that. ${list}`;
    }
    if (frozen) return `You said this before you first looked, on ${frozen}, so you can no longer change it.`;
    const drawn = "We then add a few at random to make";
    const why = "so that you are also asked about things you might not have thought of.";
    return `Think of work in general, not of one job. Pick up to ${this.most}. ${drawn} ${this.lines}, ${why}`;
  }
}

export default {
  render(context) {
    const form = new NeedsView(context);
    return () => form.close();
  },
};
