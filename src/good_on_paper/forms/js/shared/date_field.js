// A field for a whole day, chosen from a calendar.

const OLDEST_YEAR = 2000; // a year that is still being typed is not sent

class DateField extends Field {
  control(id) {
    return h("input", { id, type: "date" });
  }

  update() {
    super.update();
    markEmptyDay(this.input);
  }

  flush() {
    const year = Number((this.typed ?? "").slice(0, 4));
    if (this.typed && year < OLDEST_YEAR) return clearTimeout(this.timer);
    return super.flush();
  }
}
