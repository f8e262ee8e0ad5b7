// A day by the minute: a job and a day to choose, the day as a strip, and a line a stretch.

const OFFER = "One part at a time, in any order. Skip what you don’t remember.";
const HINT =
  "What filled it, and roughly how long each part took. Time in between (a wait, a break, the way there) may have been " +
  "well spent or wasted. Skip what you like; you can come back to it any day.";
const HEADS = ["", "What it was", "How long"];

// Minutes as they are said: "6 h 40 min".
function hours(minutes) {
  const whole = Math.round(minutes);
  const parts = [[Math.floor(whole / 60), "h"], [whole % 60, "min"]].filter(([number]) => number);
  return parts.map(([number, unit]) => `${number} ${unit}`).join(" ") || "0 min";
}

const dayCount = (days) => (days === 1 ? "1 day" : `${days} days`);

// Which of the four days; the arrows move and choose, as in any group of radio buttons.
class DayPick extends Roving {
  constructor(days, choose) {
    super();
    Object.assign(this, { days, at: 0 });
    this.buttons = days.map(([day], place) => {
      const button = h("button", { type: "button", class: "gop-pick", role: "radio", onclick: () => choose(day) });
      button.addEventListener("keydown", (event) => {
        const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (!by) return;
        event.preventDefault();
        const next = (place + by + days.length) % days.length;
        choose(days[next][0]);
        this.focus(next);
      });
      return button;
    });
    this.el = h("div", { class: "gop-picks", role: "radiogroup", "aria-label": "Which day" }, ...this.buttons);
  }

  update(chosen, counts) {
    this.days.forEach(([day, words], place) => {
      setText(this.buttons[place], counts[day] ? `${words} · ${counts[day]}` : words);
      this.buttons[place].setAttribute("aria-checked", String(day === chosen));
    });
    this.rove(this.days.findIndex(([day]) => day === chosen));
  }
}

