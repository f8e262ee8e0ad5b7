// What the menu of a page does: print it, take back, save what was said, show JupyterLab, stop the kit. What needs the
// record comes from the kernel, which has it open.
import { make, say } from "./bar.js";

const PRINT_AFTER_MS = 20_000; // by then a chart that is not drawn will not be
const UNDRAWN = ".gop-charts article[aria-busy], .gop-charts:not([data-begun])";
const NOTHING_TO_FILL_IN = "This page asks nothing that you could fill in by hand.";
const NOTHING_TO_UNDO = "There is nothing to undo since you opened this page.";
const STOPPED = "Good on Paper has stopped. Your answers are kept. You can close this tab.";

// What the kernel answers when a function of a page is called; nothing when there is none.
export async function askKernel({ sessionContext }, module, call) {
  const told = `__import__("good_on_paper.pages.${module}", fromlist=["${module}"]).${call}`;
  const request = { code: "", silent: true, user_expressions: { told } };
  const asked = sessionContext.session?.kernel?.requestExecute(request);
  return (await asked?.done)?.content.user_expressions?.told?.data?.["application/json"] ?? {};
}

// number: of the page; people: where those on this computer are listed; runAgain(), showAll(), shutDown(); gone: what to say when no kernel answers
export function menuOf(panel, { number, people, runAgain, showAll, shutDown, gone }) {
  const ask = (module, call) => askKernel(panel, module, call);

  async function printBlank() {
    const { html } = await ask("by_hand", `sheet("${number}")`);
    if (html) printSheet(html);
    tell(panel, html === undefined ? gone : html ? "" : NOTHING_TO_FILL_IN);
  }

  async function saveAnswers(call) {
    const { said = gone, saved = false } = await ask("save_answers", call);
    if (!said) return;
    const open = (inFolder) => () => void saveAnswers(`open_last(in_folder=${inFolder ? "True" : "False"})`);
    tell(panel, said, ...(saved ? [["Open it", open(false)], ["Show it in its folder", open(true)]] : []));
  }

  async function sayWhere() {
    const { said = gone, saved = false } = await ask("save_answers", "where()");
    tell(panel, said, ...(saved ? [["Open the folder", () => void ask("save_answers", "open_where()")]] : []));
  }

  async function stop() {
    await shutDown();
    document.body.replaceChildren(make("p", { className: "gop-stopped", role: "alert" }, STOPPED));
  }

  return [
    ["Print this page", () => void printPage(panel.node)],
    ["Print it blank, to fill in by hand", () => void printBlank()],
    ["Undo", () => undoLast(panel)],
    ["Save all my answers", () => void saveAnswers("save_all()")],
    ["Save a table for Excel", () => void saveAnswers("save_table()")],
    ["Where my answers are", () => void sayWhere()],
    ...(people
      ? [
          ["Share with somebody", () => location.assign(people.replace(/people$/, "share"))],
          ["People on this computer", () => location.assign(people)],
        ]
      : []),
    ["Restart this page", runAgain],
    ["Show all of JupyterLab", showAll],
    ["Stop Good on Paper", () => void stop()],
  ];
}

// What came of a choice: one sentence at a time, which can be closed.
function tell(panel, text, ...buttons) {
  const close = () => {
    say(panel.node, "chosen", "");
    [...panel.node.querySelectorAll(".gop-nav .opens")].at(-1)?.focus({ preventScroll: true }); // the menu's
  };
  say(panel.node, "chosen", text, ...buttons, ["Close", close]);
}

// Only charts near the window are drawn; on paper there is no window.
export async function printPage(panel) {
  const until = Date.now() + PRINT_AFTER_MS;
  do {
    document.dispatchEvent(new CustomEvent("good-on-paper-draw-all")); // again, for what begins only now
    await new Promise((done) => setTimeout(done, 100));
  } while (panel.querySelector(UNDRAWN) && Date.now() < until);
  await Promise.all([...panel.querySelectorAll(".gop-charts img")].map((img) => img.decode().catch(() => {})));
  window.print();
}

// A sheet of its own stands in a frame in which no script runs; one at a time.
function printSheet(html) {
  document.querySelector("iframe.gop-paper-frame")?.remove();
  const frame = make("iframe", { className: "gop-paper-frame", title: "Sheet to print", tabIndex: -1, ariaHidden: "true" });
  frame.setAttribute("sandbox", "allow-same-origin allow-modals");
  frame.srcdoc = html;
  frame.addEventListener("load", () => frame.contentWindow?.print());
  document.body.append(frame);
}

// Takes back what was answered last: in the form that was used last, else in the last one that has something to undo.
function undoLast(panel) {
  const has = (form) => form.querySelector('[data-step="undo"][aria-disabled="false"]');
  const forms = [...panel.node.querySelectorAll(".gop")].filter(has);
  const form = forms.find((one) => one === lastUsed) ?? forms.at(-1);
  tell(panel, form ? "" : NOTHING_TO_UNDO);
  if (!form) return;
  const heard = form.querySelector('[aria-live="polite"]'); // the form says what was taken back, but not to the eye
  const show = () => (form.scrollIntoView({ block: "start" }), has(form)?.focus({ preventScroll: true }));
  const watch = new MutationObserver(() => {
    if (!heard.textContent) return;
    watch.disconnect();
    tell(panel, `${heard.textContent} It is in “${form.ariaLabel}”.`, ["Show it", show]);
  });
  watch.observe(heard, { childList: true, characterData: true, subtree: true });
  has(form).click();
}

let lastUsed;
document.addEventListener("focusin", ({ target }) => (lastUsed = target.closest?.(".gop") ?? lastUsed));
