// The notebooks, each with where one stands; asked anew when another form of the page has saved something.

const LISTENS = ["steps", "talk", "needs", "jobs_named", "two_jobs", "start", "first_unknowns", "questions"];

class PlacesView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "The notebooks",
      follows: LISTENS,
      state: (state) => this.load(state),
      cell: () => {},
    });
    this.view.root.classList.add("gop-places");
    this.list = h("ul");
    this.view.body.append(this.list);
    this.eye = new IntersectionObserver((seen) => seen.at(-1).isIntersecting && this.view.channel?.ask("refresh"));
    this.eye.observe(this.view.root); // answered in another notebook meanwhile
  }

  load({ rows }) {
    const shape = JSON.stringify(rows);
    if (shape === this.shape) return;
    this.shape = shape;
    const held = this.links?.findIndex((link) => link === document.activeElement) ?? -1;
    this.links = rows.map((row) => notebookLink(row.name));
    const items = rows.map((row, place) => {
      const words = h("span", { class: "gop-words-of", text: row.words });
      const stands = h("span", { class: "gop-stands", text: row.stands });
      return h("li", { "data-stands": row.stands }, this.links[place], words, stands);
    });
    this.list.replaceChildren(...items);
    if (held >= 0) this.links[held]?.focus();
  }

  close() {
    this.eye.disconnect();
    this.view.close();
  }
}

export default {
  render(context) {
    const list = new PlacesView(context);
    return () => list.close();
  },
};