class MinutesView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "A day by the minute",
      follows: ["roles", "two_jobs"],
      state: (state) => this.load(state),
      cell: () => this.update(),
      settle: () => this.stretches?.flush(),
    });
    this.main = h("div", {});
    this.view.root.classList.add("gop-minutes");
    this.view.body.append(this.main);
  }

  get channel() {
    return this.view.channel;
  }

  // -- which day is open; kept on the page, so that a form made anew opens where it was

  get place() {
    return this.channel.place;
  }

  load(state) {
    this.state = state;
    const roles = state.roles.map((role) => role.unit);
    const { place } = this;
    if (!roles.includes(place.role)) {
      const told = state.stretches.at(-1);
      Object.assign(place, { role: told?.role ?? roles.at(-1), day: state.days[0][0] });
    }
    this.view.tools.hidden = !roles.length;
    if (!roles.length) return this.waits();
    return this.show(place.open ? "day" : "offer");
  }

  waits() {
    this.screen = "none";
    setText(this.view.eyebrow, "");
    this.main.replaceChildren(h("p", { class: "gop-hint", text: "This opens once you have named a job." }));
  }

  show(screen) {
    if (this.screen !== screen) this.main.replaceChildren(...this[`${screen}Screen`]());
    this.screen = screen;
    if (screen === "day") this.arrange();
    else this.tellOffer();
  }

  offerScreen() {
    const open = () => {
      const { told } = this;
      this.place.open = true;
      this.show("day");
      if (told) this.heading.focus();
      else this.stretches.rows[0]?.what.input.focus();
    };
    this.hint = h("p", { class: "gop-hint" });
    this.open = plainButton("", open);
    return [this.hint, h("div", { class: "gop-actions" }, this.open)];
  }

  tellOffer() {
    const { told } = this;
    setText(this.view.eyebrow, `A day by the minute${told ? ` · ${dayCount(told)} described` : ""}`);
    setText(this.hint, told ? "" : OFFER);
    this.hint.hidden = Boolean(told);
    setText(this.open, told ? "Look at them, or describe another" : "Describe one day");
  }

  get told() {
    return new Set(this.state.stretches.map((one) => `${one.role} ${one.day}`)).size;
  }

  dayScreen() {
    const id = uid("job");
    this.job = h("select", { id });
    this.job.addEventListener("change", () => this.turnTo({ role: this.job.value }));
    this.days = new DayPick(this.state.days, (day) => this.turnTo({ day }));
    const job = h("div", { class: "gop-field gop-whichjob" }, h("label", { for: id, text: "Job" }), this.job);
    this.heading = h("h3", { class: "gop-ask", tabindex: "-1" });
    this.strip = h("div", { class: "gop-strip", role: "img" });
    this.sum = h("p", { class: "gop-told" });
    const asked = Object.values(this.state.asked);
    const [, , absorbed, dull, margin] = asked;
    const ends = `${absorbed.min} ${absorbed.low}, ${absorbed.max} ${absorbed.high}`;
    const heads = [...HEADS, ends, dull.label, margin.label].map((text) => h("span", { text }));
    this.header = h("div", { class: "gop-stretch gop-header", "aria-hidden": "true" }, ...heads);
    const list = h("div", { class: "gop-stretches" });
    this.stretches = new OwnList(this.view, list, {
      kind: "stretch",
      make: (unit) => new Stretch(this.stretches, unit, this.state.asked),
      add: "Add another part of the day",
      gone: ({ name }) => `${name ? `“${name}”` : "This part"} was removed. Your answers about it are kept.`,
      changed: () => this.update(),
    });
    const which = h("div", { class: "gop-whichday" }, job, this.days.el);
    const hint = h("p", { class: "gop-hint", text: HINT });
    const foot = h("div", { class: "gop-foot" }, this.stretches.add, this.sum);
    return [which, this.heading, hint, this.strip, this.stretches.notice, this.header, list, foot];
  }

  turnTo(where) {
    this.stretches.flush();
    Object.assign(this.place, where);
    this.stretches.forgetNotice();
    this.arrange();
  }

  // -- the lines of the day

  arrange() {
    const { role, day } = this.place;
    const here = this.state.stretches.filter((one) => one.role === role && one.day === day);
    this.stretches.show(here.map(({ unit }) => unit), { role, day });
  }

  // -- what is told so far

  update() {
    if (this.screen !== "day") return;
    const { rows } = this.stretches;
    rows.forEach((row, at) => row.update(at, rows.length));
    const { roles, stretches, days } = this.state;
    const counted = (where) => stretches.filter((one) => Object.keys(where).every((key) => one[key] === where[key]));
    const options = roles.map(({ unit, name, detail }) => {
      const days = new Set(counted({ role: unit }).map((one) => one.day)).size;
      const text = [name, detail, days ? `${dayCount(days)} described` : ""].filter(Boolean).join(" · ");
      return h("option", { value: unit, text });
    });
    if (options.some((one, at) => one.text !== this.job.options[at]?.text) || options.length !== this.job.length) {
      this.job.replaceChildren(...options);
    }
    this.job.value = this.place.role;
    const counts = days.map(([day]) => [day, counted({ role: this.place.role, day }).length]);
    this.days.update(this.place.day, Object.fromEntries(counts));
    const { name } = roles.find((role) => role.unit === this.place.role);
    const words = days.find(([day]) => day === this.place.day)[1];
    setText(this.heading, `${words[0].toUpperCase()}${words.slice(1)} as ${name}`);
    const { told } = this;
    setText(this.view.eyebrow, `A day by the minute${told ? ` · ${dayCount(told)} described` : ""}`);
    this.header.hidden = !rows.length;
    this.showStrip(rows.filter((row) => row.said));
  }

  showStrip(rows) {
    const timed = rows.filter((row) => row.minutes);
    const sum = (some) => some.reduce((all, row) => all + row.minutes, 0);
    const all = sum(timed);
    const dull = sum(timed.filter((row) => row.dull.cell.value === "dull"));
    const beyond = all > this.state.whole_day ? "; that is longer than a day" : "";
    setText(this.sum, all ? `${hours(all)} so far${dull ? `, ${hours(dull)} of it dull` : ""}${beyond}` : "");
    this.strip.hidden = !timed.length;
    const parts = timed.map((row) => {
      const margin = row.margin.cell.value;
      const inside = h("i", { class: "gop-part", text: { spent: "●", wasted: "□" }[margin] ?? "" });
      inside.dataset.dull = row.dull.cell.value ?? "";
      inside.dataset.margin = margin ?? "";
      inside.style.flexGrow = row.minutes;
      inside.title = this.partWords(row);
      return inside;
    });
    this.strip.replaceChildren(...parts);
    this.strip.setAttribute("aria-label", timed.map((row) => this.partWords(row)).join("; "));
  }

  partWords(row) {
    const { dull, margin } = row;
    const said = [dull, margin].map((part) => part.spec.options.find(([key]) => key === part.cell.value)?.[1]);
    return [row.name || "a part", hours(row.minutes), ...said].filter(Boolean).join(", ");
  }
}

export default {
  render(context) {
    const { view } = new MinutesView(context);
    return () => view.close();
  },
};
