// What one has done and how: the list, the lines of the CV that wait for their how, and one sheet open.

const FROM_CV = "From your CV: you are its first careful reader";

// Circumstances of which there was a lot: each a cell of its own, pressed or not.
class PresentPicks {
  constructor(owner, ask, lines) {
    const label = h("p", { class: "gop-choicelabel", id: uid("among"), text: ask });
    this.picks = lines.map(([key, text]) => {
      const cell = new Cell(owner, key, { words: ({ value }) => (value ? "“yes”" : "nothing") });
      const button = h("button", { type: "button", class: "gop-pick", text, onclick: () => cell.press("yes") });
      return { cell, button };
    });
    const set = h("div", { class: "gop-picks", role: "group", "aria-labelledby": label.id });
    set.append(...this.picks.map(({ button }) => button));
    this.notes = h("div", { class: "gop-notes" });
    this.el = h("div", { class: "gop-choice" }, label, set, this.notes);
  }

  update() {
    for (const { cell, button } of this.picks) {
      button.setAttribute("aria-pressed", String(cell.value === "yes"));
      cell.show(button, this.notes);
    }
  }
}

function aboutIt(open) {
  const { lines, among, fields } = open.list.state;
  const read = open.control(KEY.DONE_READ, fields[KEY.DONE_READ]);
  const fill = (inside) => {
    const picks = new PresentPicks(open, among, lines);
    open.controls.push(picks);
    inside.append(picks.el);
    open.update();
  };
  return [promptFold(among, fill), ...(open.look(KEY.DONE_READ).given || open.sheet.asks === "cv" ? [read.el] : [])];
}

export default sheetsForm({
  title: "What you have done, and how",
  folds: { done: "What you wrote down before", cv: FROM_CV },
  add: "Write down one thing",
  remove: "Remove this",
  extra: aboutIt,
});
