// A field for a whole day, chosen from a calendar.

const OLDEST_YEAR = 2000; // a year that is still being typed is not sent

class DateField extends Field {
  control(id) {
    return h("input", { id, type: "date" });
  }

  // While nothing stands in it, the browser would write its own country's pattern of a day.
  update() {
    super.update();
    this.input.toggleAttribute("data-empty", !this.input.value && !this.input.validity.badInput);
  }

  flush() {
    const year = Number((this.typed ?? "").slice(0, 4));
    if (this.typed && year < OLDEST_YEAR) return clearTimeout(this.timer);
    return super.flush();
  }
}
