// After a yes: the day of the next round, which it is, and who the person will meet; the job's own answers.

const STILL_OPEN = "What is still open since last time is there as questions: ";

class NextRound {
  // log: has the view and the state; process: the job
  constructor(log, process) {
    const notes = h("div", { class: "gop-notes" });
    const owner = { view: log.view, unit: process, lane: process, notes };
    this.fields = log.state.next.map((spec) => {
      if (spec.kind === "choice") return new Choice(owner, spec);
      return new (spec.kind === "date" ? DateField : Field)(owner, spec);
    });
    this.ready = h("p", { class: "gop-hint" }, STILL_OPEN, notebookLink(log.state.before), ".");
    this.el = h("div", { class: "gop-nextround", role: "group", "aria-label": "The next round" }, h("p", { class: "gop-hint", text: "Is there a next round?" }), ...this.fields.map(({ el }) => el), notes, this.ready);
  }

  flush() {
    this.fields.forEach((field) => field.flush?.());
  }

  update() {
    this.fields.forEach((field) => field.update());
    this.ready.hidden = !this.fields[0].stands;
  }
}
