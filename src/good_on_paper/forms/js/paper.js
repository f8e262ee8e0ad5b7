// The questions on paper: the questions alone, unless one asks for why each is there.

const PAPERS = [
  ["", "questions only", "Just the questions, with room for notes."],
  ["why", "with the reasons", "For your eyes only: it may name your past jobs. What you marked private is left out."],
];

class Paper extends Roving {
  constructor(sheet) {
    super();
    this.sheet = sheet;
    const label = h("span", { class: "gop-choicelabel", id: uid("paper"), text: "Print version" });
    this.buttons = PAPERS.map(([, text], place) =>
      h("button", { type: "button", class: "gop-pick", role: "radio", text, onclick: () => this.choose(place) }),
    );
    const set = h("div", { class: "gop-picks", role: "radiogroup", "aria-labelledby": label.id }, ...this.buttons);
    set.addEventListener("keydown", (event) => this.onArrows(event, { round: true }));
    set.addEventListener("focusin", (event) => this.choose(this.buttons.indexOf(event.target)));
    this.what = h("span", { class: "gop-hint", "aria-live": "polite" });
    const print = mainButton("Print", () => this.send("sheet"));
    const html = quietButton("Save as a page", () => this.send("save", { format: "html" }));
    const txt = quietButton("Save as text", () => this.send("save", { format: "txt" }));
    this.told = h("p", { class: "gop-told" });
    this.el = h("section", { class: "gop-onpaper", "aria-label": "Print version", hidden: true });
    this.el.append(h("div", { class: "gop-choice" }, label, set, this.what));
    this.el.append(h("div", { class: "gop-foot" }, print, html, txt), this.told);
    this.choose(0);
  }

  choose(place) {
    this.rove(place);
    const [, , what] = PAPERS[place];
    this.why = Boolean(PAPERS[place][0]);
    setText(this.what, what);
    this.buttons.forEach((button, at) => button.setAttribute("aria-checked", String(at === place)));
  }

  send(type, more = {}) {
    this.sheet.flush();
    this.put(type, { why: this.why, ...more });
  }

  put(type, more) {
    this.sheet.view.channel.put({ type, ...more }, { durable: false, alone: true, lane: "paper" });
  }

  taken(message, sent) {
    if (message.path) offerFile(this.told, message.path, (type, more) => this.put(type, more));
    if (sent.type === "sheet" && message.html) printPage(this.sheet.view.root, message.html, "Questions to print");
  }
}
