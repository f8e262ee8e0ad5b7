// Soft skills, job by job; above them what was forgotten last time, with the stories that show it.

function forgottenLast(list) {
  const { forgotten } = list.state;
  if (!forgotten.length) return [];
  const lines = forgotten.map(([word, stories]) => h("li", {}, h("b", { dir: "auto", text: word }), h("ul", {}, ...stories.map((text) => h("li", { dir: "auto", text })))));
  return [details("What you forgot last time, and your stories for it", [h("ul", {}, ...lines)], { class: "gop-sheetfold" })];
}

export default sheetsForm({ title: "Soft skills", none: "When you have named a job, you can say here what you showed in it.", folds: { skill: "Another job" }, top: forgottenLast, follows: ["achievements"] });
