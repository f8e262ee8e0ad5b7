// The charts of a page. Everything shown came as a message and is put in as text, never as markup; a picture is
// an <img>, so nothing inside an SVG can run.

const make = (tag, props = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children);
  return node;
};

let aPage = null; // finds a page that is named in a sentence
const namePages = (pages) => (aPage = pages.length ? new RegExp(`(${pages.join("|")})`) : null);

// A notebook of the kit named in a sentence can be opened there; the number that puts the files in order stays unsaid.
const linked = (text) =>
  (aPage ? text.split(aPage) : [text]).map((part, place) => {
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
      ...cells.map((text) => make("td", {}, ...linked(text))),
    ),
  );
  return make(
    "table",
    { ariaLabel: caption },
    make("thead", {}, header),
    make("tbody", {}, ...body),
  );
};
