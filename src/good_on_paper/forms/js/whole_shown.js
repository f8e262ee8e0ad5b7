// The whole picture: one's own words first, then counts, then the parts.

class WholeShownView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "The whole picture",
      state: (state) => this.load(state),
      cell: () => {},
    });
    this.view.root.classList.add("gop-whole");
    this.view.tools.hidden = true; // nothing is answered here
    this.eye = new IntersectionObserver((seen) => seen.at(-1).isIntersecting && this.view.channel?.ask("refresh"));
    this.eye.observe(this.view.root); // answered in another notebook meanwhile
  }

  load(state) {
    const told = JSON.stringify([state.proud, state.counts, state.begin]);
    if (told === this.told) return;
    this.told = told;
    this.view.body.replaceChildren(...(state.begin ? [this.nothing(state.begin)] : this.all(state)));
  }

  nothing(begin) {
    const link = notebookLink(begin);
    return h("p", { class: "gop-whole-begin" }, "Nothing here yet. Name one job in ", link, ", and it counts here.");
  }

  all({ proud, counts }) {
    const said = proud.map(([text, job]) => quote(text, job));
    const counted = counts.map(([number, words]) => h("li", {}, h("b", { text: number }), ` ${words}`));
    return [
      said.length ? h("div", { class: "gop-whole-proud" }, ...said) : null,
      counted.length ? h("ul", { class: "gop-whole-counts", "aria-label": "What is here" }, ...counted) : null,
    ].filter(Boolean);
  }

  close() {
    this.eye.disconnect();
    this.view.close();
  }
}

function quote(text, job) {
  const words = h("q", { dir: "auto", text });
  return h("p", {}, words, ...(job ? [" ", h("bdi", { text: job })] : []));
}

export default {
  render(context) {
    const page = new WholeShownView(context);
    return () => page.close();
  },
};
