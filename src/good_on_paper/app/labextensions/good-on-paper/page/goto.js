// Goes to one picture of a page: waits until it is drawn, opens what it is folded into, and brings it into sight.
const PATIENCE = 30_000;
const DRAWN_WITHIN = 12_000; // what is not there by then has nothing to show yet: its place on the page is in sight
const EVERY = 150;
const AT_REST = 4; // looks in a row at which it stood in the same place: what is above it is drawn by then
const BY_HAND = ["wheel", "pointerdown", "keydown", "touchstart"];

const cellOf = (panel, call) =>
  panel?.content.widgets.find(({ model }) => model.type === "code" && model.sharedModel.getSource().includes(`kit.${call}(`));

function placeIn({ node }, heading) {
  if (!heading) return node.querySelector("article h3, article, .ask h2, .gop h3") ?? null;
  const there = [...node.querySelectorAll("h2, h3, summary, li > button")];
  return there.find((one) => one.textContent.trim().startsWith(heading)) ?? null;
}

// panelOf: gives the panel of a page by the name of its notebook, once it is open
export function goTo(panelOf, { page, call, heading }) {
  const until = Date.now() + PATIENCE;
  let [last, rest, made] = [NaN, 0, 0];
  const stop = () => {
    clearInterval(timer);
    for (const kind of BY_HAND) removeEventListener(kind, stop, true);
  };
  const step = () => {
    if (Date.now() > until) return stop();
    const panel = panelOf(page);
    const cell = cellOf(panel, call);
    if (!cell) return undefined;
    if (!panel.node.querySelector(".gop-nav")) return undefined; // it is still being made
    made ||= Date.now();
    const place = placeIn(cell, heading);
    if (!place && Date.now() - made > DRAWN_WITHIN) return stop();
    const at = place ?? cell.node; // charts are drawn once they come near
    for (let fold = at; (fold = fold.parentElement?.closest("details:not([open])")); ) fold.open = true;
    if (at.tagName === "SUMMARY") at.parentElement.open = true;
    at.style.scrollMarginBlockStart = "4.5rem"; // below the bar
    at.scrollIntoView({ block: "start" });
    const { top } = at.getBoundingClientRect();
    rest = place && Math.abs(top - last) < 1 ? rest + 1 : 0;
    last = top;
    if (rest < AT_REST) return undefined;
    if (!place.matches("summary, button")) place.tabIndex = -1;
    place.focus({ preventScroll: true }); // for who reads by ear or goes on by keyboard
    return stop();
  };
  const timer = setInterval(step, EVERY);
  for (const kind of BY_HAND) addEventListener(kind, stop, true); // who scrolls meanwhile is not pulled back
}
