// The list of jobs: add, change in place, put in order, remove.

const MAIN = ["title", "employer", "started", "ended"];
const GROWS = ["title", "employer"]; // a name that is long takes a second line
const ONES_OWN = /(^|\W)(self[- ]?employed|freelanc\w*)/i;
const NO_EMPLOYER = "none needed";
const BRING = "Bring in a CV, a file or a pasted list";
const EMPTY = "No jobs here yet. Type one that you remember well, or bring in a CV, a file or a pasted list. You can change the order later.";

class Role extends OwnRow {
  constructor(list, unit, specs) {
    super(list, unit, "Remove from the list");
    this.fields = specs.map((spec) => new Field(this, GROWS.includes(spec.key) ? { ...spec, rows: 1 } : spec));
    this.field("hurt")?.says.before(h("span", { class: "gop-then", text: `Choose yes and ${THEN}` }));
    const isMain = (field) => MAIN.includes(field.spec.key);
    this.fields.filter(isMain).forEach((field) => (field.el.dataset.unseen = "labels")); // the header says it
    const of = (main) => this.fields.filter((field) => isMain(field) === main).map((field) => field.el);
    this.mark = new Mark({ saved: MARKS.saved, unsaved: NOT_SAVED });
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

  get first() {
    return this.field("title").input;
  }

  flush() {
    this.fields.forEach((field) => field.flush());
  }

  onKey(event) {
    if (this.moveBy(event)) return;
    if (event.key === "Enter" && event.target.matches("input, textarea[rows='1']") && !event.isComposing) {
      event.preventDefault();
      const all = [...this.el.querySelectorAll("input, select, textarea")];
      const inputs = all.filter((one) => one.offsetParent); // the unfolded ones
      const next = inputs[inputs.indexOf(event.target) + 1];
      if (next) next.focus(); // leaving the field sends it
      else this.list.after(this);
    }
  }

  doubt(key) {
    if (key !== "ended") return "";
    const stands = (name) => String(this.field(name).stands);
    const early = endsBefore(stands("started"), stands("ended"));
    return early ? "It ends before it starts. Is one of the dates mistyped?" : "";
  }

  // Whoever worked for themselves has no employer to name; the example would ask for one.
  get onesOwn() {
    return this.field(KEY.ROLE_KIND).cell.value === "freelance" || ONES_OWN.test(this.field("title").stands);
  }

  update(place, count) {
    for (const field of this.fields) field.update();
    const { input, spec } = this.field("employer");
    input.placeholder = this.onesOwn ? NO_EMPLOYER : spec.hint;
    this.still.hidden = this.field("hurt").cell.value !== "yes";
    const { moves } = this;
    const going = this.view.channel.queue.some((entry) => entry.lane === this.unit);
    const told = this.fields.some((field) => field.look().given);
    const doubtful = this.fields.some((field) => field.el.dataset.status === "doubt"); // a tick would agree with it
    let status = told && !going && !doubtful ? "saved" : "";
    if (moves.length) status = moves.some((entry) => entry.unsaved) ? "unsaved" : "saving";
    this.el.dataset.status = status;
    this.mark.show(status);
    this.el.setAttribute("aria-label", `Job ${place + 1} of ${count}: ${this.name}`);
    this.showPlace(place);
  }
}

class RoleListView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "Your jobs",
      state: (state) => this.load(state),
      cell: (cell) => this.changed(cell),
      settle: () => this.roles.flush(),
    });
    this.empty = h("p", { class: "gop-hint", text: EMPTY });
    this.header = h("div", { class: "gop-role gop-header", "aria-hidden": "true" });
    const list = h("div", { class: "gop-roles" });
    this.roles = new OwnList(this.view, list, {
      kind: "role",
      make: (unit) => new Role(this.roles, unit, this.fields),
      add: "Add a job",
      gone: ({ name }) => `“${name}” was removed from the list. Your answers about it are kept.`,
      changed: () => this.update(),
    });
    this.foot = h("div", { class: "gop-foot", hidden: true }, this.roles.add);
    const bring = quietButton(BRING, () => this.leadToFile());
    bring.classList.add("gop-bringway");
    this.view.body.append(this.empty, bring, this.roles.notice, this.header, list, this.foot);
  }

  load(state) {
    if (!this.fields) {
      const labels = MAIN.map((key) => state.fields.find((field) => field.key === key).label);
      this.header.replaceChildren(h("span"), ...labels.map((text) => h("span", { text })), h("span"));
    }
    this.fields = state.fields;
    this.foot.hidden = false;
    this.roles.show(state.roles);
  }

  // The form that takes a file stands below the list, out of sight on most screens.
  leadToFile() {
    const form = this.view.root.closest(".jp-Notebook").querySelector(".gop-bring");
    form.scrollIntoView({ block: "start" });
    const at = form.querySelector("input[type='file']") ?? form.querySelector("h3"); // a file may be in sight already
    at.focus({ preventScroll: true });
  }

  update() {
    if (!this.fields) return;
    const { listed, order, rows } = this.roles;
    setText(this.view.eyebrow, listed.length ? jobs(listed.length) : "");
    this.empty.hidden = listed.length > 0 || order.length > 1;
    rows.forEach((role, place) => role.update(place, rows.length));
  }

  // An answer changes its own row and no other.
  changed(cell) {
    const { order } = this.roles;
    const place = order.indexOf(cell?.slice(0, cell.indexOf(" ")));
    if (place < 0) this.update();
    else this.roles.rows[place].update(place, order.length);
  }
}

export default {
  render(context) {
    const { view } = new RoleListView(context);
    return () => view.close();
  },
};
