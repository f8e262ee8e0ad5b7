// A search on paper, for a job centre: behind a button; then which months, what is on it, which paper.

const PROOF = "Print proof of your job search";
const ON_IT = "For a job centre: dates, employers and stages, a month a page. Notes and what you marked private are never on it.";
const NO_CHOICE = "Choose a month first.";
const NO_MONTH = "Nothing with a date yet. Once you have applied somewhere or had an interview, it can be printed here.";

class ProofView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: PROOF,
      follows: ["after", "log", "bring_log"],
      state: (state) => this.load(state),
      cell: () => {},
      taken: (message, sent) => this.taken(message, sent),
    });
    this.view.root.classList.add("gop-proof");
    this.view.tools.hidden = true; // nothing is answered here
    this.view.eyebrow.textContent = "";
    this.months = h("fieldset", { class: "gop-part" }, h("legend", { text: "Which months" }));
    this.parts = h("fieldset", { class: "gop-part" }, h("legend", { text: "Also on it" }));
    this.papers = h("fieldset", { class: "gop-part" }, h("legend", { text: "Paper" }));
    this.none = h("p", { class: "gop-hint", text: NO_MONTH });
    const print = mainButton("Print", () => this.send("sheet"));
    const save = plainButton("Save as a page", () => this.send("save"));
    this.told = h("p", { class: "gop-told" });
    this.choices = h("div", {}, this.months, this.parts, this.papers, h("div", { class: "gop-actions" }, print, save), this.told);
    const inside = h("div", {}, h("p", { class: "gop-hint", text: ON_IT }), this.none, this.choices);
    const fold = new Fold(inside, { words: [PROOF, "Close"] });
    this.view.body.append(fold.button, inside);
  }

  load({ months, parts, papers }) {
    const shape = JSON.stringify(months);
    if (shape === this.shape) return;
    this.shape = shape;
    this.none.hidden = months.length > 0;
    this.choices.hidden = !months.length;
    const box = (type, checked) => ([value, text], place) => {
      const id = uid("proof");
      const input = h("input", { type, id, value, name: type === "radio" ? "gop-paper" : null });
      input.checked = checked(place);
      return h("div", { class: "gop-tick" }, input, h("label", { for: id, text }));
    };
    const fill = (set, rows) => set.replaceChildren(set.firstChild, ...rows);
    fill(this.months, months.map(box("checkbox", (place) => place === 0)));
    fill(this.parts, parts.map(box("checkbox", () => false)));
    fill(this.papers, papers.map(box("radio", (place) => place === 0)));
  }

  send(type) {
    const checked = (set) => [...set.querySelectorAll("input:checked")].map(({ value }) => value);
    const [format] = checked(this.papers);
    const months = checked(this.months);
    setText(this.told, months.length ? "" : NO_CHOICE);
    if (!months.length) return this.view.say(NO_CHOICE);
    const message = { type, format, places: [...months, ...checked(this.parts)] };
    this.view.channel.put(message, { durable: false, alone: true, lane: "proof" });
  }

  taken(message, sent) {
    if (message.path) offerFile(this.told, message.path, (type, more) => this.put(type, more));
    if (sent.type === "sheet" && message.html) printPage(this.view.root, message.html, "Proof of your job search, to print");
  }

  put(type, more) {
    this.view.channel.put({ type, ...more }, { durable: false, lane: "proof" });
  }
}

export default {
  render(context) {
    const { view } = new ProofView(context);
    return () => view.close();
  },
};
