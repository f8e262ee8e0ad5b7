// The same few words on each of many rows: a letter answers and goes on to the next open row, the arrows up and down
// go from row to row and change nothing.

class RowChoice extends Choice {
  // letters: letter -> value; row: the one this stands in, with this as `choice`; rows(): all of them
  constructor(owner, spec, { letters, row, rows, ...more }) {
    super(owner, spec, more);
    Object.assign(this, { letters, row, rows });
    this.set.addEventListener("click", (event) => event.detail && this.chosen.length && this.goOn());
    this.set.addEventListener("focusin", (event) => this.rove(this.buttons.indexOf(event.target)));
  }

  onArrows(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
    const down = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const value = this.letters[event.key.toLowerCase()];
    if (down) walkFrom(this.row, this.rows(), down, (row) => row.choice.focus(this.at));
    else if (value) {
      if (!this.chosen.includes(value)) this.press(value);
      this.rove(this.spec.options.findIndex(([option]) => option === value));
      this.goOn();
    } else return super.onArrows(event); // the ends of a row are its ends, as in a line
    event.preventDefault();
    return undefined;
  }

  goOn() {
    goOnFrom(this.row, this.rows(), (row) => !row.choice.chosen.length, (row) => row.choice.focus(this.at));
  }
}
