// The questions for an interview: a card each.

const LOOK_EVERY = 3000;
const TITLE = "Questions for the interview";
const ANYONE = "Anyone you meet";
const ANY_ROUND = "In any round";

class QuestionSheetView {
  constructor({ model, el }) {
    this.model = model;
    this.drafts = []; // own questions in which nothing was typed yet
    this.view = new FormView(model, el, {
      title: TITLE,
      follows: ["next_interview", "after", "unknowns", "start", "own_words", "lines", "outcome", "roles"],
      state: (state) => this.load(state),
      cell: () => this.update(),
      settle: () => this.flush(),
      taken: (message, sent) => this.paper.taken(message, sent),
    });
    this.view.root.classList.add("gop-questions");
    this.head = h("h3", { class: "gop-ask" });
    this.when = h("p", { class: "gop-hint" });
    this.lead = h("p", { class: "gop-hint" });
    this.ofPaper = h("p", { class: "gop-ofpaper", hidden: true });
    this.list = h("ol", { class: "gop-cards" });
    this.cards = new KeyedList(this.list, (key) => new QuestionCard(this, key));
    this.add = plainButton("Add my own", () => this.addOwn());
    this.undrop = quietButton("", () => this.bringBack());
    this.tools = h("div", { class: "gop-foot", hidden: true }, this.add, this.undrop);
    this.lists = h("div");
    this.grouped = details("By person, and by round", [this.lists], { class: "gop-more", hidden: true });
    this.seats = h("ul");
    this.seat = details("About whoever had this job before", [this.seats], { class: "gop-more", hidden: true });
    this.known = h("ul");
    this.knew = details("What you already know", [this.known], { class: "gop-more", hidden: true });
    this.paper = new Paper(this);
    this.view.body.append(this.head, this.when, this.lead, this.ofPaper, this.list, this.tools, this.grouped, this.seat, this.knew, this.paper.el);
    this.watch();
  }

  // Answers given meanwhile in another notebook show when the person comes back to look.
  watch() {
    let inView = false;
    this.eye = new IntersectionObserver((seen) => {
      inView = seen.at(-1).isIntersecting;
      if (inView) {
        this.cards.rows.forEach((card) => card.fit());
        this.look();
      }
    });
    this.eye.observe(this.view.root);
    this.beat = setInterval(() => inView && !document.hidden && this.look(), LOOK_EVERY);
    this.wide = new ResizeObserver(() => this.cards.rows.forEach((card) => card.fit()));
    this.wide.observe(this.list);
  }

  flush() {
    this.cards.rows.forEach((card) => card.flush());
  }

  look() {
    if (this.view.channel && !this.view.channel.queue.length) this.view.channel.ask("seen");
  }

  load(state) {
    if (this.target && this.target !== state.target) {
      this.flush();
      this.cards.show([]);
      this.drafts = [];
    }
    this.state = state;
    this.target = state.target;
    const own = (key) => ({ key, original: "", kinds: [], sentence: "You wrote this one yourself.", rests: [] });
    const there = new Set(state.questions.map((spec) => spec.key));
    this.drafts = this.drafts.filter((key) => !there.has(key));
    this.specs = [...state.questions, ...this.drafts.map(own)];
    this.arrange();
  }

