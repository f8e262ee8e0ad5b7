// A list that the person makes: rows are added, put in order, taken off. A row begins to exist with the first thing said
// in it, so an empty one leaves no trace.

class OwnRow {
  // list: the one it stands in; off: what the button says that takes it off. To be given by each kind: el, first (where
  // one begins to type), flush()
  constructor(list, unit, off) {
    Object.assign(this, { list, unit, lane: unit, view: list.view });
    this.number = h("span", { class: "gop-place" });
    this.up = iconButton("↑", "Move up", () => list.move(this, -1));
    this.down = iconButton("↓", "Move down", () => list.move(this, 1));
    this.off = iconButton("×", off, () => list.remove(this));
    this.notes = h("div", { class: "gop-notes" });
  }

  exist() {
    this.list.begin(this);
  }

  touched() {
    this.list.forgetNotice();
  }

  // With Alt the arrows move the row; says whether they did.
  moveBy(event) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || !event.altKey) return false;
    event.preventDefault();
    this.list.move(this, by);
    return true;
  }

  // What was sent of the row itself; a field's own trouble stands under the field.
  get moves() {
    return this.view.channel.queue.filter((entry) => entry.lane === this.unit && !entry.cell);
  }

  showPlace(place) {
    const at = this.list.listed.indexOf(this.unit);
    setText(this.number, String(place + 1));
    this.view.able(this.up, at > 0);
    this.view.able(this.down, at >= 0 && at < this.list.listed.length - 1);
  }
}

class OwnList {
  // kind: of its messages ("role": add_role, move_role, remove_role); make(unit): a row; add: what the button says;
  // gone(row): what is said once it is off; changed(): called when the rows are others
  constructor(view, el, { kind, make, add, gone, changed }) {
    Object.assign(this, { view, kind, gone, changed, listed: [], order: [], where: {}, drafts: new Map() });
    this.keyed = new KeyedList(el, make);
    this.add = mainButton(add, () => this.addOne());
    this.notice = h("p", { class: "gop-notice", hidden: true });
  }

  get rows() {
    return this.keyed.rows;
  }

  get(unit) {
    return this.keyed.get(unit);
  }

  flush() {
    this.rows.forEach((row) => row.flush());
  }

  // listed: units as the record has them; where: what tells this list from others of its kind
  show(listed, where = {}) {
    Object.assign(this, { listed, where });
    const here = (one) => Object.keys(where).every((key) => one[key] === where[key]);
    const added = this.view.channel.queue.map(({ message }) => message).filter(({ type }) => type === `add_${this.kind}`);
    const waiting = added.filter(here).map(({ unit }) => unit).filter((unit) => !listed.includes(unit));
    const drafts = [...this.drafts].filter(([, there]) => here(there)).map(([unit]) => unit);
    this.order = [...listed, ...waiting, ...drafts];
    if (!this.order.length) this.draft();
    this.arrange();
  }

  arrange() {
    this.keyed.show(this.order);
    this.changed();
  }

  draft() {
    const unit = newUnit();
    this.drafts.set(unit, this.where);
    this.order.push(unit);
    return unit;
  }

  begin({ unit }) {
    const where = this.drafts.get(unit);
    if (!this.drafts.delete(unit)) return;
    this.view.channel.put({ type: `add_${this.kind}`, unit, ...where }, { lane: unit });
  }

  addOne() {
    const unit = this.order.find((one) => this.drafts.has(one)) ?? this.draft(); // one empty row at a time is enough
    this.arrange();
    this.get(unit).first.focus();
  }

  // To the row below; from the last to a new one.
  after(row) {
    row.flush();
    const next = this.rows[this.order.indexOf(row.unit) + 1];
    if (next) next.first.focus();
    else if (this.drafts.has(row.unit)) row.first.focus();
    else this.addOne();
  }

  move({ unit }, by) {
    const at = this.listed.indexOf(unit);
    const to = at + by;
    if (at < 0 || to < 0 || to >= this.listed.length) return;
    this.view.channel.put({ type: `move_${this.kind}`, unit, to }, { lane: unit });
  }

  remove(row) {
    const above = this.rows[this.order.indexOf(row.unit) - 1];
    const gone = this.gone(row);
    row.flush();
    if (this.drafts.delete(row.unit)) this.show(this.listed, this.where);
    else {
      this.view.channel.put({ type: `remove_${this.kind}`, unit: row.unit }, { lane: row.unit });
      const undo = () => (this.view.step("undo"), this.forgetNotice(), this.add.focus());
      this.notice.replaceChildren(`${gone} `, quietButton("Undo", undo));
      this.notice.hidden = false;
    }
    (above?.off ?? this.add).focus();
  }

  forgetNotice() {
    this.notice.hidden = true;
  }
}
