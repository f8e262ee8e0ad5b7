// A control for each kind of thing that is asked.

class LongField extends Field {
  control(id) {
    return h("textarea", { id, placeholder: this.spec.hint, rows: 2 });
  }
}

class DayField extends Field {
  control(id) {
    return h("input", { id, type: "date" });
  }

  update() {
    super.update();
    markEmptyDay(this.input);
  }

  flush() {
    if (this.typed && Number(this.typed.slice(0, 4)) < 1900) return clearTimeout(this.timer); // a year still being typed
    return super.flush();
  }
}

function controlFor(owner, spec) {
  if (spec.kind === "choice") return new Choice(owner, spec, { several: spec.several });
  if (spec.kind === "rating") return new Scale(owner, spec);
  if (spec.kind === "date") return new DayField(owner, spec);
  return spec.kind === "long" ? new LongField(owner, spec) : new Field(owner, spec);
}