  arrange() {
    const { name, day, whom, more, dropped, known, start, needs } = this.state;
    const count = this.specs.length;
    setText(this.head, name);
    setText(this.when, [day, whom && `${day ? "you" : "You"} meet ${whom}`].filter(Boolean).join(" · "));
    setText(this.view.eyebrow, start ? name : TITLE); // the page has a heading over it
    for (const part of [this.head, this.when]) part.hidden = Boolean(start) || !part.textContent; // told above
    this.lead.classList.toggle("gop-toclick", count > 0);
    if (count) this.lead.textContent = "Click a question to put it in your own words.";
    else if (dropped) this.lead.textContent = "You have removed them all.";
    else if (!this.state.start) {
      const need = needs ? "what you need, or " : "";
      const back = `say ${need}what you don’t know about the next job. Back takes you there.`;
      this.lead.textContent = `Nothing to ask yet: ${back}`;
    } else if (!needs) this.lead.textContent = "Nothing to ask yet: say above what you don’t know about the job.";
    else {
      const first = "Nothing to ask yet: say in ";
      this.lead.replaceChildren(first, notebookLink(this.state.start), " what you need to do good work.");
    }
    this.ofPaper.hidden = !this.state.paper;
    setText(this.ofPaper, this.state.paper);
    this.showSeat(this.state.seat);
    this.knew.hidden = !known.length;
    this.known.replaceChildren(...known.map((text) => h("li", { text })));
    const held = this.list.contains(document.activeElement) ? document.activeElement : null;
    this.cards.show(this.specs.map((spec) => spec.key));
    this.cards.rows.forEach((card, place) => card.show(this.specs[place], place, count, more));
    this.tools.hidden = false;
    this.showGroups();
    this.paper.el.hidden = !count || Boolean(this.state.start);
    this.undrop.hidden = !dropped;
    setText(this.undrop, dropped === 1 ? "Bring back the one you removed" : `Bring back the ${dropped} you removed`);
    if (!held?.isConnected) this.next?.();
    this.next = null;
  }

  update() {
    if (!this.state) return;
    this.cards.rows.forEach((card) => card.spec && card.update());
    this.showGroups();
  }

  // The same questions, each person's and each round's together; nothing where that would be one list.
  showGroups() {
    const asked = this.specs.filter(({ original }) => original);
    const by = (part, other) => {
      const heads = new Set(asked.map((spec) => spec[part] || other));
      return [...heads].map((head) => [head, asked.filter((spec) => (spec[part] || other) === head)]);
    };
    const groups = [by("who", ANYONE), by("when", ANY_ROUND)].filter((lists) => lists.length > 1);
    this.grouped.hidden = !groups.length;
    const upper = (text) => text[0].toUpperCase() + text.slice(1);
    const row = (spec) => h("li", { class: spec.off ? "gop-offpaper" : null, text: this.cards.get(spec.key)?.text.value || spec.original });
    const list = ([head, specs]) => [h("h4", { text: upper(head) }), h("ul", {}, ...specs.map(row))];
    this.lists.replaceChildren(...groups.flat().flatMap(list));
  }

  // Questions that fit any job: one comes in by a press, as the person's own.
  showSeat(ways) {
    this.seat.hidden = !ways.length || Boolean(!this.state.start);
    const take = (text) => () => {
      this.view.channel.answer(this.target, `question:-own:${token().slice(0, 8)}`, { value: { text } });
      this.add.focus();
    };
    const row = ({ text, who }) => h("li", {}, `${text} `, h("span", { class: "gop-hint", text: `Ask ${who}. ` }), quietButton("Add it", take(text)));
    this.seats.replaceChildren(...ways.map(row));
  }

  // -- their order

  move(card, by) {
    const keys = this.specs.map(({ key }) => key);
    const at = keys.indexOf(card.key);
    const to = Math.min(Math.max(at + by, 0), keys.length - 1);
    if (at === to) return;
    keys.splice(to, 0, ...keys.splice(at, 1));
    this.order(keys);
    const button = by < 0 ? card.up : card.down;
    (button.getAttribute("aria-disabled") === "true" || button.disabled ? card.text : button).focus();
  }

  place(card, other) {
    const keys = this.specs.map(({ key }) => key);
    const [at, to] = [card, other].map(({ key }) => keys.indexOf(key));
    if (at < 0 || to < 0 || at === to) return;
    keys.splice(to, 0, ...keys.splice(at, 1));
    this.order(keys);
  }

  order(keys) {
    this.flush();
    this.specs.sort((one, other) => keys.indexOf(one.key) - keys.indexOf(other.key));
    this.arrange();
    this.view.channel.answer(this.target, this.state.order, { value: { order: keys.join(" ") } });
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
      this.view.channel.answer(unit, item, CLEAR);
    }
    this.add.focus();
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
