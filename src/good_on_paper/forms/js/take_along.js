// The paper one takes along: what stands on it, its size, and what becomes of it.

const WHAT = "What";
const SIZE = "How large";
const PARTS_ASK = "Leave something out, or add something";
const READER = "Is it for somebody else? Then say who; the page says so too.";

class TakeAlongView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "To take along",
      follows: ["questions", "take_home", "own_words", "roles"], // each can bring a name onto the paper
      state: (state) => this.load(state),
      cell: () => {},
      taken: (message, sent) => this.taken(message, sent),
    });
    this.view.root.classList.add("gop-takealong");
    this.view.tools.hidden = true; // nothing is answered here
    this.view.eyebrow.hidden = true; // the page has a heading over it
  }

  load(state) {
    this.named = state.named;
    if (this.state) return this.warn();
    this.state = state;
    const { whats, sizes, parts, more, kinds } = state;
    this.what = new Radios(WHAT, whats, () => this.turn());
    this.size = new Radios(SIZE, sizes, () => this.turn());
    this.hint = h("p", { class: "gop-hint", "aria-live": "polite" });
    this.parts = new Map([...parts.map((part) => [...part, true]), ...more.map((part) => [...part, false])].map(tick));
    const boxes = [...this.parts.values()].map((box) => box.parentElement);
    this.fold = details(PARTS_ASK, [...boxes, this.readerField()], { class: "gop-leafparts" });
    const print = mainButton("Print", () => this.send("print"));
    const saves = kinds.map(([format, text]) => quietButton(text, () => this.send("save", { format })));
    this.told = h("p", { class: "gop-told" });
    this.names = h("div", { "aria-live": "polite" });
    this.fold.addEventListener("change", () => this.warn());
    this.eye = new IntersectionObserver((seen) => seen.at(-1).isIntersecting && this.view.channel?.ask("refresh"));
    this.eye.observe(this.view.root); // a name written in another notebook meanwhile
    const foot = h("div", { class: "gop-foot" }, print, ...saves);
    this.view.body.append(this.what.el, this.size.el, this.hint, this.fold, this.names, foot, this.told);
    return this.turn();
  }

  readerField() {
    const id = uid("reader");
    this.reader = h("input", { id, type: "text", maxlength: 60, placeholder: "my coach" });
    return h("div", { class: "gop-field gop-reader" }, h("label", { for: id, text: READER }), this.reader);
  }

  // A card, and the questions alone, have their parts.
  get isWhole() {
    return this.size.value !== "card" && this.what.value === this.state.whats[0][0];
  }

  turn() {
    const card = this.size.value === "card";
    this.what.el.hidden = card;
    setText(this.hint, card ? this.state.card : this.state.whats.find(([what]) => what === this.what.value)[2]);
    this.fold.hidden = !this.isWhole;
    this.warn();
  }

  get chosen() {
    return [...this.parts].filter(([, box]) => box.checked).map(([part]) => part);
  }

  // Whom one worked for, where one's own words on this paper name it: said before it is printed.
  warn() {
    const shown = this.isWhole ? this.chosen : ["questions"];
    const told = shown.map((part) => this.named[part]).filter(Boolean);
    if (told.join() === this.warned) return; // read out once
    this.warned = told.join();
    this.names.replaceChildren(...told.map((text) => h("p", { class: "gop-caution", text })));
  }

  send(type, more = {}) {
    const parts = this.chosen;
    setText(this.told, "");
    const reader = this.isWhole ? this.reader.value.trim() : "";
    this.put(type, { what: this.what.value, size: this.size.value, parts, reader, ...more });
  }

  put(type, more) {
    this.view.channel.put({ type, ...more }, { durable: false, alone: true, lane: "paper" });
  }

  taken(message, sent) {
    if (message.told) setText(this.told, message.told);
    if (message.path) offerFile(this.told, message.path, (type, more) => this.put(type, more));
    if (sent.type === "print" && message.html) printPage(this.view.root, message.html, "Paper to print");
  }
}

function tick([part, text, checked]) {
  const box = h("input", { type: "checkbox", checked });
  h("label", { class: "gop-leafpart" }, box, text); // holds the box from here on
  return [part, box];
}

export default {
  render(context) {
    const form = new TakeAlongView(context);
    return () => (form.eye?.disconnect(), form.view.close());
  },
};
