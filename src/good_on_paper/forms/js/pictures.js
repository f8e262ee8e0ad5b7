// The pictures, each with what it shows and what it still needs; asked anew when the list comes into sight.

class PicturesView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "Pictures",
      follows: ["jobs_named", "two_jobs", "first_sight"],
      state: (state) => this.load(state),
      cell: () => {},
    });
    this.view.root.classList.add("gop-link-rows", "gop-pictures");
    this.heading = h("h2", { text: "Pictures", hidden: true });
    const [ready, others] = [h("ul"), h("ul")];
    this.ready = new KeyedList(ready, (row) => this.picture(row), ({ name }) => name);
    this.others = new KeyedList(others, (row) => this.picture(row), ({ name }) => name);
    this.summary = h("summary");
    this.fold = h("details", { hidden: true }, this.summary, others);
    this.view.body.append(this.heading, ready, this.fold);
    this.eye = new IntersectionObserver((seen) => seen.at(-1).isIntersecting && this.view.channel?.ask("refresh"));
    this.eye.observe(this.view.root); // answered in another notebook meanwhile
  }

  load({ rows, open }) {
    const left = rows.length - open;
    this.heading.hidden = !rows.length;
    this.fold.hidden = !left;
    setText(this.summary, open ? `All the others: ${left}` : `All ${left}, and what each still needs`);
    this.ready.show(rows.slice(0, open));
    this.others.show(rows.slice(open));
  }

  picture({ name, shows, page, needs, call, heading }) {
    const link = notebookLink(page);
    link.textContent = name;
    const detail = { page, call, heading };
    // the page opens as of every link; what goes to the picture in it listens at the window
    link.addEventListener("click", () => call && setTimeout(() => dispatchEvent(new CustomEvent("good-on-paper-go", { detail }))));
    const told = h("span", { class: "gop-words-of", text: shows });
    const state = h("span", { class: "gop-needs", text: needs ? `needs ${needs}` : "ready" });
    return { link, el: h("li", { "data-ready": !needs }, link, told, state) };
  }

  close() {
    this.eye.disconnect();
    this.view.close();
  }
}

export default {
  render(context) {
    const list = new PicturesView(context);
    return () => list.close();
  },
};
