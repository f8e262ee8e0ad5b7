// Writing before the writing: the prompts as a list, one of them open; all of it to a file, and counts on request.

const HOW_MUCH = "How much it is";

function toTake(list) {
  const { written, words, minutes } = list.state;
  if (!written) return [];
  const told = h("p", { class: "gop-hint", role: "status" });
  const put = (type, more) => list.channel.put({ type, ...more }, { durable: false, lane: "save" });
  list.view.spec.taken = (message) => {
    if (message.path) offerFile(told, message.path, put);
  };
  const much = `${words} words${minutes ? `, ${minutes} minutes` : ""}`;
  const inside = [plainButton("Save as Markdown", () => put("save", { format: "md" })), plainButton("Save for Word", () => put("save", { format: "docx" }))];
  return [details("Take it along, or see how much it is", [h("div", { class: "gop-actions" }, ...inside), told, details(HOW_MUCH, [h("p", { text: much })])], { class: "gop-sheetfold" })];
}

export default sheetsForm({ title: "Writing before the writing", folds: { writing: "Another prompt" }, top: toTake });
