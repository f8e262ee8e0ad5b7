// The one next thing, with its only main button; waving it away is as easy as starting. Without one there is a quiet
// line, once in a while, or nothing.

class NextThingView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "Next",
      follows: ["next_interview", "after", "log"],
      state: (state) => this.load(state),
      cell: () => {},
    });
    this.view.root.classList.add("gop-next");
    this.eye = new IntersectionObserver((seen) => seen.at(-1).isIntersecting && this.view.channel?.ask("refresh"));
    this.eye.observe(this.view.root); // answered on the other page meanwhile
  }

  load({ asked, quiet, page }) {
    const shape = JSON.stringify([asked, quiet]);
    if (shape === this.shape) return;
    this.shape = shape;
    this.view.root.dataset.asked = Boolean(asked);
    if (!asked) return this.view.body.replaceChildren(...(quiet ? [this.line(quiet)] : []));
    const link = notebookLink(page);
    link.classList.add("gop-main");
    link.textContent = "Answer three questions";
    const wave = (type) => () => this.view.channel.put({ type, unit: asked.unit }, { lane: "wave" });
    return this.view.body.replaceChildren(
      h("h3", { class: "gop-ask", text: asked.ask }),
      h("p", { class: "gop-panel", text: asked.said }),
      h("div", { class: "gop-actions" }, link, quietButton("Ask me tomorrow", wave("tomorrow")), quietButton("Don’t ask about this one", wave("never"))),
    );
  }

  line({ key, said, page, once }) {
    const off = (never) => () => this.view.channel.put({ type: "put_off", key, never }, { lane: "wave" });
    const link = notebookLink(page);
    if (once) link.addEventListener("click", off(false));
    return h("p", { class: "gop-quietline" }, `${said} It is in `, link, ". ", quietButton("Not now", off(false)), quietButton("Never", off(true)));
  }

  close() {
    this.eye.disconnect();
    this.view.close();
  }
}

export default {
  render(context) {
    const next = new NextThingView(context);
    return () => next.close();
  },
};
