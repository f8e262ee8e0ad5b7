// A paper that the form made: printed from a frame of its own, or saved, and then opened by a press.

// No script runs in the frame.
function printPage(root, html, title) {
  root.querySelector(":scope > .gop-paper")?.remove();
  const frame = h("iframe", { class: "gop-paper", title, tabindex: "-1", "aria-hidden": "true" });
  frame.setAttribute("sandbox", "allow-same-origin allow-modals");
  frame.srcdoc = html;
  frame.addEventListener("load", () => frame.contentWindow?.print());
  root.append(frame);
}

// What was saved is opened, or shown where it lies.
function offerFile(told, file, put) {
  const look = { class: "gop-quiet gop-opens" };
  const opens = (text, folder) => quietButton(text, () => put("open", { file, folder }), look);
  told.replaceChildren(`Saved: ${file} `, opens("Open it", false), " ", opens("Show it in its folder", true));
}
