// What could decide between the offers: a question each, who to ask, and what the answer would mean.

class OfferQuestions {
  constructor(view) {
    this.view = view;
    this.list = h("ol", { class: "gop-decides" });
    this.keyed = new KeyedList(this.list, (one) => ({ el: askedRow(one) }), (one) => `${one.unit} ${one.key}`);
    this.add = mainButton("", () => this.addAll());
    this.each = h("span", { class: "gop-hint" });
    this.foot = h("div", { class: "gop-foot" }, this.add, this.each);
    this.others = h("ol", { class: "gop-decides" });
    this.keyedOthers = new KeyedList(this.others, (one) => ({ el: askedRow(one) }), (one) => `${one.unit} ${one.key}`);
    this.more = details("More that could change it", [this.others], { class: "gop-offerfold" });
    this.el = h("div", {}, this.list, this.foot, this.more);
  }

  show({ asked, more_asked: others, for_each: each }) {
    this.asked = asked;
    this.keyed.show(asked);
    this.keyedOthers.show(others);
    this.el.hidden = !asked.length;
    this.more.hidden = !others.length;
    setText(this.each, each);
    const toAsk = asked.filter(({ mine }) => !mine); // what they know themselves is asked of nobody
    const open = toAsk.filter(({ added }) => !added);
    const word = open.length > 1 ? "both" : toAsk.length > 1 ? "the other" : "it";
    this.add.hidden = !toAsk.length;
    setText(this.add, open.length ? `Add ${word} to my questions` : "On your list in Before an interview");
    this.view.able(this.add, open.length > 0);
  }

  addAll() {
    const open = this.asked.filter(({ added, mine }) => !added && !mine);
    if (!open.length) return;
    const keys = open.map(({ unit, key }) => `${unit} ${key}`);
    this.view.channel.put({ type: "ask", keys }, { lane: "ask" });
  }
}

function askedRow({ text, who, why, added, mine, off }) {
  const ask = h("p", { class: "gop-decidestext", dir: "auto", text: mine ? text : `“${text}”` });
  const said = h("p", { class: "gop-hint", dir: "auto", text: why });
  const whom = h("p", { class: "gop-decideswho", dir: "auto", text: added ? `${who}. On your list.` : who });
  return h("li", { class: off ? "gop-offpaper" : null }, h("div", {}, ask, said), whom);
}
