// A field for a whole day, chosen from a calendar.

const OLDEST_YEAR = 2000; // a year that is still being typed is not sent

class DateField extends Field {
  control(id) {
    return h("input", { id, type: "date" });
  }

  // Half a day says nothing, and takes nothing away: what stands, stands until a whole day is typed.
  get isHalf() {
    return isHalfADay(this.input) || Boolean(this.typed && Number(this.typed.slice(0, 4)) < OLDEST_YEAR);
  }

  update() {
    if (this.isHalf) this.typed ??= ""; // it stays in sight
    super.update();
    if (this.isHalf && this.input !== document.activeElement) this.tellHalf();
    else delete this.el.dataset.half;
    markEmptyDay(this.input);
  }

  tellHalf() {
    const stands = dayInWords(String(this.stands));
    this.el.dataset.half = "";
    setText(this.says, stands ? `${HALF_A_DAY}; ${stands} stands` : HALF_A_DAY);
  }

  flush() {
    if (!this.isHalf) return super.flush();
    clearTimeout(this.timer);
    return this.update();
  }
}
