// The whole picture: one's own words first, then counts, then the parts, each a chart or a few rows.

const CALLED = [
  ["names", "names"],
  ["letters", "Job A, B, C"],
];

const OWN = "For your eyes only: left out of what you save or print.";
const MARKED = "What is marked “for your eyes only” is left out of what you save or print.";

class WholeShownView {
  constructor({ model, el }) {
    this.model = model;
    this.view = new FormView(model, el, {
      title: "The whole picture",
      follows: ["steering"],
      state: (state) => this.load(state),
      cell: () => {},
    });
    this.view.root.classList.add("gop-whole");
    this.view.tools.hidden = true; // nothing is answered here
    this.hear = (message) => {
      if (message.type === "drawn") this.drawn(message);
      else if (this.told && !message.token && ["ack", "refused", "failed"].includes(message.type)) this.taken(message);
    };
    model.on("msg:custom", this.hear);
    this.eye = new IntersectionObserver((seen) => seen.at(-1).isIntersecting && this.view.channel?.ask("refresh"));
    this.eye.observe(this.view.root); // answered in another notebook meanwhile
  }

  load({ cells, steps, upto, key, ...state }) {
    const shape = JSON.stringify(state);
    if (state.waiting || shape === this.shape) return;
    this.shape = shape;
    this.charts = new Map();
    const focus = document.activeElement?.dataset.called;
    this.view.body.replaceChildren(...(state.begin ? [this.nothing(state.begin)] : this.all(state)));
    if (focus) this.view.body.querySelector(`[data-called="${focus}"]`)?.focus();
  }

  nothing(begin) {
    return h("p", {}, "Nothing here yet. Name one job in ", notebookLink(begin), ", and it counts here.");
  }

  all({ day, names, proud, counts, adding, parts, lacking, sizes, kinds }) {
    const said = this.proud(proud);
    const counted = counts.map(([number, words]) => h("li", {}, h("b", { text: number }), ` ${words}`));
    return [
      this.head(day, names),
      said.length ? h("div", { class: "gop-whole-proud" }, ...said) : null,
      counted.length ? h("ul", { class: "gop-whole-counts", "aria-label": "What is here" }, ...counted) : null,
      adding && this.adding(adding),
      h("div", { class: "gop-whole-parts" }, ...parts.map((part) => this.part(part))),
      lacking.length ? this.lacking(lacking) : null,
      ...this.foot(sizes, kinds),
    ].filter(Boolean);
  }

  proud(rows) {
    const told = rows.map(([text, job, isOwn]) => quote(text, job, isOwn));
    const isAny = rows.some(([, , isOwn]) => isOwn);
    return isAny ? [...told, h("p", { class: "gop-whole-because gop-whole-own", text: MARKED })] : told;
  }

  head(day, names) {
    const call = (called) => this.model.send({ type: "call", names: called });
    const ways = CALLED.map(([called, text]) =>
      quietButton(text, () => call(called), { "aria-pressed": String(called === names), "data-called": called }),
    );
    const group = h("span", { role: "group", "aria-label": "What your jobs are called" }, "Show ", ...ways);
    return h("div", { class: "gop-whole-head" }, h("span", { text: day }), group);
  }

  adding({ what, why, page }) {
    const inside = h("p", {}, h("b", { text: what }), ` ${why} `, notebookLink(page));
    return details("What would sharpen this page most", [inside], { class: "gop-whole-fold" });
  }

  lacking(rows) {
    const items = rows.map(([title, page, needs]) => {
      const link = notebookLink(page);
      return h("li", {}, h("span", { text: `${title}. Still to come: ${needs}. ` }), link);
    });
    return details("Not here yet", [h("ul", {}, ...items)], { class: "gop-whole-fold" });
  }

  // -- to keep: printed or saved as one sheet

  foot(sizes, kinds) {
    const size = new Radios("How large", sizes, () => {});
    const box = h("input", { type: "checkbox" });
    const own = h("label", {}, box, " Add what is for your eyes only");
    const send = (type, more = {}) => {
      setText(this.told, "Drawing …");
      this.put(type, { size: size.value, private: box.checked, ...more });
    };
    const saves = kinds.map(([format, text]) => quietButton(text, () => send("save", { format })));
    const buttons = h("div", { class: "gop-foot" }, mainButton("Print this page", () => send("print")), ...saves);
    this.told = h("p", { class: "gop-told", role: "status" });
    return [buttons, details("Size, and what is on it", [size.el, own], { class: "gop-whole-more" }), this.told];
  }

  // Past the channel: a sheet takes longer to draw than an answer to be saved, and nothing is lost with it.
  put(type, more) {
    this.model.send({ type, ...more });
  }

  taken(message) {
    setText(this.told, message.told ?? message.message ?? "");
    if (message.path) offerFile(this.told, message.path, (type, more) => this.put(type, more));
    if (message.html) printPage(this.view.root, message.html, "The whole picture, to print");
  }

  part({ key, title, page, finding, rows, chart, fold, because, needs, private: own }) {
    const id = uid("part");
    const link = notebookLink(page);
    link.textContent = "Open";
    link.setAttribute("aria-label", `Open ${withoutNumber(page)}`);
    const heading = h("div", { class: "gop-whole-title" }, h("h2", { id, text: title }), link);
    const told = rows.map(([label, text]) => h("li", { "data-named": label ? "" : null }, ...said(label, text)));
    const place = chart ? h("div", { class: "gop-whole-chart", "aria-busy": "true" }) : null;
    const held = fold && place ? details(fold, [place]) : place;
    if (place) this.chart(key, place, fold ? held : null);
    return h(
      "section",
      { class: own ? "gop-whole-own" : null, "aria-labelledby": id, "data-part": key },
      heading,
      finding ? h("p", { class: "gop-whole-finding", text: finding }) : null,
      told.length ? h("ul", { class: "gop-whole-rows" }, ...told) : null,
      fold ? null : held,
      because ? h("p", { class: "gop-whole-because", text: because }) : null,
      fold ? held : null,
      needs ? h("p", { class: "gop-whole-because", text: `Still to come: ${needs}.` }) : null,
      own ? h("p", { class: "gop-whole-because", text: OWN }) : null,
    );
  }

  // -- charts: drawn in the theme of the page first, then in the other; one in a fold once that is opened

  chart(key, place, fold) {
    this.charts.set(key, place);
    const themes = document.body.dataset.jpThemeLight === "false" ? ["dark", "light"] : ["light", "dark"];
    const ask = () => themes.forEach((theme) => this.model.send({ type: "draw", part: key, theme }));
    if (fold) fold.addEventListener("toggle", ask, { once: true });
    else ask();
  }

  drawn({ part, theme, svg, alt }) {
    const place = this.charts.get(part);
    if (!place || place.querySelector(`.${theme}`)) return;
    place.removeAttribute("aria-busy");
    const src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    place.append(h("img", { class: theme, alt, src }));
  }

  close() {
    this.eye.disconnect();
    this.model.off("msg:custom", this.hear);
    this.view.close();
  }
}

function quote(text, job, isOwn) {
  const words = h("q", { dir: "auto", text });
  const mark = isOwn ? [h("small", { text: job ? " · for your eyes only" : " for your eyes only" })] : [];
  return h("p", { class: isOwn ? "gop-whole-own" : null }, words, ...(job ? [" ", h("bdi", { text: job })] : []), ...mark);
}

function said(label, text) {
  return [...(label ? [h("span", { dir: "auto", text: label })] : []), h("span", { dir: "auto", text })];
}

export default {
  render(context) {
    const page = new WholeShownView(context);
    return () => page.close();
  },
};
