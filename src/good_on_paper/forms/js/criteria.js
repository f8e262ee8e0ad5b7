// What success means, or going wrong: a few criteria chosen among many, each with points for how much it counts.

const usualPoints = (most) => Math.ceil(most / 2); // of a criterion just ticked

class CriteriaChoice {
  constructor(view, state) {
    Object.assign(this, { view, state });
    const [fewest, most, points] = state.limits;
    Object.assign(this, { fewest, most, points });
    const heading = h("h3", { class: "gop-ask", id: uid("ask"), tabindex: "-1", text: state.heading });
    this.count = h("p", { class: "gop-hint" });
    const list = h("ul", { class: "gop-criteria" });
    this.rows = state.criteria.map((item) => this.row(item));
    list.append(...this.rows.map((row) => row.el));
    this.el = h("section", { class: "gop-line", "aria-labelledby": heading.id }, heading, this.count, list, this.own());
    this.update();
  }

  row(item) {
    const tick = h("span", { class: "gop-tick" });
    const choose = h("button", { type: "button", class: "gop-choose" }, tick, item.label);
    const label = `Points: how much ${item.label} matters`;
    const points = h("div", { class: "gop-points", role: "radiogroup", "aria-label": label });
    for (let value = 1; value <= this.points; value += 1) {
      points.append(h("button", { type: "button", role: "radio", class: "gop-step", text: value }));
    }
    const { key, revision, position } = item;
    const owner = { view: this.view, unit: this.state.person };
    const cell = new Cell(owner, key, { asked: { revision, position }, words: inWords, mark: new Mark(MARKS) });
    const row = { item, choose, points, cell, el: h("li", {}, choose, points, cell.mark.el) };
    choose.addEventListener("click", () => this.choose(row));
    const value = (event) => [...points.children].indexOf(event.target) + 1;
    points.addEventListener("click", (event) => this.weigh(row, value(event)));
    points.addEventListener("keydown", (event) => this.onKey(event, row));
    return row;
  }

  // A criterion that is not on the list: it comes onto it, and is chosen.
  own() {
    const id = uid("own");
    const input = h("input", { id, type: "text", maxlength: this.state.longest });
    const add = () => {
      const words = input.value.trim();
      if (!words) return input.focus();
      input.value = "";
      return this.view.channel.put({ type: "add_criterion", side: this.state.side, words }, { lane: this.state.side });
    };
    input.addEventListener("keydown", (event) => event.key === "Enter" && add());
    const label = h("label", { for: id, text: "Something else, in my own words" });
    return h("div", { class: "gop-owncriterion" }, h("div", { class: "gop-field" }, label, input), plainButton("Add", add));
  }

  choose(row) {
    if (row.cell.look().given) return row.cell.clear();
    const chosen = this.rows.filter((other) => other.cell.look().given).length;
    if (chosen >= this.most) {
      return this.view.say(`${this.most} is the maximum. Remove one first.`, true);
    }
    return row.cell.give({ value: usualPoints(this.points) });
  }

  weigh(row, value) {
    if (value > 0 && value !== row.cell.value) row.cell.give({ value });
  }

  onKey(event, row) {
    const now = row.cell.value ?? 0;
    const down = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (down) return this.walk(event, row, down);
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
    const wanted = by ? now + by : Number(/^[1-9]$/.test(event.key) && event.key);
    if (event.ctrlKey || event.metaKey || wanted < 1 || wanted > this.points) return undefined;
    event.preventDefault();
    this.weigh(row, wanted);
    return row.points.children[wanted - 1].focus();
  }

  // From job to job the arrows up and down change nothing; neither do they here.
  walk(event, row, by) {
    event.preventDefault();
    const chosen = this.rows.filter((one) => !one.points.hidden);
    walkFrom(row, chosen, by, (next) => next.points.querySelector("[tabindex='0']").focus());
  }

  update() {
    let chosen = 0;
    for (const row of this.rows) {
      const { given } = row.cell.show(row.el);
      chosen += given ? 1 : 0;
      row.choose.setAttribute("aria-pressed", String(Boolean(given)));
      row.points.hidden = !given;
      [...row.points.children].forEach((step, place) => {
        step.setAttribute("aria-checked", String(given?.value === place + 1));
        step.tabIndex = given?.value === place + 1 ? 0 : -1;
      });
    }
    for (const row of this.rows) {
      const full = chosen >= this.most && !row.cell.look().given;
      row.choose.setAttribute("aria-disabled", String(full));
    }
    setText(this.count, this.words(chosen));
  }

  words(chosen) {
    const points = `give each 1 to ${this.points} points for how much it matters`;
    const usual = `One you tick counts ${usualPoints(this.points)} until you change it.`;
    const rule = `Choose ${this.fewest} to ${this.most} and ${points}. ${usual}`;
    if (!chosen) return rule;
    if (chosen < this.fewest) return `${rule} ${chosen} chosen, ${this.fewest - chosen} more to go.`;
    return `${rule} ${chosen} chosen${chosen === this.most ? ", the maximum" : ""}.`;
  }
}
