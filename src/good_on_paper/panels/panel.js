// The charts of a page. Everything shown came as a message and is put in as text, never as markup; a picture is
// an <img>, so nothing inside an SVG can run.

const make = (tag, props = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children);
  return node;
};

// A notebook of the kit named in a sentence can be opened there; the number that puts the files in order stays unsaid.
const linked = (text) =>
  text.split(/(\b[01]\d [A-Z][a-z ]+[a-z])/).map((part, place) => {
    if (place % 2 === 0) return part;
    const here = decodeURIComponent(location.pathname).split("/tree/")[1] ?? "";
    const path = [...here.split("/").slice(0, -1), `${part}.ipynb`].join("/");
    const link = make("a", { href: encodeURI(`${part}.ipynb`), textContent: part.slice(3) });
    link.dataset.commandlinkerCommand = "docmanager:open";
    link.dataset.commandlinkerArgs = JSON.stringify({ path });
    return link;
  });

const picture = (theme, svg, alt) => {
  const src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
  return make("img", { className: theme, alt, src });
};

const table = (head, rows, caption) => {
  const header = make("tr", {}, ...head.map((text) => make("th", { scope: "col", textContent: text })));
  const body = rows.map(([name, ...cells]) =>
    make(
      "tr",
      {},
      make("th", { scope: "row", textContent: name }),
      ...cells.map((text) => make("td", { textContent: text })),
    ),
  );
  return make(
    "table",
    { ariaLabel: caption },
    make("thead", {}, header),
    make("tbody", {}, ...body),
  );
};

