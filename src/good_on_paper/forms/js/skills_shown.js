// Soft skills, job by job; above them what was forgotten last time, with the stories that show it.

function forgottenLast(list) {
  const { forgotten } = list.state;
  if (!forgotten.length) return [];
  const lines = forgotten.map(([word, stories]) => h("li", {}, h("b", { dir: "auto", text: word }), h("ul", {}, ...stories.map((text) => h("li", { dir: "auto", text })))));
  return [details("What you forgot last time, and your stories for it", [h("ul", {}, ...lines)], { class: "gop-sheetfold" })];
}

const skillRows = (rows) => h("ul", {}, ...rows.map(([name, said]) => h("li", {}, h("b", { dir: "auto", text: name }), h("span", { class: "gop-hint", dir: "auto", text: ` ${said}` }))));

function whoWouldSay(list) {
  const { witnesses } = list.state;
  return witnesses.length ? [details("Who would say so", [skillRows(witnesses)], { class: "gop-sheetfold" })] : [];
}

// The gap between what one shows at work and what comes up when it is asked for.
function broughtAlong(list) {
  const { brought } = list.state;
  const parts = brought.flatMap(([head, rows]) => [h("h4", { text: head }), skillRows(rows)]);
  return parts.length ? [details("What you brought to interviews, and what not yet", parts, { class: "gop-sheetfold" })] : [];
}

const above = (list) => [forgottenLast, broughtAlong, whoWouldSay].flatMap((part) => part(list));

export default sheetsForm({ title: "Soft skills", none: "When you have named a job, you can say here what you showed in it.", folds: { skill: "Another job" }, top: above, follows: ["achievements"] });
