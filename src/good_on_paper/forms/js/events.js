// What happened outside the jobs: a line each, on demand.

const OFFER = "What else was going on: a pandemic, a move, a child, a merger. We draw it behind your years.";

class EventsView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "Outside events",
      state: (state) => this.load(state),
      cell: () => this.update(),
      settle: () => this.list?.flush(),
    });
    this.main = h("div");
    this.main.style.setProperty("--gop-dates", 2);
    this.view.body.append(this.main);
  }

  load(state) {
    this.state = state;
    this.show(this.view.channel.place.open || state.events.length ? "list" : "offer");
  }

  show(screen) {
    if (this.screen !== screen) this.main.replaceChildren(...this[`${screen}Screen`]());
    this.screen = screen;
    if (screen === "list") this.list.show(this.state.events);
    this.update();
  }

  offerScreen() {
    const open = () => {
      this.view.channel.place.open = true;
      this.show("list");
      this.list.rows[0]?.first.focus();
    };
    return [h("p", { class: "gop-hint", text: OFFER }), h("div", { class: "gop-actions" }, plainButton("Add an event", open))];
  }

  listScreen() {
    const rows = h("div", { class: "gop-factrows" });
    this.list = new OwnList(this.view, rows, {
      kind: "event",
      make: (unit) => new FactRow(this.list, unit, this.state.fields, { noun: "Event" }),
      add: "Add another",
      gone: ({ name }) => `${name ? `“${name}”` : "This event"} was removed. Your answers about it are kept.`,
      changed: () => this.update(),
    });
    return [this.list.notice, rows, h("div", { class: "gop-foot" }, this.list.add)];
  }

  update() {
    const many = this.state?.events.length;
    setText(this.view.eyebrow, many ? `Outside events · ${many}` : "Outside events");
    if (this.screen !== "list") return;
    const { rows } = this.list;
    rows.forEach((row, at) => row.update(at, rows.length));
  }
}

export default {
  render(context) {
    const { view } = new EventsView(context);
    return () => view.close();
  },
};
