// Which question comes next, if the person wants to choose it: a fold below the questions.

const EARLY = "Chosen before you say how your jobs went, it counts like the others.";
const LATE =
  "You have begun to say how your jobs went. A question that we choose still counts after that. One that you choose now makes a picture, and never counts as a pattern.";

class NextChosen {
  constructor(view) {
    this.view = view;
    this.choices = h("select", { "aria-label": "The question to ask next" });
    this.said = h("p", { class: "gop-hint" });
    const ask = plainButton("Ask this next", () => this.choose());
    this.el = details("Choose what comes next", [this.said, h("div", { class: "gop-actions" }, h("span", { class: "gop-field" }, this.choices), ask)], { class: "gop-keys gop-next-chosen" });
  }

  update({ choices, judged }) {
    this.el.hidden = !choices.length;
    setText(this.said, judged ? LATE : EARLY);
    const before = this.choices.value;
    const group = (label, mine) =>
      h("optgroup", { label }, ...choices.filter(([, , about]) => about === mine).map(([value, text]) => h("option", { value, text })));
    this.choices.replaceChildren(group("About the job", false), group("About you", true));
    if (choices.some(([key]) => key === before)) this.choices.value = before;
  }

  choose() {
    const line = this.choices.value;
    this.view.channel.place.line = line; // where the form goes once it is asked
    this.el.open = false;
    this.view.channel.put({ type: "choose", line }, { lane: "more" });
  }
}
