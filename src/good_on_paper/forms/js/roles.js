// The list of jobs: add, change in place, put in order, remove.

const MAIN = ["title", "employer", "started", "ended"];
const EMPTY = "No jobs here yet. Begin with any one you remember well; the order can be changed later.";

class Role {
  constructor(list, unit, specs) {
    Object.assign(this, { list, unit, lane: unit, view: list.view });
    this.fields = specs.map((spec) => new Field(this, spec));
    this.field("hurt")?.says.before(h("span", { class: "gop-then", text: `yes: ${THEN}` }));
    const isMain = (field) => MAIN.includes(field.spec.key);
    this.fields.filter(isMain).forEach((field) => (field.el.dataset.unseen = "labels")); // the header says it
    const of = (main) => this.fields.filter((field) => isMain(field) === main).map((field) => field.el);
    this.number = h("span", { class: "gop-place" });
    this.up = iconButton("↑", "Move up", () => list.move(this, -1));
    this.down = iconButton("↓", "Move down", () => list.move(this, 1));
    this.off = iconButton("×", "Take off the list", () => list.remove(this));
    this.mark = new Mark({ saved: MARKS.saved, unsaved: NOT_SAVED });
    this.notes = h("div", { class: "gop-notes" });
    this.still = h("p", { class: "gop-hint", text: STILL, hidden: true });
    const rest = h("div", { class: "gop-rest" }, ...of(false), this.still);
    const more = new Fold(rest);
    const tools = h("div", { class: "gop-rowtools" }, this.mark.el, more.button, this.up, this.down, this.off);
    this.el = h("div", { class: "gop-role", role: "group" }, this.number, ...of(true), tools);
    this.el.append(this.notes, rest);
    this.el.addEventListener("keydown", (event) => this.onKey(event));
  }

  get name() {
    const value = (key) => this.field(key).input.value.trim();
    return value("title") || value("employer") || "a new job";
  }

  field(key) {
    return this.fields.find((field) => field.spec.key === key);
  }

  onKey(event) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by && event.altKey) {
      event.preventDefault();
      this.list.move(this, by);
    } else if (event.key === "Enter" && event.target.matches("input")) {
      event.preventDefault();
      const all = [...this.el.querySelectorAll("input, select, textarea")];
      const inputs = all.filter((one) => one.offsetParent); // the unfolded ones
      const next = inputs[inputs.indexOf(event.target) + 1] ?? this.list.add;
      next.focus(); // leaving the field sends it
    }
  }

  // A job begins to exist with the first thing said about it, so an empty row leaves no trace.
  exist() {
    if (!this.list.drafts.delete(this.unit)) return;
    this.view.channel.put({ type: "add_role", unit: this.unit }, { lane: this.unit });
  }

  touched() {
    this.list.forgetNotice();
  }

  doubt(key) {
    if (key !== "ended") return "";
    const stands = (name) => String(this.field(name).stands);
    const early = endsBefore(stands("started"), stands("ended"));
    return early ? "It ends before it began: is one of them mistyped?" : "";
  }

  update(place, count) {
    for (const field of this.fields) field.update();
    this.still.hidden = this.field("hurt").cell.value !== "yes";
    const mine = this.view.channel.queue.filter((entry) => entry.lane === this.unit);
    const moves = mine.filter((entry) => !entry.cell); // a field's own trouble stands under the field
    const told = this.fields.some((field) => field.look().given);
    const doubtful = this.fields.some((field) => field.el.dataset.status === "doubt"); // a tick would agree with it
    let status = told && !mine.length && !doubtful ? "saved" : "";
    if (moves.length) status = moves.some((entry) => entry.unsaved) ? "unsaved" : "saving";
    this.el.dataset.status = status;
    this.mark.show(status);
    setText(this.number, String(place + 1));
    this.el.setAttribute("aria-label", `Job ${place + 1} of ${count}: ${this.name}`);
    const draft = !this.list.listed.has(this.unit);
    this.view.able(this.up, !draft && place > 0);
    this.view.able(this.down, !draft && place < this.list.listed.size - 1);
  }
}

