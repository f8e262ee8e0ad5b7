// Several rows side by side, one question at a time: what a form shows of it, with a pager below.

class SideBySide {
  // view: the form's; spec: back (what the button above says, and does), hint(line), finished(): what comes after the
  // last question, changed(): called when another question is shown
  constructor(view, { back, hint, finished, changed }) {
    Object.assign(this, { view, back, hint, finished, changed, page: 0 });
    this.pager = new Pager({ word: "question", go: (page) => this.go(page), stop: back.leave });
    this.keys = keysFold();
    this.el = h("div");
  }

  // rows and lines as the form's state has them; says whether they are others than before
  load({ rows, lines }) {
    const shape = JSON.stringify([rows, lines]);
    const isNew = shape !== this.shape;
    Object.assign(this, { rows, lines, shape });
    return isNew;
  }

  given(line) {
    return this.rows.filter((row) => this.view.channel.look(row.unit, line.key).given).length;
  }

  counts() {
    return this.lines.map((line) => [this.given(line), this.rows.length]);
  }

  firstOpen() {
    return this.counts().findIndex(([given, asked]) => given < asked);
  }

  // Where it is: "Question 2 of 7".
  get where() {
    return this.table ? `Question ${this.page + 1} of ${this.lines.length}` : "";
  }

  // held: whether the focus goes along
  go(page, held = this.el.contains(document.activeElement)) {
    this.page = Math.min(Math.max(page, 0), this.lines.length - 1);
    this.show(page >= this.lines.length);
    restAfterChange(this.el);
    if (!this.table) this.el.querySelector("h3")?.focus();
    else {
      if (held) this.table.arrive();
      this.view.say(this.table.line.ask);
    }
  }

  show(atEnd = false) {
    this.pager.stay();
    this.table = null;
    if (atEnd) this.el.replaceChildren(this.finished());
    else {
      const line = this.lines[this.page];
      const goOn = () => this.pager.next.focus();
      const leave = (by) => by > 0 && goOn();
      this.table = new LineTable(this.view, line, this.rows, { leave, goOn, hint: this.hint(line) });
      const back = quietButton(this.back.words, this.back.leave);
      this.el.replaceChildren(back, this.table.el, this.pager.el, this.keys);
      this.showFoot();
    }
    this.changed();
  }

  showFoot() {
    const { rows } = this.table;
    this.pager.show(this.page, this.counts());
    const saved = rows.every((row) => row.el.dataset.status === "saved");
    this.pager.follow(rows.every((row) => row.given), saved);
  }

  update(cell) {
    if (!this.table) return;
    if (cell === null) this.table.updateAll();
    else this.table.updateCell(cell);
    this.showFoot();
  }

  // What is said at the end: how to the first open question, or that all is done.
  end(done, ...more) {
    const open = this.firstOpen();
    if (open < 0) return panel("That’s it", done, ...more);
    const first = plainButton("Go to the first open question", () => this.go(open));
    return panel(missingAnswers(this.counts()), "That’s fine; carry on or leave it.", first, ...more);
  }
}
