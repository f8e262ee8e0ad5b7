// The panel itself: which charts there are, when each is asked for, one choice of names for all panels of the page.

const SEEN_EVERY = 3000; // ms
const SLOW = 600;
const NARROW = 560; // pixels

class PanelView {
  constructor({ model, el }) {
    this.model = model;
    this.own = Math.random().toString(36).slice(2); // each panel of a page loads this text for itself
    this.page = null;
    this.sliding = false; // the slider is made anew and keeps the focus
    this.called = globalThis.goodOnPaperNames ?? "names"; // one choice for all charts of the page
    this.charts = [];
    this.build(el);
    // only what is about to be seen is asked for
    const near = (seen) => seen.filter((one) => one.isIntersecting).forEach(({ target }) => this.reach(target));
    this.near = new IntersectionObserver(near, { rootMargin: "600px" });
    this.renamed = () => this.rename();
    document.addEventListener("good-on-paper-names", this.renamed);
    this.toPrint = () => this.drawAll();
    document.addEventListener("good-on-paper-draw-all", this.toPrint);
    this.hear = (message) => this.receive(message);
    model.on("msg:custom", this.hear);
    this.waiting = setTimeout(() => this.tellWaiting(), SLOW);
    this.send({ type: "ready" });
    this.watch();
  }

