// The keyboard in a line: one tab stop a line, arrows move, digits and letters answer and go to the next job.

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
    row.stops[this.at[1]].focus();
  },

  focusFirst() {
    this.focus(...this.at);
  },

  // Down from the last job goes on to what follows, up from the first to what stands before.
  walk(row, by, stop) {
    const place = row.place + by;
    if (place < 0 || place >= this.rows.length) this.options.leave?.(by);
    else this.focus(place, stop ?? this.at[1]);
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
    if (stop >= 0) this.press(row, stop);
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
    if (key === "ArrowDown" || (typing && key === "Enter")) this.walk(row, 1);
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
      if (row.given?.value !== Number(key)) this.rate(row, Number(key));
      this.walk(row, 1, Number(key) - min);
    } else if (blank) {
      if (row.given?.state !== blank.state) this.give(row, { state: blank.state });
      this.walk(row, 1, 0);
    } else if (memory && row.given?.state === "value") {
      this.give(row, { state: "value", value: row.given.value, memory: memory.memory });
    } else if ((key === "backspace" || key === "delete") && row.given) this.give(row, CLEAR);
    else return false;
    return true;
  },
});
