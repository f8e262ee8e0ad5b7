// The keyboard in a line: one tab stop a line, arrows move, digits and letters answer and go to the next job
// that is not answered yet.

Object.assign(LineTable.prototype, {
  rowOf(element) {
    const found = element.closest?.("[data-row]");
    return found ? this.rows[Number(found.dataset.row)] : undefined;
  },

  chosen(row) {
    if (!row) return 0;
    const place = row.stops.findIndex(
      (stop) => stop.getAttribute("aria-checked") === "true" || stop.getAttribute("aria-pressed") === "true",
    );
    return Math.max(place, 0);
  },

  roveTo(place, stop) {
    const [row, column] = this.at;
    this.rows[row]?.stops[column]?.setAttribute("tabindex", "-1");
    this.at = [place, stop];
    this.rows[place]?.stops[stop]?.setAttribute("tabindex", "0");
  },

  focus(place, stop) {
    const row = this.rows[place];
    if (!row) return;
    this.roveTo(place, Math.max(0, Math.min(stop, row.stops.length - 1)));
    row.stops[this.at[1]].focus({ preventScroll: true });
    row.el.scrollIntoView({ block: "nearest" }); // where it is in sight nothing moves
  },

  // The first job not answered yet; where all are, and one came to change something, the nearest.
  focusFirst(by = 1) {
    const nearest = by < 0 ? this.rows.at(-1) : this.rows[0];
    const row = this.rows.find((one) => !one.given) ?? nearest;
    if (row) this.focus(row.place, this.chosen(row));
  },

  // Where a key answers nothing: on the line's own words.
  rest() {
    this.heading.focus({ preventScroll: true });
  },

  // One has come to this line: the keys answer at once, but nothing that is answered.
  arrive() {
    if (this.whole) this.rest();
    else this.focusFirst();
  },

  // On a page just opened nothing has the focus yet. It is taken only where one can see it.
  arriveIfFree() {
    const first = this.rows.find((row) => !row.given);
    if (!first || document.activeElement?.closest(HOLDS_FOCUS)) return;
    const [from, to] = [this.heading, first.el].map((one) => one.getBoundingClientRect());
    if (to.height && from.top >= 0 && to.bottom <= innerHeight) this.focusFirst();
  },

  // Answers, and puts the focus where the next key is meant to go: on the next job not answered yet, never on one that
  // is. After a click that may be a job further up; by the keys one goes down, past what was left out on purpose.
  answerAndGoOn(row, answer, stop, clicked = false) {
    const { whole } = this;
    answer();
    if (clicked && !row.given) return; // taken back: it is the open one
    const open = (one) => !one.given;
    const next = nextOpen(row, this.rows, open, { round: clicked });
    if (next) this.focus(next.place, stop);
    else if (whole || clicked) this.rest();
    else this.options.goOn();
  },

  // Down from the last job goes on to what follows, up from the first to what stands before.
  walk(row, by) {
    const place = row.place + by;
    if (place < 0 || place >= this.rows.length) this.options.leave?.(by);
    else this.focus(place, this.at[1]);
  },

  onFocus(event) {
    const row = this.rowOf(event.target);
    const stop = row?.stops.indexOf(event.target) ?? -1;
    if (stop >= 0) this.roveTo(row.place, stop);
  },

  onClick(event) {
    const button = event.target.closest("button");
    const row = button && this.rowOf(button);
    const stop = row ? row.stops.indexOf(button) : -1;
    if (stop < 0) return;
    const press = () => this.press(row, stop);
    if (event.detail) this.answerAndGoOn(row, press, stop < row.steps.length ? stop : 0, true);
    else press(); // Enter or Space: the focus stays where the keys put it
  },

  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = this.rowOf(event.target);
    const stop = row?.stops.indexOf(event.target) ?? -1;
    if (stop < 0) return;
    const typing = isTextField(event.target);
    if (this.move(event.key, row, stop, typing) || (!typing && this.letter(event.key.toLowerCase(), row))) {
      event.preventDefault();
    }
  },

  move(key, row, stop, typing) {
    const last = row.stops.length - 1;
    if (typing && key === "Enter") this.answerAndGoOn(row, () => {}, 0); // what was typed is sent as it is left
    else if (key === "ArrowDown") this.walk(row, 1);
    else if (key === "ArrowUp") this.walk(row, -1);
    else if (typing) return false;
    else if (key === "ArrowRight") this.focus(row.place, Math.min(stop + 1, last));
    else if (key === "ArrowLeft") this.focus(row.place, Math.max(stop - 1, 0));
    else if (key === "Home") this.focus(row.place, 0);
    else if (key === "End") this.focus(row.place, row.steps.length - 1);
    else return false;
    return true;
  },

  letter(key, row) {
    const { min, max } = this.line;
    const blank = BLANKS.find((choice) => choice.key === key);
    const memory = MEMORY.find((choice) => choice.key === key);
    if (/^\d$/.test(key) && !this.wide && Number(key) >= min && Number(key) <= max) {
      const rate = () => row.given?.value !== Number(key) && this.rate(row, Number(key));
      this.answerAndGoOn(row, rate, Number(key) - min);
    } else if (blank) {
      const give = () => row.given?.state !== blank.state && row.cell.give({ state: blank.state });
      this.answerAndGoOn(row, give, 0);
    } else if (memory && row.given?.state === "value") {
      row.cell.give({ value: row.given.value, memory: memory.memory });
    } else if ((key === "backspace" || key === "delete") && row.given) row.cell.clear();
    else return false;
    return true;
  },
});