  build(el) {
    this.root = make("section", { className: "gop-charts", ariaLabel: "Charts" });
    // JupyterLab's one-letter shortcuts would act on the cell; saving the notebook may go through
    this.root.addEventListener("keydown", (event) => {
      if (!((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s")) event.stopPropagation();
    });
    this.bar = make("div", { className: "bar" });
    this.list = make("div", { className: "list" });
    this.foot = make("div");
    this.live = make("div", { className: "note", role: "status" });
    this.root.append(this.bar, this.list, this.foot, this.live);
    el.append(this.root);
  }

  // Answers given meanwhile, here or in another notebook, show when the person comes back to look.
  watch() {
    const look = () => this.page && this.root.isConnected && this.send({ type: "seen" });
    let inView = false;
    this.back = new IntersectionObserver((seen) => {
      inView = seen.at(-1).isIntersecting;
      if (inView) look();
    });
    this.back.observe(this.root);
    this.beat = setInterval(() => inView && !document.hidden && look(), SEEN_EVERY);
    // while another page is in sight, nobody waits for what this one is having searched
    let away = false;
    this.leaving = new ResizeObserver(() => {
      this.refit();
      if (away === !this.root.offsetParent) return;
      away = !away;
      this.send({ type: away ? "left" : "back" });
    });
    this.leaving.observe(this.root);
  }

  // -- what a part of the panel asks of it

  send(content) {
    try {
      this.model.send(content);
      return true;
    } catch {
      this.say("The kit is not answering: choose Menu above, then Restart this page.", true);
      return false;
    }
  }

  say(text, bad = false) {
    this.live.className = bad ? "note bad" : "note";
    this.live.textContent = text;
  }

  id(word) {
    return `gop-charts-${this.own}-${word}`;
  }

  names() {
    return this.called;
  }

  theme() {
    return document.body.dataset.jpThemeLight === "false" ? "dark" : "light";
  }

  // As on a phone: what is drawn for a page would be too small to read.
  narrow() {
    return (this.fitted ??= this.root.clientWidth < NARROW);
  }

  // A phone turned, a window made smaller: drawn anew for it. On paper all stays as it is.
  refit() {
    if (this.fitted === undefined || !this.root.offsetParent || matchMedia("print").matches) return;
    if (this.fitted === this.root.clientWidth < NARROW) return;
    this.fitted = !this.fitted;
    this.redraw();
  }

  other() {
    return this.theme() === "dark" ? "light" : "dark";
  }

  // A large record takes a moment to count; one of the page's panels says so.
  tellWaiting() {
    if (this.page || document.querySelector(".gop-charts [data-waits]")) return;
    this.live.textContent = "One moment: we are counting your answers.";
    this.live.dataset.waits = "";
  }

  // -- the charts, one below the other

  headings(chart) {
    for (const head of this.page.heads) {
      if (head.start !== chart) continue;
      if (head.fold) this.into = this.foldFor(head);
      else this.into = this.list;
      if (head.heading) this.into.append(make("h2", { textContent: head.heading }));
      if (head.heading && head.sentence) this.into.append(make("p", { className: "said", textContent: head.sentence }));
      this.listed = head.listed?.length ? head : null;
      if (this.listed) this.into.append((this.ul = make("ul", { className: "listed" })));
    }
  }

  // Sections one after the other that are folded away under the same words share the fold.
  foldFor({ fold }) {
    if (this.folded?.words === fold && this.list.lastElementChild === this.folded.el) return this.folded.el;
    const el = make("details", { className: "fold" }, make("summary", { textContent: fold }));
    this.folded = { words: fold, el };
    this.list.append(el);
    return el;
  }

  place(chart) {
    this.headings(chart);
    this.charts[chart] = new ChartArticle(this, chart);
    const { el } = this.charts[chart];
    const label = this.listed?.listed[chart - this.listed.start];
    if (label) {
      const opens = make("details", {}, make("summary", { textContent: label }), el);
      this.ul.append(make("li", {}, opens));
    } else this.into.append(el);
    this.near.observe(el);
    if (chart === this.page.total - 1) this.headings(this.page.total);
  }

  reach(target) {
    this.near.unobserve(target);
    target.dataset.asked = "";
    this.charts[Number(target.dataset.chart)]?.ask();
  }

  // On paper there is no window that a chart could be far from.
  drawAll() {
    if (!this.root.offsetParent) return;
    if (this.page) this.placeAll();
    for (const { el } of this.charts) {
      if (el.matches("[aria-busy]:not([data-asked])") && el.checkVisibility()) this.reach(el);
    }
  }

  placeAll() {
    for (let chart = this.charts.length; chart < this.page.total; chart++) this.place(chart);
    this.more();
  }

  more() {
    const left = this.page.total - this.charts.length;
    this.foot.replaceChildren();
    if (left <= 0) return;
    const what = left === 1 ? this.page.noun : `${left} ${this.page.noun}s`;
    const button = make("button", { type: "button", className: "more", textContent: `Show the other ${what}` });
    button.addEventListener("click", () => {
      const first = this.charts.length;
      this.placeAll();
      this.focusOn(this.charts[first].el);
    });
    this.foot.append(button);
  }

  focusOn(element) {
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }

  // One switch stands for all: whoever hides names hides them in every chart of the page.
  rename() {
    this.called = globalThis.goodOnPaperNames;
    for (const input of this.bar.querySelectorAll("input")) input.checked = input.value === this.called;
    this.live.textContent = this.called === "letters" ? "Job A, B, C in place of names." : "Names shown.";
    this.redraw();
  }

  redraw() {
    for (const chart of this.charts) {
      chart.empty();
      this.near.unobserve(chart.el);
      this.near.observe(chart.el);
    }
  }

  // -- the page: what stands before the charts, and the first of them

  begin(page) {
    this.hold();
    this.page = page;
    namePages(page.pages);
    this.root.dataset.begun = "";
    for (const { el } of this.charts.splice(0)) this.near.unobserve(el);
    this.list.replaceChildren();
    this.into = this.list;
    this.folded = this.listed = null;
    this.bar.replaceChildren();
    this.live.textContent = "";
    delete this.live.dataset.waits;
    this.asking = page.ask ? new Asking(this, page.ask, page.total > 0) : null;
    if (page.sentence) this.list.append(make("p", { className: "lacking" }, ...linked(page.sentence)));
    if (this.asking) this.list.append(this.asking.el);
    for (const text of page.notes) this.list.append(make("p", { className: "said" }, ...linked(text)));
    if (page.switch && page.total) this.bar.append(this.nameSwitch());
    if (page.slider) this.bar.append(this.slider(page.slider));
    for (let chart = 0; chart < Math.min(Math.max(page.first, this.placed), page.total); chart++) this.place(chart);
    if (!page.total) this.headings(0);
    this.openAgain();
    const [top] = this.list.children;
    const folds = new Set(this.charts.map(({ el }) => el.closest("details.fold")));
    const [fold] = folds;
    // what is chosen stands below what it is chosen for, and is folded away with it
    if (fold && folds.size === 1 && this.charts.length === page.total) fold.firstElementChild.after(this.bar);
    else if (top?.matches("h2")) top.after(this.bar);
    else this.root.prepend(this.bar);
    this.more();
    if (this.sliding) this.bar.querySelector(".slide :is(input, select)")?.focus({ preventScroll: true });
    this.sliding = false;
    if (page.revealed) this.reveal();
  }

  // Made anew, after an answer elsewhere: what was folded out stays so, and nothing below jumps meanwhile.
  hold() {
    this.opened = new Set([...this.list.querySelectorAll("details[open]")].map(nameOfFold));
    this.placed = this.page?.total ? this.charts.length : 0;
    if (this.page?.total) this.list.style.minBlockSize = `${this.list.offsetHeight}px`;
  }

  openAgain() {
    for (const fold of this.list.querySelectorAll("details")) if (this.opened.has(nameOfFold(fold))) fold.open = true;
    if (!this.charts.length) this.list.style.minBlockSize = "";
  }

  letGo() {
    if (!this.list.querySelector("[data-asked][aria-busy]")) this.list.style.minBlockSize = "";
  }

  // Once: whoever closes it later finds it closed.
  wasOpen(chart, fold) {
    return this.opened.delete(`${chart} ${fold}`);
  }

  nameSwitch() {
    const choice = (value, text) => {
      const checked = value === this.called;
      const input = make("input", { type: "radio", name: `gop-charts-${this.own}`, value, checked });
      input.addEventListener("change", () => {
        globalThis.goodOnPaperNames = value;
        document.dispatchEvent(new CustomEvent("good-on-paper-names"));
      });
      return make("label", {}, input, text);
    };
    const set = make("fieldset", {}, make("legend", { textContent: "Show" }));
    set.append(choice("names", "names"), choice("letters", "Job A, B, C"));
    return set;
  }

  slider(slider) {
    const choice = (slider.as_list ? pick : slide)(slider, (at) => {
      this.sliding = true;
      this.send({ type: "slide", at });
    });
    if (!slider.fold) return choice;
    return make("details", { open: this.sliding }, make("summary", { textContent: slider.fold }), choice);
  }

  reveal() {
    document.dispatchEvent(new CustomEvent("good-on-paper-looked"));
    const first = this.list.querySelector("h2, p, article");
    if (first) this.focusOn(first);
  }

  // -- what comes back

  receive(message) {
    const { type } = message;
    if (type === "page") this.begin(message);
    else if (type === "chosen" || message.which !== undefined) this.asking?.choices?.answered(message);
    else if (type === "ticked" || message.on !== undefined) this.asking?.tick?.answered(message);
    else if (type === "chart" || type === "detail") this.drawn(message);
    else if (type === "saved") this.saved(message, `Saved: ${message.path}`);
    else if (type === "failed") this.failed(message);
  }

  drawn(message) {
    const chart = this.charts[message.chart];
    if (!chart || message.names !== this.called) return;
    if (message.type === "chart" && message.narrow === this.fitted) {
      chart.fill(message);
      this.letGo();
    }
    if (message.type === "detail") chart.detail(message);
  }

  saved({ chart, file }, text, bad = false) {
    const shown = this.charts[chart];
    if (!shown?.told?.isConnected) return this.say(text, bad);
    shown.say(text, bad);
    return file && shown.offer({ chart, file });
  }

  failed(message) {
    if (message.chart === undefined) this.asking?.again();
    this.saved(message, message.message, true);
  }

  close() {
    clearTimeout(this.waiting);
    this.near.disconnect();
    this.back.disconnect();
    this.leaving.disconnect();
    clearInterval(this.beat);
    document.removeEventListener("good-on-paper-names", this.renamed);
    document.removeEventListener("good-on-paper-draw-all", this.toPrint);
    this.model.off("msg:custom", this.hear);
  }
}

// A fold by the chart that it is of, if any, and its words.
function nameOfFold(fold) {
  return `${fold.closest("article")?.dataset.chart ?? ""} ${fold.querySelector("summary").textContent}`;
}

export default {
  render(context) {
    const view = new PanelView(context);
    return () => view.close();
  },
};
