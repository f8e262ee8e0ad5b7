// The paper one takes along: its size, what is left out, and what becomes of it.

const SIZE = "How large";
const PARTS_ASK = "Leave something out, or add what you can live with";
const READER = "Is it for somebody else? Then say who; the page says so too.";

class TakeAlongView extends Roving {
  constructor({ model, el }) {
    super();
    this.view = new FormView(model, el, {
      title: "To take along",
      state: (state) => this.load(state),
      cell: () => {},
      taken: (message, sent) => this.taken(message, sent),
    });
    this.view.root.classList.add("gop-takealong");
    this.view.tools.hidden = true; // nothing is answered here
  }

  load({ sizes, parts, more, kinds }) {
    if (this.sizes) return;
    this.sizes = sizes;
    const label = h("span", { class: "gop-choicelabel", id: uid("size"), text: SIZE });
    this.buttons = sizes.map(([, text], at) =>
      h("button", { type: "button", class: "gop-pick", role: "radio", text, onclick: () => this.choose(at) }),
    );
    const set = h("div", { class: "gop-picks", role: "radiogroup", "aria-labelledby": label.id }, ...this.buttons);
    set.addEventListener("keydown", (event) => this.onArrows(event, { round: true }));
    set.addEventListener("focusin", (event) => this.choose(this.buttons.indexOf(event.target)));
    this.what = h("p", { class: "gop-hint", "aria-live": "polite" });
    this.parts = new Map([...parts.map((part) => [...part, true]), ...more.map((part) => [...part, false])].map(tick));
    const boxes = [...this.parts.values()].map((box) => box.parentElement);
    this.fold = details(PARTS_ASK, [...boxes, this.readerField()], { class: "gop-leafparts" });
    const print = plainButton("Print", () => this.send("print"));
    const saves = kinds.map(([format, text]) => quietButton(text, () => this.send("save", { format })));
    this.told = h("p", { class: "gop-told" });
    const foot = h("div", { class: "gop-foot" }, print, ...saves);
    this.view.body.append(h("div", { class: "gop-choice" }, label, set), this.what, this.fold, foot, this.told);
    this.choose(0);
  }

  readerField() {
    const id = uid("reader");
    this.reader = h("input", { id, type: "text", maxlength: 60, placeholder: "my coach", autocomplete: "off" });
    return h("div", { class: "gop-field gop-reader" }, h("label", { for: id, text: READER }), this.reader);
  }

  choose(at) {
    this.rove(at);
    this.size = this.sizes[at][0];
    setText(this.what, this.sizes[at][2]);
    this.buttons.forEach((button, place) => button.setAttribute("aria-checked", String(place === at)));
    this.fold.hidden = this.size === "card"; // it has its parts
  }

  send(type, more = {}) {
    const parts = [...this.parts].filter(([, box]) => box.checked).map(([part]) => part);
    setText(this.told, "");
    const reader = this.size === "card" ? "" : this.reader.value.trim();
    this.put(type, { size: this.size, parts, reader, ...more });
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
    const { view } = new TakeAlongView(context);
    return () => view.close();
  },
};
