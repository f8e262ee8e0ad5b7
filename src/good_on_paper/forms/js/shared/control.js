// What every control shows of its cell in the record: what was given, whether it is saved, why it was not taken.

const NOT_SAVED = "NOT SAVED";
const MARKS = { saved: "✓", saving: "saving …", unsaved: `${NOT_SAVED}, trying again` };
const CLEAR = { state: "cleared", value: null, memory: null };

// Whether it is saved, in a sign or a word; `words` has those that are shown here.
class Mark {
  constructor(words = { unsaved: MARKS.unsaved }, el = h("span", { class: "gop-mark" })) {
    Object.assign(this, { words, el });
  }

  show(status, why = "") {
    const text = this.words[status] ?? "";
    setText(this.el, text);
    if (this.el.title !== why) this.el.title = why;
    const isSign = text === MARKS.saved; // read out as a word
    if (isSign === this.el.hasAttribute("aria-label")) return;
    if (isSign) this.el.setAttribute("role", "img"), this.el.setAttribute("aria-label", "saved");
    else this.el.removeAttribute("role"), this.el.removeAttribute("aria-label");
  }
}

class Cell {
  // owner: whose it is (view, unit; lane, where its answers wait for each other; exist(), where it may not exist yet);
  // asked: revision and position, kept with each answer; words(given): how the note of a refusal says it
  constructor(owner, item, { asked = {}, lane = owner.lane, words = inPlainWords, mark = new Mark() } = {}) {
    Object.assign(this, { owner, item, asked, lane, words, mark, doubt: "" });
  }

  look() {
    return this.owner.view.channel.look(this.owner.unit, this.item);
  }

  get value() {
    const { given } = this.look();
    return given?.state === "value" ? given.value : undefined;
  }

  // -- giving an answer

  give(given) {
    this.owner.exist?.();
    const { view, unit } = this.owner;
    const more = this.lane ? { lane: this.lane } : {};
    view.channel.answer(unit, this.item, { ...given, ...this.asked }, more);
  }

  clear() {
    this.give(CLEAR);
  }

  // Pressing what stands takes it back.
  press(value) {
    if (this.value === value) this.clear();
    else this.give({ value });
  }

  // Of several that can stand together one comes or goes; says so and returns false where there is room for no more.
  pick(value, most = Infinity) {
    const held = this.value ?? [];
    const now = held.includes(value) ? held.filter((one) => one !== value) : [...held, value];
    if (now.length > most) return false;
    if (now.length) this.give({ value: now });
    else this.clear();
    return true;
  }

  // -- showing what stands

  show(el, below = el) {
    const look = this.look();
    if (el.dataset.status !== look.status) el.dataset.status = look.status;
    this.mark.show(look.status, look.why);
    this.showNote(below);
    return look;
  }

  // Why the answer was not taken and the ways on, or else a doubt about it. A note that stays as it is keeps the focus;
  // a new one is returned.
  showNote(below, doubt = "") {
    const { refusal } = this.look();
    if (refusal === this.refusal && doubt === this.doubt) return null;
    Object.assign(this, { refusal, doubt });
    this.note?.remove();
    this.note = refusal ? this.noteOf(refusal) : null;
    if (doubt && !refusal) this.note = h("p", { class: "gop-note", text: doubt });
    if (this.note) below.append(this.note);
    return this.note;
  }

  // Loses neither value: what was given can be given again, what stands can stay.
  noteOf({ why, conflict, given, current }) {
    if (!conflict) return h("p", { class: "gop-note", text: why });
    const mine = this.words(given);
    const now = current ? this.words(current) : "empty";
    const { state, value, memory, revision, position } = given;
    const { channel } = this.owner.view;
    const { unit } = this.owner;
    const again = () => channel.answer(unit, this.item, { state, value, memory, revision, position });
    const keep = () => channel.settleRefusal(unit, this.item);
    const note = h("p", { class: "gop-note" }, `This was changed somewhere else: it is now ${now}. You entered ${mine}. `);
    note.append(quietButton(`Use mine (${mine})`, again), quietButton("Keep it as it is now", keep));
    return note;
  }
}

function inPlainWords({ state, value }) {
  return state === "value" ? String(value) : "nothing";
}
