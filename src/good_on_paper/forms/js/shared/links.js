// A link to another notebook of the kit: opens it in JupyterLab, beside the one it stands in. Its name is said without
// the number that puts the files in order: not every number has a file.
const withoutNumber = (name) => name.replace(/^\d+ /, "");

function notebookLink(name) {
  const file = `${name}.ipynb`;
  const here = decodeURIComponent(location.pathname).split("/tree/")[1] ?? "";
  const path = [...here.split("/").slice(0, -1), file].join("/");
  const link = h("a", { href: encodeURI(file), class: "gop-link", text: withoutNumber(name) });
  link.dataset.commandlinkerCommand = "docmanager:open"; // JupyterLab listens for clicks on these
  link.dataset.commandlinkerArgs = JSON.stringify({ path });
  return link;
}

// What a form says while no job is named, with the way to where they are.
function noJobsHint() {
  const link = notebookLink("01 Your work so far");
  return h("p", { class: "gop-hint" }, "No jobs here yet. Add them in ", link, ", then come back.");
}