export default {
  render({ model, el }) {
    const own = Math.random().toString(36).slice(2); // each panel of a page loads this text for itself
    const root = make("section", { className: "gop-charts", ariaLabel: "Charts" });
    // JupyterLab's one-letter shortcuts would act on the cell; saving the notebook may go through
    root.addEventListener("keydown", (event) => {
      if (!((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s")) event.stopPropagation();
    });
    const bar = make("div", { className: "bar" });
    const list = make("div", { className: "list" });
    const foot = make("div");
    const live = make("div", { className: "note", role: "status" });
    root.append(bar, list, foot, live);
    el.append(root);

    let page = null;
    let sliding = false; // the slider is made anew and keeps the focus
    let names = globalThis.goodOnPaperNames ?? "names"; // one choice for all charts of the page
    const articles = [];

    const send = (content) => {
      try {
        model.send(content);
        return true;
      } catch {
        lost();
        return false;
      }
    };
    // a large record takes a moment to count; one of the page's panels says so
    const waiting = setTimeout(() => {
      if (page || document.querySelector(".gop-charts [data-waits]")) return;
      live.textContent = "One moment: your answers are being counted.";
      live.dataset.waits = "";
    }, 600);
    const lost = () => {
      live.className = "note bad";
      live.textContent = "The kernel is gone: run this page again (Run, then Run All Cells).";
    };

    const theme = () => (document.body.dataset.jpThemeLight === "false" ? "dark" : "light");
    const other = () => (theme() === "dark" ? "light" : "dark");
    const ask = (chart, colours = theme()) => send({ type: "show", chart, names, theme: colours });

    // only what is about to be seen is asked for
    const near = new IntersectionObserver(
      (seen) => {
        for (const { target, isIntersecting } of seen) {
          if (!isIntersecting) continue;
          near.unobserve(target);
          ask(Number(target.dataset.chart));
        }
      },
      { rootMargin: "600px" },
    );

    const headings = (chart) => {
      for (const { start, heading, sentence } of page.heads) {
        if (start !== chart || !heading) continue;
        list.append(make("h2", { textContent: heading }));
        if (sentence) list.append(make("p", { className: "said", textContent: sentence }));
      }
    };

    const place = (chart) => {
      headings(chart);
      const article = make("article", { className: "waiting" });
      article.dataset.chart = chart;
      article.setAttribute("aria-busy", "true");
      articles[chart] = article;
      list.append(article);
      near.observe(article);
      if (chart === page.total - 1) headings(page.total);
    };

    const fill = (message) => {
      const article = articles[message.chart];
      if (!article || message.names !== names) return;
      const drawn = message.svg ? [picture(message.theme, message.svg, message.alt)] : [];
      const before = article.querySelector(":scope > img");
      if (before) {
        if (!before.classList.contains(message.theme)) before.after(...drawn); // CSS shows the one that fits
        return;
      }
      if (message.svg) setTimeout(() => ask(message.chart, other()), 500); // what is seen comes first
      const told = make("span", { className: "note", role: "status" });
      const formats = message.svg ? ["svg", "png", "pdf"] : message.csv ? ["csv"] : [];
      const open = article.dataset.open === "true";
      const id = `gop-charts-${own}-${message.chart}`;
      const saves = formats.map((format) => {
        const button = make("button", { type: "button", textContent: `Save as ${format.toUpperCase()}` });
        button.setAttribute("aria-describedby", id);
        button.addEventListener("click", () => {
          told.className = "note";
          told.textContent = "saving";
          if (!send({ type: "save", chart: message.chart, names, format, theme: theme() })) told.textContent = "";
        });
        return button;
      });
      const figures = message.figures.map((text) => make("p", { textContent: text }));
      const tables = message.tables.map(({ head, rows }) =>
        make("div", { className: "scroll" }, table(head, rows, message.title)),
      );
      const folded = [...tables, ...figures];
      const summary = make("summary", { textContent: message.fold });
      const fold = folded.length ? [make("details", { open }, summary, ...folded)] : [];
      const [opens] = fold;
      const look = () => {
        if (!opens.open || !message.detail || opens.querySelector("img")) return;
        for (const colours of [theme(), other()])
          send({ type: "detail", chart: message.chart, names, theme: colours });
      };
      opens?.addEventListener("toggle", look);
      article.className = message.svg ? "" : "said";
      article.style.minBlockSize = "";
      article.removeAttribute("aria-busy");
      article.setAttribute("aria-labelledby", id);
      article.replaceChildren(
        make("h3", { id, textContent: message.title }),
        ...drawn,
        ...message.small.map((text) => make("p", {}, ...linked(text))),
        make("div", { className: "under" }, ...saves, told, ...fold),
      );
    };

    // drawn only for who opens the fold
    const detail = (message) => {
      const fold = articles[message.chart]?.querySelector("details");
      if (!fold || message.names !== names || !message.svg) return;
      if (fold.querySelector(`img.${message.theme}`)) return;
      fold.querySelector("summary").after(picture(message.theme, message.svg, message.alt));
    };

    const more = () => {
      const left = page.total - articles.length;
      foot.replaceChildren();
      if (left <= 0) return;
      const what = left === 1 ? page.noun : `${left} ${page.noun}s`;
      const button = make("button", { type: "button", className: "more", textContent: `Show the other ${what}` });
      button.addEventListener("click", () => {
        const first = articles.length;
        for (let chart = first; chart < page.total; chart++) place(chart);
        more();
        articles[first].tabIndex = -1;
        articles[first].focus({ preventScroll: true });
      });
      foot.append(button);
    };

    // one switch stands for all: whoever hides names hides them in every chart of the page
    const rename = () => {
      names = globalThis.goodOnPaperNames;
      for (const input of bar.querySelectorAll("input")) input.checked = input.value === names;
      live.textContent = names === "letters" ? "Job A, B, C in place of names." : "Names shown.";
      for (const article of articles) {
        article.style.minBlockSize = `${article.offsetHeight}px`; // nothing jumps while it is drawn anew
        article.dataset.open = article.querySelector("details")?.open ?? "";
        article.className = "waiting";
        article.setAttribute("aria-busy", "true");
        article.replaceChildren(); // no name stays, not even out of sight
        near.unobserve(article);
        near.observe(article);
      }
    };
    document.addEventListener("good-on-paper-names", rename);
    const drawAll = () => {
      if (!root.offsetParent) return;
      for (const article of articles.filter((one) => one.hasAttribute("aria-busy"))) {
        near.unobserve(article);
        ask(Number(article.dataset.chart));
      }
    };
    document.addEventListener("good-on-paper-draw-all", drawAll);

    // a choice before the button: each change is sent at once, and stands once it is kept
    const choice = { kept: false, flying: 0 };
    const ticking = ({ label, said, on }) => {
      const id = `gop-charts-${own}-tick`;
      const input = make("input", { type: "checkbox", checked: on });
      input.setAttribute("aria-describedby", id);
      Object.assign(choice, { kept: on, flying: 0 });
      const told = make("span", { className: "note", role: "status" });
      input.addEventListener("change", () => {
        told.className = "note";
        told.textContent = "saving …";
        if (send({ type: "tick", on: input.checked })) {
          choice.flying += 1;
          return;
        }
        told.textContent = "";
        input.checked = choice.kept;
      });
      const says = make("p", { id }, ...linked(said));
      return make("div", { className: "tick" }, make("label", {}, input, label), told, says);
    };

    const ticked = ({ type, on, message }) => {
      const input = list.querySelector(".tick input");
      if (!input) return;
      if (type === "ticked") choice.kept = on;
      choice.flying -= 1;
      if (choice.flying > 0) return; // ticked again meanwhile
      input.checked = choice.kept;
      const told = list.querySelector(".tick .note");
      told.className = type === "failed" ? "note bad" : "note";
      told.textContent = type === "failed" ? message : "✓ saved";
    };

    // nothing is shown before the person has said so
    const asking = ({ heading, said, button, tick }) => {
      const id = `gop-charts-${own}-ask`;
      const go = make("button", { type: "button", className: "more", textContent: button });
      go.setAttribute("aria-describedby", `${id}-said`);
      go.addEventListener("click", () => {
        if (go.getAttribute("aria-disabled") === "true") return;
        go.setAttribute("aria-disabled", "true"); // it keeps the focus meanwhile
        live.className = "note";
        live.textContent = "One moment.";
        send({ type: "reveal" });
      });
      const section = make(
        "section",
        { className: "ask" },
        make("h2", { id, textContent: heading }),
        make("div", { id: `${id}-said` }, ...said.map((text) => make("p", {}, ...linked(text)))),
        ...(tick ? [ticking(tick)] : []),
        go,
      );
      section.setAttribute("aria-labelledby", id);
      return section;
    };

    const folded = ({ fold }, choice) =>
      fold ? make("details", { open: sliding }, make("summary", { textContent: fold }), choice) : choice;

    const slide = ({ label, steps, at }) => {
      const input = make("input", { type: "range", min: 0, max: steps.length - 1, step: 1, value: at });
      const says = make("output", { textContent: steps[at] });
      input.setAttribute("aria-valuetext", steps[at]);
      input.addEventListener("input", () => {
        says.textContent = steps[input.value];
        input.setAttribute("aria-valuetext", steps[input.value]);
      });
      input.addEventListener("change", () => {
        sliding = true;
        send({ type: "slide", at: Number(input.value) });
      });
      return make("label", { className: "slide" }, label, input, says);
    };

    const pick = ({ label, steps, at }) => {
      const options = steps.map((text, place) => make("option", { value: place, textContent: text, selected: place === at }));
      const list_ = make("select", {}, ...options);
      list_.addEventListener("change", () => {
        sliding = true;
        send({ type: "slide", at: Number(list_.value) });
      });
      return make("label", { className: "slide" }, label, list_);
    };

    const begin = (message) => {
      page = message;
      for (const article of articles.splice(0)) near.unobserve(article);
      list.replaceChildren();
      bar.replaceChildren();
      live.textContent = "";
      delete live.dataset.waits;
      if (page.sentence) list.append(make("p", { className: "lacking" }, ...linked(page.sentence)));
      if (page.ask) list.append(asking(page.ask));
      for (const text of page.notes) list.append(make("p", { className: "said" }, ...linked(text)));
      if (page.switch && page.total) {
        const choice = (value, text) => {
          const input = make("input", { type: "radio", name: `gop-charts-${own}`, value, checked: value === names });
          input.addEventListener("change", () => {
            globalThis.goodOnPaperNames = value;
            document.dispatchEvent(new CustomEvent("good-on-paper-names"));
          });
          return make("label", {}, input, text);
        };
        const set = make("fieldset", {}, make("legend", { textContent: "Show" }));
        set.append(choice("names", "names"), choice("letters", "Job A, B, C"));
        bar.append(set);
      }
      if (page.slider) bar.append(folded(page.slider, page.slider.as_list ? pick(page.slider) : slide(page.slider)));
      for (let chart = 0; chart < Math.min(page.first, page.total); chart++) place(chart);
      if (!page.total) headings(0);
      const [top] = list.children;
      if (top?.matches("h2")) top.after(bar); // what is chosen stands below what it is chosen for
      else root.prepend(bar);
      more();
      if (sliding) bar.querySelector(".slide :is(input, select)")?.focus({ preventScroll: true });
      sliding = false;
      if (page.revealed) {
        document.dispatchEvent(new CustomEvent("good-on-paper-looked"));
        const first = list.querySelector("h2, p, article");
        if (first) {
          first.tabIndex = -1;
          first.focus({ preventScroll: true });
        }
      }
    };

    const saved = (message) => {
      const go = list.querySelector(".ask button");
      if (message.type === "failed" && message.chart === undefined) go?.removeAttribute("aria-disabled");
      const told = articles[message.chart]?.querySelector(".under .note") ?? live;
      told.className = message.type === "failed" ? "note bad" : "note";
      told.textContent = message.type === "failed" ? message.message : `Saved: ${message.path}`;
    };

    const hear = (message) => {
      if (message.type === "page") begin(message);
      else if (message.type === "ticked" || message.on !== undefined) ticked(message);
      else if (message.type === "chart") fill(message);
      else if (message.type === "detail") detail(message);
      else if (message.type === "saved" || message.type === "failed") saved(message);
    };
    model.on("msg:custom", hear);
    send({ type: "ready" });
    // answers given meanwhile, here or in another notebook, show when the person comes back to look
    const look = () => page && root.isConnected && send({ type: "seen" });
    let inView = false;
    const back = new IntersectionObserver((seen) => {
      inView = seen.at(-1).isIntersecting;
      if (inView) look();
    });
    back.observe(root);
    const beat = setInterval(() => inView && !document.hidden && look(), 3000);
    // while another page is in sight, nobody waits for what this one is having searched
    let away = false;
    const leaving = new ResizeObserver(() => {
      if (away === !root.offsetParent) return;
      away = !away;
      send({ type: away ? "left" : "back" });
    });
    leaving.observe(root);
    return () => {
      clearTimeout(waiting);
      near.disconnect();
      back.disconnect();
      leaving.disconnect();
      clearInterval(beat);
      document.removeEventListener("good-on-paper-names", rename);
      document.removeEventListener("good-on-paper-draw-all", drawAll);
      model.off("msg:custom", hear);
    };
  },
};
