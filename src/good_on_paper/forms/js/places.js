// The notebooks, each with where one stands; asked anew when another form of the page has saved something.

const LISTENS = ["steps", "next_interview", "needs", "jobs_named", "two_jobs", "start", "first_unknowns", "questions"];

class PlacesView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "The notebooks",
      follows: LISTENS,
      state: (state) => this.load(state),
      cell: () => {},
    });
    this.view.root.classList.add("gop-link-rows", "gop-places");
    const list = h("ul");
    this.places = new KeyedList(list, (row) => this.place(row), ({ name }) => name);
    this.view.body.append(list);
    this.eye = new IntersectionObserver((seen) => seen.at(-1).isIntersecting && this.view.channel?.ask("refresh"));
    this.eye.observe(this.view.root); // answered in another notebook meanwhile
  }

  load({ rows }) {
    this.places.show(rows)?.link.focus();
  }

  place({ name, words, stands }) {
    const link = notebookLink(name);
    const told = [h("span", { class: "gop-words-of", text: words }), h("span", { class: "gop-stands", text: stands })];
    return { link, el: h("li", { "data-stands": stands }, link, ...told) };
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
