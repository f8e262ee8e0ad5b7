// What is out of sight until it is asked for.

// A button, and what it opens below it.
class Fold {
  // inside: what opens; words: what the button says while that is closed, and while it is open; about: what a screen
  // reader says before them; first(): called before it is first opened; turned(): after each turn
  constructor(inside, { words = ["more", "less"], about = "", first, turned } = {}) {
    Object.assign(this, { inside, words, about, first, turned });
    inside.id ||= uid("fold");
    inside.hidden = true;
    this.button = quietButton("", () => this.turn(), { "aria-controls": inside.id });
    this.tell(words);
  }

  get isOpen() {
    return !this.inside.hidden;
  }

  turn(open = !this.isOpen) {
    if (open) this.first?.();
    if (open) this.first = null;
    this.inside.hidden = !open;
    this.tell(this.words);
    this.turned?.();
  }

  tell(words, about = this.about) {
    Object.assign(this, { words, about });
    const text = words[this.isOpen ? 1 : 0];
    setText(this.button, text);
    this.button.setAttribute("aria-expanded", String(this.isOpen));
    if (about) this.button.setAttribute("aria-label", `${about}: ${text}`);
  }
}

// What was answered before its page was opened: closed, under words that say what it holds. What is still to be
// answered stands open, without a heading.
class Answered {
  constructor(inside) {
    this.summary = h("summary");
    this.el = h("details", { class: "gop-answered", open: true }, this.summary, inside);
  }

  // words: what is answered; "" while something is not. Only how it was at first counts: nothing closes under a hand.
  begin(words) {
    if (this.begun && words && !this.summary.hidden) setText(this.summary, words); // what it sums up has changed
    if (this.begun) return;
    this.begun = true;
    this.summary.hidden = !words;
    setText(this.summary, words);
    this.el.open = !words;
  }
}

// The same by the browser's own means, where a heading opens what stands below it.
function details(heading, inside, props = {}) {
  return h("details", props, h("summary", { text: heading }), ...inside);
}
