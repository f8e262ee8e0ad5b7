// The paper one takes along: its size, what is left out, and what becomes of it.

const SIZE = "How large";
const PARTS_ASK = "Leave something out, or add what you can live with";

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
    this.fold = details(PARTS_ASK, [...this.parts.values()].map((box) => box.parentElement), { class: "gop-parts" });
    const print = mainButton("Print", () => this.send("print"));
    const saves = kinds.map(([format, text]) => quietButton(text, () => this.send("save", { format })));
    this.told = h("p", { class: "gop-told" });
    const foot = h("div", { class: "gop-foot" }, print, ...saves);
    this.view.body.append(h("div", { class: "gop-choice" }, label, set), this.what, this.fold, foot, this.told);
    this.choose(0);
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
    this.view.channel.put({ type, size: this.size, parts, ...more }, { durable: false, alone: true, lane: "paper" });
  }

  taken(message, sent) {
    if (message.told) setText(this.told, message.told);
    if (sent.type === "print" && message.html) this.print(message.html);
  }

  // The page to print stands in a frame of its own, in which no script runs.
  print(html) {
    this.frame?.remove();
    this.frame = h("iframe", { class: "gop-paper", title: "Paper to print", tabindex: "-1", "aria-hidden": "true" });
    this.frame.setAttribute("sandbox", "allow-same-origin allow-modals");
    this.frame.srcdoc = html;
    this.frame.addEventListener("load", () => this.frame.contentWindow?.print());
    this.view.root.append(this.frame);
  }
}

function tick([part, text, checked]) {
  const box = h("input", { type: "checkbox", checked });
  h("label", { class: "gop-part" }, box, text); // holds the box from here on
  return [part, box];
}

export default {
  render(context) {
    const { view } = new TakeAlongView(context);
    return () => view.close();
  },
};
