// The history of any answer: found by a word of it, opened by a click, and an earlier one given again.

const HISTORY = "What you said before";
const FIND = "Find an answer by a word of the job, the question, or what you said";
const CHANGED = "What you changed, the latest first.";

class ChangesView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: HISTORY,
      state: () => this.load(),
      cell: () => {},
      taken: (message, sent) => this.taken(message, sent),
    });
    this.view.root.classList.add("gop-changes");
  }

  load() {
    if (this.fold) return this.fold.open && this.find(); // undone, or done again
    const id = uid("find");
    this.field = h("input", { id, type: "search" });
    this.field.addEventListener("change", () => this.find());
    this.said = h("p", { class: "gop-hint", role: "status" });
    this.ul = h("ul", { class: "gop-history" });
    this.list = new KeyedList(this.ul, (row) => new HistoryRow(this, row), ([unit, item]) => `${unit} ${item}`);
    const label = h("label", { for: id, text: FIND });
    this.fold = details(HISTORY, [h("p", { class: "gop-find-answer" }, label, this.field), this.said, this.ul]);
    this.fold.addEventListener("toggle", () => this.fold.open && this.find());
    this.view.body.append(this.fold);
    return undefined;
  }

  put(type, more) {
    this.view.channel.put({ type, ...more }, { durable: false, lane: type });
  }

  find() {
    this.put("find", { words: this.field.value });
  }

  taken(message, sent) {
    if (message.found) {
      const asked = this.field.value.trim();
      this.list.show(message.found)?.fold.querySelector("summary").focus();
      setText(this.said, message.found.length ? (asked ? "" : CHANGED) : asked ? "Nothing found." : "You changed nothing so far.");
      this.list.rows.filter((row) => row.fold.open).forEach((row) => row.ask());
    }
    if (message.history) this.list.get(`${message.unit} ${message.item}`)?.fill(message.history);
    if (sent.type === "again") this.find();
  }

  close() {
    this.view.close();
  }
}

class HistoryRow {
  constructor(sheet, [unit, item, where, what, stands, times, here], before) {
    Object.assign(this, { sheet, unit, item, here });
    const said = h("span", { dir: "auto", text: stands });
    const named = h("span", { class: "gop-of" }, h("b", { text: what }), " ", h("bdi", { text: where }));
    const many = h("span", { class: "gop-times", text: times === 1 ? "said once" : `said ${times} times` });
    this.ul = h("ul");
    this.el = h("li");
    this.fold = h("details", {}, h("summary", {}, named, " ", said, " ", many), this.ul);
    this.fold.addEventListener("toggle", () => this.fold.open && this.ask());
    this.el.append(this.fold);
    if (before?.fold.open) this.fold.open = true;
  }

  ask() {
    this.sheet.put("history", { unit: this.unit, item: this.item });
  }

  fill(told) {
    const again = (seq) => this.sheet.put("again", { unit: this.unit, item: this.item, seq });
    this.ul.replaceChildren(
      ...told.map(([seq, day, said], place) => {
        const words = h("span", { dir: "auto", text: said });
        const button = place && this.here ? quietButton("Say this again", () => again(seq), { "aria-label": `Say this again: ${said}, ${day}` }) : null;
        return h("li", {}, h("span", { class: "gop-said-on", text: place ? day : `${day}, stands now` }), words, button);
      }),
    );
  }
}

export default {
  render(context) {
    const page = new ChangesView(context);
    return () => page.close();
  },
};
