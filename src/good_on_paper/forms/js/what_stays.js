// What stays of each job, and all of it by decade, as one could read it to somebody.

const BY_DECADE = "All of it, by decade";

function byDecade(list) {
  const { decades } = list.state;
  if (!decades.length) return [];
  const parts = decades.flatMap(([decade, lines]) => [
    ...(decade ? [h("h4", { text: decade })] : []),
    h("ul", {}, ...lines.map(([text, job]) => h("li", {}, h("span", { dir: "auto", text }), h("span", { class: "gop-hint", text: ` ${job}` })))),
  ]);
  return [details(BY_DECADE, parts, { class: "gop-sheetfold" })];
}

export default sheetsForm({
  title: "What stays",
  none: "When you have named a job, you can say here what stays of it.",
  folds: { stays: "Another job" },
  top: byDecade,
});
