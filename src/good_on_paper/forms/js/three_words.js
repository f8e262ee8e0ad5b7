// Three words in four voices, and how they line up; what means the same is joined and parted by hand.

const LINED = "How the words line up";
const LINED_HINT = "Plain matching, word by word. You know best what means the same.";
const SAME = "means the same as";
const YEARS = "Your words over the years";
const RETURNED = "Words that came back";
const LANDED = "In interviews: what you wanted, what landed";

function linedUp(list) {
  const { lined, all, alike, person } = list.state;
  if (!all.length) return [];
  const owner = { view: list.view, unit: person, lane: "alike" };
  const cell = new Cell(owner, KEY.WORDS_ALIKE, { words: () => "other pairs" });
  const parts = lined.filter(([, words]) => words.length).map(([head, words]) => {
    const lines = words.map(([word, beside]) => h("li", {}, h("b", { dir: "auto", text: word }), beside && h("span", { class: "gop-hint", dir: "auto", text: ` ${beside}` })));
    return h("section", {}, h("h4", { text: head }), h("ul", {}, ...lines));
  });
  const chosen = ["", ""].map((_, place) => {
    const options = ["", ...all].map((word) => h("option", { value: word, text: word || "–" }));
    return h("select", { "aria-label": place ? SAME : "This word" }, ...options);
  });
  const join = plainButton("Join them", () => {
    const pair = chosen.map((one) => one.value);
    if (pair[0] && pair[1] && pair[0] !== pair[1]) cell.give({ value: [...alike, pair] });
  });
  const joined = alike.map(([one, other], at) => {
    const part = () => {
      const left = alike.filter((_, place) => place !== at);
      if (left.length) cell.give({ value: left });
      else cell.clear();
    };
    return h("li", {}, h("span", { dir: "auto", text: `${one} ${SAME} ${other}` }), quietButton("Part them", part));
  });
  const joining = h("div", { class: "gop-sheetadd gop-joining" }, chosen[0], h("span", { text: SAME }), chosen[1], join);
  const hint = h("p", { class: "gop-hint", text: LINED_HINT });
  return [details(LINED, [hint, ...parts, joining, h("ul", {}, ...joined)], { class: "gop-sheetfold gop-lined" })];
}

const wordRow = (name, said) => h("li", {}, h("b", { dir: "auto", text: name }), h("span", { class: "gop-hint", dir: "auto", text: ` ${said}` }));

function overTheYears(list) {
  const { places, returns } = list.state;
  if (places.length < 2) return [];
  const jobs = places.map(([year, name, said]) => wordRow([name || "You", year].filter(Boolean).join(", "), said));
  const back = returns.map(([word, when]) => wordRow(word, when));
  const inside = [h("ul", {}, ...jobs), ...(back.length ? [h("h4", { text: RETURNED }), h("ul", {}, ...back)] : [])];
  return [details(YEARS, inside, { class: "gop-sheetfold" })];
}

function whatLanded(list) {
  const { meant, landed } = list.state;
  if (!landed.length) return [];
  const rows = landed.map(([name, said]) => wordRow(name, said));
  return [details(LANDED, [h("p", { text: meant }), h("ul", {}, ...rows)], { class: "gop-sheetfold" })];
}

const top = (list) => [linedUp, overTheYears, whatLanded].flatMap((part) => part(list));

export default sheetsForm({ title: "Three words", folds: { words: "For one job" }, top, follows: ["postmortem"] });
