// Efficient by whose yardstick, job by job; and what helped against waste, most first.

function whatHelped(list) {
  const { helped } = list.state;
  if (!helped.length) return [];
  const lines = helped.map(([much, text, job]) => h("li", {}, h("span", { dir: "auto", text }), h("span", { class: "gop-hint", text: ` ${much} of 7 · ${job}` })));
  return [details("What helped against waste", [h("ol", {}, ...lines)], { class: "gop-sheetfold" })];
}

export default sheetsForm({ title: "Efficient, by whose yardstick", folds: { yardstick: "Another job" }, top: whatHelped });
