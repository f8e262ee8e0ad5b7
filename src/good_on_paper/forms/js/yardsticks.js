// Efficient by whose yardstick, job by job; and what helped against waste, most first.

function whatHelped(list) {
  const { helped } = list.state;
  if (!helped.length) return [];
  const lines = helped.map(([much, text, job]) => h("li", {}, h("span", { dir: "auto", text }), h("span", { class: "gop-hint", text: ` ${much} of 7 · ${job}` })));
  return [details("What helped against waste", [h("ol", {}, ...lines)], { class: "gop-sheetfold" })];
}

// Both yardsticks, job by job. It is drawn here and not as a picture: what was rated on this sheet leaves no page.
function bothYardsticks(list) {
  const { gaps } = list.state;
  if (!gaps.length) return [];
  const [least, most] = [1, 7];
  const mark = (value, kind) => {
    const el = h("span", { class: `gop-yardmark gop-yard${kind}` });
    el.style.insetInlineStart = `${((value - least) / (most - least)) * 100}%`;
    return el;
  };
  const rows = gaps.map(([job, mine, theirs, ended]) => {
    const track = h("div", { class: "gop-yardtrack", "aria-hidden": "true" }, mark(mine, "mine"), mark(theirs, "theirs"));
    const said = h("span", { class: "gop-hint", text: [`mine ${mine}, theirs ${theirs}`, ended].filter(Boolean).join(" · ") });
    return h("li", {}, h("b", { dir: "auto", text: job }), track, said);
  });
  const key = h("p", { class: "gop-hint", text: "A disc is my yardstick, a ring is theirs, from 1 to 7." });
  return [details("Both yardsticks, job by job", [key, h("ul", { class: "gop-yards" }, ...rows)], { class: "gop-sheetfold" })];
}

export default sheetsForm({ title: "Efficient, by whose yardstick", none: "When you have named a job, both yardsticks can stand here.", folds: { yardstick: "Another job" }, top: (list) => [...bothYardsticks(list), ...whatHelped(list)] });
