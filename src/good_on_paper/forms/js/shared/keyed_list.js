// Rows by what they are about: drawn anew, a row that stays keeps its element, and the focus in it.

class KeyedList {
  // make(spec, before): a row, with el; `before` is the row in whose place it comes. id(spec): which row it is. A row
  // is made anew only when its spec has changed; where the row shows each change itself, spec is its id and no more.
  constructor(el, make, id = (spec) => spec) {
    Object.assign(this, { el, make, id, made: new Map() });
  }

  get rows() {
    return [...this.made.values()].map(({ row }) => row);
  }

  get(id) {
    return this.made.get(id)?.row;
  }

  // Returns the row that was made anew while the focus was in the one before it.
  show(specs) {
    const focused = this.el.contains(document.activeElement) ? document.activeElement : null;
    const before = this.made;
    this.made = new Map(specs.map((spec) => [this.id(spec), this.kept(spec, before)]));
    putInto(this.el, this.rows.map((row) => row.el));
    if (focused?.isConnected && focused !== document.activeElement) focused.focus();
    return focused && !focused.isConnected ? this.inPlaceOf(focused, before) : undefined;
  }

  kept(spec, before) {
    const shape = JSON.stringify(spec);
    const old = before.get(this.id(spec));
    return old?.shape === shape ? old : { shape, row: this.make(spec, old?.row) };
  }

  inPlaceOf(focused, before) {
    for (const [id, { row }] of before) if (row.el.contains(focused)) return this.get(id);
    return undefined;
  }
}
