// About me: sentences of one's own to choose from, and the two or three lines they make.

class AboutMeView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "About me",
      follows: ["achievements", "lineage", "take_home"],
      state: (state) => this.load(state),
      cell: () => this.update(),
    });
    this.view.root.classList.add("gop-stories", "gop-onefold");
    setText(this.view.eyebrow, "");
    this.main = h("div", {});
    this.lines = h("blockquote", { class: "gop-aboutme" });
    const hint = h("p", { class: "gop-hint", text: "For others to read: choose up to three sentences. We add none." });
    this.view.body.append(details("About me, in two or three lines", [hint, this.main, this.lines], { class: "gop-sheetfold" }));
  }

  load(state) {
    this.state = state;
    this.cell = new Cell({ view: this.view, unit: state.person }, KEY.ABOUT_ME, { words: () => "other sentences" });
    this.view.root.firstElementChild.hidden = !state.sentences.length;
    this.buttons = state.sentences.map(([id, text]) => {
      const button = h("button", { type: "button", class: "gop-option gop-sheetrow", dir: "auto", text });
      button.addEventListener("click", () => this.cell.pick(id, state.most));
      button.dataset.id = id;
      return button;
    });
    this.main.replaceChildren(...this.buttons);
    this.update();
  }

  update() {
    if (!this.cell) return;
    const chosen = (this.cell.value ?? []).filter((id) => this.state.sentences.some(([one]) => one === id));
    this.buttons.forEach((button) => button.setAttribute("aria-pressed", String(chosen.includes(button.dataset.id))));
    const texts = new Map(this.state.sentences);
    this.lines.replaceChildren(...chosen.map((id) => h("p", { dir: "auto", text: texts.get(id) })));
    this.cell.show(this.main);
  }
}

export default {
  render(context) {
    const { view } = new AboutMeView(context);
    return () => view.close();
  },
};
