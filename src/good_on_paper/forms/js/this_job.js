// How good the job looks, how its firm's name is thought of, and its ad: folded away, none of it needed.

const TITLE = "This job";
const ASK = "Optional: the job ad, and how good it looks";

class AdField extends Field {
  control(id) {
    return h("textarea", { id, placeholder: this.spec.hint, rows: 3 });
  }

  flush() {
    const text = this.typed;
    super.flush();
    if (!text?.trim().startsWith("{")) return;
    this.fresh = false; // it is shown as it was read
    this.owner.namedIn(text);
  }
}

class ThisJobView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: TITLE,
      follows: ["next_interview", "unknowns"],
      state: (state) => this.load(state),
      cell: () => this.update(),
      settle: () => this.ad?.flush(),
    });
    this.view.root.classList.add("gop-thisjob");
    setText(this.view.eyebrow, "");
    this.inside = h("div");
    this.fold = details(ASK, [this.inside], { class: "gop-thisjobfold" });
    this.view.body.append(this.fold);
  }

  load(state) {
    if (this.target !== state.target) {
      this.ad?.flush();
      this.target = state.target;
      this.build(state);
    }
    setText(this.fold.querySelector("summary"), state.name ? `${ASK}: ${state.name}` : ASK);
    this.update();
  }

  build({ target, scales, ad }) {
    const notes = h("div", { class: "gop-notes" });
    const owner = { view: this.view, unit: target, notes, namedIn: (text) => this.namedIn(text) };
    this.scales = scales.map((spec) => new Scale(owner, spec));
    this.ad = new AdField(owner, ad);
    this.inside.replaceChildren(...this.scales.map(({ el }) => el), this.ad.el, notes);
  }

  // A job of JSON Resume says what it is called and where.
  namedIn(text) {
    this.view.channel.put({ type: "named_in_ad", text }, { durable: false, alone: true, lane: this.target });
  }

  update() {
    [...(this.scales ?? []), this.ad].forEach((part) => part?.update());
  }
}

export default {
  render(context) {
    const { view } = new ThisJobView(context);
    return () => view.close();
  },
};
