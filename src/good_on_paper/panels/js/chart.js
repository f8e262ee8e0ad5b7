// One chart: its title, the picture for light and for dark paper, its words, ways to save it, and in a fold its table.

class ChartArticle {
  // panel: send(message), names(), theme(), other(), id(word), wasOpen(chart, fold)
  constructor(panel, chart) {
    Object.assign(this, { panel, chart, open: false });
    this.el = make("article");
    this.el.dataset.chart = chart;
    this.wait();
  }

  wait() {
    this.el.className = "waiting";
    this.el.setAttribute("aria-busy", "true");
    delete this.el.dataset.asked;
  }

  // Drawn anew under other names: no name stays, not even out of sight; nothing jumps meanwhile.
  empty() {
    this.el.style.minBlockSize = `${this.el.offsetHeight}px`;
    this.open = this.el.querySelector("details")?.open ?? false;
    this.wait();
    this.el.replaceChildren();
  }

  ask(theme = this.panel.theme()) {
    this.panel.send({ type: "show", chart: this.chart, names: this.panel.names(), theme, narrow: this.panel.narrow() });
  }

  say(text, bad = false) {
    this.told.className = bad ? "note bad" : "note";
    this.told.textContent = text;
  }

  // What was saved is opened, or shown where it lies, by a press.
  offer({ chart, file }) {
    const opens = (textContent, folder) => {
      const button = make("button", { type: "button", textContent });
      button.addEventListener("click", () => this.panel.send({ type: "open", chart, file, folder }));
      return button;
    };
    this.told.append(" ", opens("Open it", false), " ", opens("Show it in its folder", true));
  }

  fill(message) {
    const drawn = message.svg ? [picture(message.theme, message.svg, message.alt)] : [];
    const before = this.el.querySelector(":scope > img, :scope > .across > img");
    if (before) {
      if (!before.classList.contains(message.theme)) before.after(...drawn); // CSS shows the one that fits
      return;
    }
    // what has no shape for a phone is moved sideways there, and not made too small to read
    const shown = message.across ? [make("div", { className: "across", tabIndex: 0, role: "group" }, ...drawn)] : drawn;
    if (message.across) shown[0].setAttribute("aria-label", `The picture: ${message.title}`); // its table has the title
    if (message.svg) setTimeout(() => this.ask(this.panel.other()), 500); // what is seen comes first
    this.told = make("span", { className: "note", role: "status" });
    const id = this.panel.id(this.chart);
    const under = make("div", { className: "under" }, ...this.saves(message, id), this.told, ...this.fold(message));
    this.el.className = message.svg ? "" : "said";
    this.el.classList.toggle("offpaper", Boolean(message.off_paper));
    this.el.style.minBlockSize = "";
    this.el.removeAttribute("aria-busy");
    this.el.setAttribute("aria-labelledby", id);
    this.el.replaceChildren(
      make("h3", { id, textContent: message.title }),
      ...(message.rated ? [make("p", { className: "rated", textContent: message.rated })] : []),
      ...shown,
      ...message.small.map((text) => make("p", {}, ...linked(text))),
      ...(message.code ? [make("pre", { className: "code", tabIndex: 0, ariaLabel: "The code", textContent: message.code })] : []),
      under,
    );
  }

  saves({ chart, svg, csv, share }, id) {
    const formats = svg ? ["svg", "png", "pdf"] : csv ? ["csv"] : [];
    const shares = share ? [this.toShare(chart, id)] : [];
    const saves = formats.map((format) => {
      const button = make("button", { type: "button", textContent: `Save as ${format.toUpperCase()}` });
      button.setAttribute("aria-describedby", id);
      button.addEventListener("click", () => {
        this.say("saving");
        const { panel } = this;
        if (!panel.send({ type: "save", chart, names: panel.names(), format, theme: panel.theme() })) this.say("");
      });
      return button;
    });
    return [...shares, ...saves];
  }

  // Letters for names, on white paper, as a picture to paste and as a drawing.
  toShare(chart, id) {
    const button = make("button", { type: "button", className: "share", textContent: "Save to show a friend" });
    button.title = "Letters in place of your jobs, saved as PNG and SVG";
    button.setAttribute("aria-describedby", id);
    button.addEventListener("click", () => {
      this.say("saving");
      if (!this.panel.send({ type: "share", chart, names: this.panel.names() })) this.say("");
    });
    return button;
  }

  fold({ tables, figures, title, fold, detail }) {
    const scrolled = tables.map(({ head, rows }) => make("div", { className: "scroll" }, table(head, rows, title)));
    const inside = [...scrolled, ...figures.map((text) => make("p", { textContent: text }))];
    if (!inside.length) return [];
    const opens = make("details", { open: this.panel.wasOpen(this.chart, fold) || this.open }, make("summary", { textContent: fold }), ...inside);
    opens.addEventListener("toggle", () => {
      if (!opens.open) return;
      scrolled.forEach((one) => reachable(one, title));
      if (detail) this.askDetail(opens);
    });
    return [opens];
  }

  // Drawn only for who opens the fold.
  askDetail(opens) {
    if (opens.querySelector("img")) return;
    const { panel, chart } = this;
    for (const theme of [panel.theme(), panel.other()]) {
      panel.send({ type: "detail", chart, names: panel.names(), theme, narrow: panel.narrow() });
    }
  }

  detail({ theme, svg, alt }) {
    const fold = this.el.querySelector("details");
    if (!fold || !svg || fold.querySelector(`img.${theme}`)) return;
    fold.querySelector("summary").after(picture(theme, svg, alt));
  }
}

// A table wider than the page is moved by the keyboard too.
function reachable(scrolled, title) {
  if (scrolled.scrollWidth <= scrolled.clientWidth) return;
  scrolled.tabIndex = 0;
  scrolled.setAttribute("role", "group");
  scrolled.setAttribute("aria-label", title);
}