class RoleListView {
  constructor({ model, el }) {
    this.order = [];
    this.listed = new Set();
    this.drafts = new Set(); // rows in which nothing was typed yet
    this.view = new FormView(model, el, {
      title: "Your jobs",
      state: (state) => this.load(state),
      cell: (cell) => this.changed(cell),
      settle: () => this.roles.rows.forEach((role) => role.fields.forEach((field) => field.flush())),
    });
    this.empty = h("p", { class: "gop-hint", text: EMPTY });
    this.notice = h("p", { class: "gop-notice", hidden: true });
    this.header = h("div", { class: "gop-role gop-header", "aria-hidden": "true" });
    this.list = h("div", { class: "gop-roles" });
    this.roles = new KeyedList(this.list, (unit) => new Role(this, unit, this.fields));
    this.add = mainButton("Add a job", () => this.addOne());
    const foot = h("div", { class: "gop-foot" }, this.add);
    this.view.body.append(this.empty, this.notice, this.header, this.list, foot);
    foot.hidden = true;
    this.foot = foot;
  }

  load(state) {
    if (!this.fields) {
      const labels = MAIN.map((key) => state.fields.find((field) => field.key === key).label);
      this.header.replaceChildren(h("span"), ...labels.map((text) => h("span", { text })), h("span"));
    }
    this.fields = state.fields;
    this.foot.hidden = false;
    this.listed = new Set(state.roles);
    const unsent = this.view.channel.queue.filter((entry) => entry.message.type === "add_role");
    const waiting = unsent.map((entry) => entry.message.unit).filter((unit) => !this.listed.has(unit));
    this.order = [...state.roles, ...waiting, ...this.drafts];
    if (!this.order.length) this.draft();
    this.arrange();
  }

  draft() {
    const unit = newUnit();
    this.drafts.add(unit);
    this.order.push(unit);
    return unit;
  }

  arrange() {
    this.roles.show(this.order);
    this.update();
  }

  update() {
    if (!this.fields) return;
    setText(this.view.eyebrow, this.listed.size ? jobs(this.listed.size) : "");
    this.empty.hidden = this.listed.size > 0 || this.order.length > 1;
    this.roles.rows.forEach((role, place) => role.update(place, this.order.length));
  }

  // An answer changes its own row and no other.
  changed(cell) {
    const unit = cell?.slice(0, cell.indexOf(" "));
    const place = this.order.indexOf(unit);
    if (place < 0) return this.update();
    return this.roles.get(unit)?.update(place, this.order.length);
  }

  addOne() {
    const unit = [...this.drafts].at(-1) ?? this.draft(); // one empty row at a time is enough
    this.arrange();
    this.roles.get(unit).field("title").input.focus();
  }

  move(role, by) {
    const at = [...this.listed].indexOf(role.unit);
    const to = at + by;
    if (at < 0 || to < 0 || to >= this.listed.size) return;
    this.view.channel.put({ type: "move_role", unit: role.unit, to }, { lane: role.unit });
  }

  remove(role) {
    const place = this.order.indexOf(role.unit);
    const name = role.name;
    role.fields.forEach((field) => field.flush());
    if (this.drafts.delete(role.unit)) {
      this.order.splice(place, 1);
      this.arrange();
    } else {
      this.view.channel.put({ type: "remove_role", unit: role.unit }, { lane: role.unit });
      const undo = quietButton("Undo", () => (this.view.step("undo"), this.forgetNotice(), this.add.focus()));
      this.notice.replaceChildren(`“${name}” is off the list; what you said about it is kept. `, undo);
      this.notice.hidden = false;
    }
    (this.roles.get(this.order[place - 1])?.off ?? this.add).focus();
  }

  forgetNotice() {
    this.notice.hidden = true;
  }
}

export default {
  render(context) {
    const { view } = new RoleListView(context);
    return () => view.close();
  },
};
