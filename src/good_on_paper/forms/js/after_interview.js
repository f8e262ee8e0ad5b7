// After an interview: three questions while it is fresh, then they are locked; the rest can wait.

const SKIP =
  "Skip any you like. This locks your first two answers, so that later you can trust what you felt today. Your note stays open.";
const HURT_TOO = "Then we won’t ask about this interview again.";
const QUIET = "Noted. We won’t ask about this again. You can undo that whenever you like.";
const HUSH = "Noted. Nothing to do today.";
const NONE_YET = "When you’ve had an interview, three short questions will be waiting here. Had one already? Say with which employer, and when.";
const EARLIER = "Was one that you planned held earlier? Choose it, and say when.";
const LONGEST_WAIT = 365;
const KNOWN = ["title", "employer", KEY.TALK_ON, KEY.MEETS_NAME, KEY.STAGE, KEY.GUESS_LOCKED, KEY.ANSWER_WITHIN]; // no answers

class AfterView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "After an interview",
      follows: ["next_interview", "questions", "log"],
      state: (state) => this.load(state),
      cell: () => this.update(),
      settle: () => this.flush(),
      counted: (item) => !KNOWN.includes(item),
    });
    this.view.root.classList.add("gop-after");
    this.coming = h("p", { class: "gop-coming" });
    this.parts = [];
  }

  get channel() {
    return this.view.channel;
  }

  flush() {
    this.parts.forEach((part) => part.flush?.());
  }

  load(state) {
    const { interview, hush, others } = state;
    const shape = JSON.stringify([interview?.unit, interview?.locked, interview?.quiet, interview?.planned, hush, !interview && others]);
    const turned = shape !== this.shape;
    Object.assign(this, { state, shape });
    if (turned) this.build();
    setText(this.coming, state.coming ?? "");
    this.coming.hidden = !state.coming;
    this.showHead();
    this.keepPlace();
    this.update();
  }

  // What stands below a question keeps its place when a sentence takes the question's.
  keepPlace() {
    const { noted } = this;
    if (!noted?.isNew || !noted.el.isConnected) return;
    noted.isNew = false;
    noted.el.style.minBlockSize = `${noted.ends - this.placeOf(noted.el).top}px`;
  }

  placeOf(el) {
    const [root, { top, bottom }] = [this.view.root.getBoundingClientRect().top, el.getBoundingClientRect()];
    return { top: top - root, bottom: bottom - root };
  }

  build() {
    const held = this.view.body.contains(document.activeElement);
    const { interview, hush } = this.state;
    this.parts = [];
    this.head = this.later = null;
    const inside = hush ? [h("p", { class: "gop-said", text: HUSH })] : interview ? this.interview() : [h("p", { class: "gop-hint", text: NONE_YET })];
    this.view.body.replaceChildren(this.coming, ...inside, ...(interview && !hush ? [] : [this.which(!hush)]));
    if (held && this.noted?.isNew && this.noted.el.isConnected) this.noted.el.focus({ preventScroll: true });
    else if (held && interview?.locked) this.view.body.querySelector(".gop-thatsit")?.focus();
    else if (held && interview && interview.unit !== this.begunOn) this.begin();
    this.begunOn = interview?.unit;
  }

  // The first question can be answered by typing at once, unless another is asked before it.
  begin() {
    const asked = this.view.body.querySelector(".gop-planned");
    if (this.chance?.input.isConnected && !asked) this.chance.input.focus();
    else this.beginAt(this.view.body.querySelector("h3, h4"));
  }

  // What was pressed is gone with the list it stood in.
  beginAt(heading) {
    heading?.setAttribute("tabindex", "-1");
    heading?.focus();
  }

  interview() {
    const { interview } = this.state;
    this.owner = { view: this.view, unit: interview.unit, lane: interview.unit, notes: h("div", { class: "gop-notes" }) };
    this.name = h("p", { class: "gop-name" });
    this.about = h("p", { class: "gop-hint" });
    const head = h("div", { class: "gop-chosen" }, h("div", {}, this.name, this.about), this.which(false));
    this.head = head;
    if (interview.quiet) return [head, h("p", { class: "gop-said", text: QUIET })];
    const three = interview.locked ? this.locked() : this.open();
    const rest = h("section", {}, h("h3", { class: "gop-canwait", text: "The rest can wait" }));
    rest.append(h("p", { text: "Open whatever you like, today or at the weekend. What you learned about them comes first, then you." }));
    const job = { ...this.owner, unit: interview.job, lane: interview.job };
    const folds = new Folds({ interview: this.owner, job });
    folds.load(this.state);
    this.parts.push(folds);
    rest.append(folds.el);
    const asked = interview.planned ? [this.planned(interview)] : this.noted?.unit === interview.unit ? [this.noted.el] : [];
    return [head, ...asked, ...three, rest, this.hurt()];
  }

  // Added on another day than the one that was planned: the same interview, or one more. Once that is said, a sentence
  // stands in its place, and nothing below it moves.
  planned({ unit, planned }) {
    const tell = (moved) => () => {
      const text = moved ? `Noted: it was the one you planned for ${planned}.` : `Noted: the one planned for ${planned} is still to come.`;
      const el = h("section", { class: "gop-planned", tabindex: -1 }, h("p", { class: "gop-hint", text }));
      this.noted = { unit, el, ends: this.placeOf(section).bottom, isNew: true };
      this.channel.put({ type: "planned", unit, moved }, { lane: "which" });
    };
    const asked = `Was this the interview you planned for ${planned}?`;
    const yes = plainButton("Yes, the day changed", tell(true));
    const no = plainButton("No, that one is still to come", tell(false));
    const section = h("section", { class: "gop-planned" }, h("h3", { class: "gop-ask", text: asked }), h("p", { class: "gop-actions" }, yes, no));
    return section;
  }

  // -- the three questions

  question(number, heading, hint, ...inside) {
    const title = h("h3", { class: "gop-ask", id: uid("ask"), text: heading });
    const said = hint ? h("p", { class: "gop-hint" }, hint) : null;
    const el = h("section", { class: "gop-one" }, h("span", { class: "gop-nth", "aria-hidden": "true", text: number }), h("div", {}, title, said, ...inside));
    return { el, title, said };
  }

  open() {
    const { three } = this.state;
    const first = this.question(1, "", "");
    this.chanceTitle = first.title;
    this.chance = this.chanceFor(first.title.id, { next: () => this.takeIt.focus(0) });
    this.by = h("p", { class: "gop-hint" });
    first.el.lastChild.append(this.by, this.wait(), this.chance.el);
    const second = this.question(2, "Would you take it today?", "The first question was about them; this one is yours. Go by what you know now.");
    this.takeIt = new Choice(this.owner, three[KEY.TAKE_IT], { label: second.title, mark: new Mark() });
    second.el.lastChild.append(this.takeIt.el);
    this.takeIt.set.addEventListener("click", (event) => event.detail && this.noteField.input.focus());
    this.takeIt.set.addEventListener("keydown", (event) => this.onTyped(event));
    const lock = mainButton("Lock and finish", () => this.lock());
    const foot = h("div", { class: "gop-lock" }, lock, h("p", { class: "gop-hint", text: SKIP }));
    this.parts.push(this.chance, this.takeIt);
    return [first.el, second.el, this.note(), this.owner.notes, foot];
  }

  // A letter typed on a choice begins the note: the spaces after it are text, and switch nothing.
  onTyped({ key, ctrlKey, metaKey, altKey }) {
    if (key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey) this.noteField.input.focus();
  }

  chanceFor(label, more) {
    return new Chance(this.owner, { within: () => this.within, label, ...more });
  }

  // The days within which a yes is meant: the person's own, for this guess and those to come.
  get within() {
    return this.channel.look(this.state.person, KEY.ANSWER_WITHIN).given?.value ?? this.state.interview.within;
  }

  wait() {
    const id = uid("days");
    const input = h("input", { id, type: "number", min: 1, max: LONGEST_WAIT, step: 1 });
    const line = h("p", { class: "gop-wait" }, h("label", { for: id, text: "Days after you met:" }), input);
    this.days = new Fold(line, { words: ["Change the 30 days", "Close"] });
    input.addEventListener("change", () => {
      const days = Number(input.value);
      if (!Number.isInteger(days) || days < 1 || days > LONGEST_WAIT) return;
      this.channel.answer(this.state.person, KEY.ANSWER_WITHIN, { value: days }, { lane: this.owner.unit });
      if (this.chance.of !== undefined) this.chance.give(this.chance.of);
    });
    this.daysInput = input;
    return h("div", {}, this.days.button, line);
  }

  note() {
    const spec = { ...this.state.three[KEY.TO_REMEMBER], label: "One thing to remember", hint: "" };
    const one = this.question(3, "One thing to remember", "Something they said, something you saw, a name. One sentence is plenty.");
    const field = new LongField(this.owner, spec);
    this.noteField = field;
    this.parts.push(field);
    field.el.dataset.unseen = "labels";
    one.el.lastChild.append(field.el);
    return one.el;
  }

  lock() {
    if (!this.chance.flush()) return this.chance.input.focus();
    this.flush();
    return this.channel.answer(this.owner.unit, KEY.GUESS_LOCKED, { value: true }, { lane: this.owner.unit });
  }

  // -- once they are locked

  locked() {
    const { guess, take_it: takeIt, locked } = this.state.interview;
    const chance = guess ? `${guess.of} of 100 that they say yes by ${guess.by}` : "No guess about their answer";
    const first = this.question(1, chance, `Locked ${locked}, so it stays what you felt then.`);
    const again = this.chanceFor(first.title.id, { again: true });
    const inside = h("div", {}, again.el);
    const fold = new Fold(inside, { words: ["I see it differently now", "Close"] });
    this.later = h("ul", { class: "gop-later" });
    first.el.lastChild.append(fold.button, inside, this.later);
    const second = this.question(2, `Would take it today: ${takeIt || "not said"}`, `Locked ${locked}.`);
    const done = h("h3", { class: "gop-ask gop-thatsit", tabindex: -1, text: "That’s it for today." });
    this.until = h("p", { class: "gop-hint" });
    this.parts.push(again);
    return [first.el, second.el, this.note(), this.owner.notes, h("section", { class: "gop-done" }, done, this.until)];
  }

  hurt() {
    const cell = new Cell(this.owner, "hurt", { words: () => "said" });
    const press = quietButton("Something here hurt me", () => cell.give({ value: "yes" }));
    return h("p", { class: "gop-hurttoo" }, press, h("span", { class: "gop-hint", text: HURT_TOO }));
  }

  // -- which interview

  which(open) {
    const list = h("div", { class: "gop-picks" });
    const who = h("input", { id: uid("who"), type: "text" });
    const { input: day, el: dayEl, tell } = dayField({ id: uid("day") });
    const onToday = quietButton("Today", () => ((day.value = this.state.today), tell(), day.focus()));
    const says = h("p", { class: "gop-note", role: "alert" });
    let planned = "";
    const add = () => {
      says.textContent = who.value.trim() && day.value ? "" : "The employer and the day: both are needed.";
      if (!says.textContent) this.channel.put({ type: "add_interview", text: who.value, day: day.value, planned }, { lane: "which" });
    };
    const plans = h("div", { class: "gop-picks" });
    const early = h("div", {}, h("p", { class: "gop-hint", text: EARLIER }), plans);
    // What was planned goes with it: only the day is asked.
    const turn = (unit, name) => {
      planned = unit === planned ? "" : unit;
      who.value = planned && name;
      who.readOnly = Boolean(planned);
      for (const button of plans.children) button.setAttribute("aria-pressed", String(button.dataset.unit === planned));
      (planned ? day : who).focus();
    };
    const plan = ([unit, text, name]) => h("button", { type: "button", class: "gop-pick", "aria-pressed": "false", "data-unit": unit, text, onclick: () => turn(unit, name) });
    const field = (input, text, el = input) => h("div", { class: "gop-field" }, h("label", { for: input.id, text }), el);
    const form = h("div", { class: "gop-new" }, field(who, "Employer"), field(day, "When", dayEl), onToday, plainButton("Add it", add), says);
    form.addEventListener("input", () => (says.textContent = ""));
    const choose = ([unit, name]) => h("button", { type: "button", class: "gop-pick", text: name, onclick: () => this.channel.put({ type: "choose", unit }, { lane: "which" }) });
    const fill = () => {
      list.replaceChildren(...this.state.others.filter(([unit]) => unit !== this.state.interview?.unit).map(choose));
      plans.replaceChildren(...this.state.ahead.map(plan));
      early.hidden = !this.state.ahead.length;
    };
    const inside = h("div", { class: "gop-others" }, list, early, form);
    const fold = new Fold(inside, { words: ["Another interview", "Close"], first: fill });
    if (open) fold.turn(true);
    fold.button.hidden = open; // there is nothing else to go back to
    return h("div", { class: "gop-another" }, fold.button, inside);
  }

  // -- what changes without anything being made anew

  showHead() {
    const { interview } = this.state;
    if (!interview || !this.head) return;
    setText(this.name, interview.name);
    setText(this.about, interview.about);
    if (this.later) this.later.replaceChildren(...interview.later.map((text) => h("li", { text: `A second guess, ${text}. Only the first is counted.` })));
    const rest = interview.next ? "" : "Nothing to do until they write. "; // not while another interview is ahead
    const silence = `${rest}If ${interview.by} passes in silence, we’ll mention it once.`;
    if (this.until) setText(this.until, interview.ended || silence);
  }

  update() {
    if (!this.state) return;
    const { interview } = this.state;
    if (interview && this.chanceTitle && !interview.locked) {
      setText(this.chanceTitle, `How likely are they to say yes by ${interview.by}?`);
      setText(this.by, `Yes means the next round or an offer. ${interview.by} is ${this.within} days after you met. Go with your first hunch.`);
      this.days.tell([`Change the ${this.within} days`, "Close"]);
      if (this.daysInput !== document.activeElement) this.daysInput.value = this.within;
    }
    this.parts.forEach((part) => part.update());
  }
}

export default {
  render(context) {
    const { view } = new AfterView(context);
    return () => view.close();
  },
};
