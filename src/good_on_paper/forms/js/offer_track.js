// What is known of one thing at one offer: a dot for one number, a band for a range, nothing while nothing is known. One
// press sets a number, a second one makes a band between the two; on what stands alone it takes that back.

class OfferTrack extends Roving {
  // spec: thing, label, steps [least, most], ends (both in words), can; cell: unit, low, high, told, note; name: the offer's
  constructor(view, spec, cell, name) {
    super();
    Object.assign(this, { view, spec, cell, at: 0 });
    const [least, most] = spec.steps;
    const words = (step) => ({ [least]: `, ${spec.ends[0]}`, [most]: `, ${spec.ends[1]}` })[step] ?? "";
    this.buttons = [];
    for (let step = least; step <= most; step += 1) {
      const button = h("button", { type: "button", class: "gop-trackstep", "aria-label": `${step}${words(step)}` }, h("span", { "aria-hidden": "true", text: step }));
      button.addEventListener("click", () => this.press(step));
      this.buttons.push(button);
    }
    const label = `${spec.label}, ${name}`;
    this.told = h("span", { class: "gop-tracktold" });
    this.track = h("div", { class: "gop-track", role: "group", "aria-label": label }, ...this.buttons);
    this.track.addEventListener("keydown", (event) => this.onKey(event));
    this.note = h("p", { class: "gop-tracknote", dir: "auto" });
    const offer = h("span", { class: "gop-offername", text: name });
    const line = h("div", { class: "gop-trackline" }, this.track, this.told);
    this.el = h("div", { class: "gop-offercell" }, offer, line, this.note);
    if (!spec.can) this.buttons.forEach((button) => view.able(button, false));
    this.show(cell);
  }

  press(step) {
    if (!this.spec.can) return;
    const { low, high } = this.cell;
    let ends = [step, step];
    if (low !== null && low === high) ends = step === low ? [null, null] : [Math.min(low, step), Math.max(low, step)];
    this.give(ends);
  }

  give([low, high]) {
    const { thing } = this.spec;
    const { unit } = this.cell;
    this.view.channel.put({ type: "there", unit, thing, low, high }, { lane: `${unit} ${thing}` });
    this.show({ ...this.cell, low, high, told: low === null ? this.cell.unsaid : low === high ? `${low}` : `${low} to ${high}: ask` });
  }

  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = /^\d$/.test(event.key) ? Number(event.key) : NaN;
    const [least, most] = this.spec.steps;
    if (this.spec.can && step >= least && step <= most) {
      this.press(step);
      this.focus(step - least);
    } else if (this.spec.can && ["Backspace", "Delete"].includes(event.key)) {
      if (this.cell.low !== null) this.give([null, null]);
    } else return void this.onArrows(event);
    event.preventDefault();
  }

  show(cell) {
    this.cell = cell;
    const { low, high } = cell;
    const [least, most] = this.spec.steps;
    this.track.classList.toggle("gop-unknown", low === null);
    const width = most - least;
    this.track.style.setProperty("--share-from", String(low === null ? 0 : (low - least) / width));
    this.track.style.setProperty("--share-to", String(high === null ? 0 : (most - high) / width));
    this.track.toggleAttribute("data-dot", low !== null && low === high);
    this.buttons.forEach((button, at) => {
      const value = least + at;
      button.setAttribute("aria-pressed", String(low !== null && value >= low && value <= high));
    });
    this.settleAt(low === null ? 0 : Math.round(low) - least);
    setText(this.told, cell.told);
    setText(this.note, cell.note);
    this.note.hidden = !cell.note;
  }
}
