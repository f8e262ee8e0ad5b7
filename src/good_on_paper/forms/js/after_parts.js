// What can be said of an interview beyond the three questions: headings that open a few fields each.

class Folds {
  // owners: by what a part is about, whose cells its answers are
  constructor(owners) {
    Object.assign(this, { owners, controls: [] });
    this.el = h("div", { class: "gop-folds" });
  }

  load({ parts, questions, paper, known: lines, before }) {
    const these = questions.length === 1 ? "this question" : `any of these ${questions.length} questions`;
    const asked = `if you asked ${these}${paper ? ` from your paper of ${paper}` : ""}`;
    const heard = questions.length ? [this.part("What they answered", asked, (inside) => this.questions(inside, questions))] : [];
    const known = this.part("What you know about the job now", "and what you don’t know yet", (inside) => {
      const rows = lines.map((line) => new KnownNow(this.owners.job, line));
      this.controls.push(...rows);
      inside.append(h("p", { class: "gop-hint" }, "This is the same list as in ", notebookLink(before), ". What you don’t know stays a question there."));
      inside.append(...rows.map(({ el }) => el));
    });
    const groups = [...new Set(parts.map(({ group }) => group))];
    this.el.replaceChildren(
      ...groups.flatMap((group, place) => [
        h("h4", { class: "gop-group", text: group }),
        ...(place ? [] : [...heard, known]),
        ...parts.filter((part) => part.group === group).map((part) => this.fields(part)),
      ]),
    );
  }

  // A heading and a few words on what is in it; the fields are made when it is first opened.
  part(heading, about, fill) {
    const inside = h("div", { class: "gop-partbody" });
    const head = h("summary", {}, h("b", { text: heading }), h("span", { text: about }));
    const el = h("details", { class: "gop-part" }, head, inside);
    el.addEventListener("toggle", () => {
      if (!el.open || inside.childElementCount) return;
      fill(inside);
      this.update();
    });
    return el;
  }

  fields({ heading, about, of, times, fields }) {
    return this.part(heading, about, (inside) => {
      const notes = h("div", { class: "gop-notes" });
      const owner = { ...this.owners[of], notes };
      const rows = h("div");
      const add = (number) => {
        const named = fields.map((spec) => ({ ...spec, key: times ? `${spec.key}:${number}` : spec.key }));
        rows.append(this.row(owner, named));
      };
      for (let number = 1; number <= Math.max(times, 1); number += 1) add(number);
      inside.append(rows, notes);
      if (!times) return;
      let last = times;
      inside.append(quietButton("Add another", () => (add((last += 1)), this.update())));
    });
  }

  row(owner, specs) {
    const made = specs.map((spec) => controlFor(owner, spec));
    this.controls.push(...made);
    return h("div", { class: "gop-partrow" }, ...made.map((control) => control.el));
  }

  questions(inside, questions) {
    for (const { text, signs, fields } of questions) {
      const notes = h("div", { class: "gop-notes" });
      const owner = { ...this.owners.interview, notes };
      const told = signs.map((words) => h("p", { class: "gop-hint", text: words }));
      inside.append(h("p", { class: "gop-asked", text }), ...told, this.row(owner, fields), notes);
    }
  }

  flush() {
    for (const control of this.controls) control.flush?.();
  }

  update() {
    for (const control of this.controls) control.update();
  }
}
