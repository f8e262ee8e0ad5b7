// What a page has on paper. Nothing can be pressed there, and nothing opened: of what was only that, the heading goes too.

const LEFT_OUT = "gop-left-out";
const QUIET = ".gop-unseen, .gop-head, .gop-hint, .gop-group, .gop-charts h2, .gop-charts p.said"; // says what is to come
const FILLED = "img, svg, canvas, textarea, select, input:not([type='checkbox'], [type='radio'])";
// a panel can bring a heading of its own
const NEXT_SECTION = ".jp-MarkdownCell, .jp-CodeCell:has(.gop-charts > .list > h2:first-child)";
const HEADINGS = [".gop-group", ".gop-charts h2"];

// The styles of paper hold while `look` runs; nothing is painted meanwhile.
function asOnPaper(look) {
  const isPaper = (rule) => rule instanceof CSSMediaRule && rule.conditionText === "print";
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].filter(isPaper));
  for (const { media } of rules) media.mediaText = "all";
  try {
    look();
  } finally {
    for (const { media } of rules) media.mediaText = "print";
  }
}

function shows(part) {
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
  if (!isSeen(part)) return false;
  if ([part, ...part.querySelectorAll(FILLED)].some((one) => one.matches(FILLED) && isSeen(one))) return true;
  const words = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const { data, parentElement } = words.currentNode;
    if (data.trim() && !parentElement.closest(QUIET) && isSeen(parentElement)) return true;
  }
  return false;
}

// What stands below a heading, up to the next of its kind.
function below(heading, kind) {
  const parts = [];
  for (let next = heading.nextElementSibling; next && !next.matches(kind); next = next.nextElementSibling) parts.push(next);
  return parts;
}

function leaveOut(parts) {
  for (const part of parts) part.classList.add(LEFT_OUT);
}

export function leaveOutEmpty(panel) {
  bringBack(panel);
  const room = panel.querySelector(".jp-WindowedPanel-outer");
  const top = room?.scrollTop;
  asOnPaper(() => {
    for (const kind of HEADINGS) {
      for (const heading of panel.querySelectorAll(kind)) if (!below(heading, kind).some(shows)) leaveOut([heading]);
    }
    leaveOut([...panel.querySelectorAll(".gop")].filter((form) => !shows(form)));
    for (const told of panel.querySelectorAll(".jp-MarkdownCell:has(h2, h3)")) {
      const cells = below(told, NEXT_SECTION);
      if (cells.length && !cells.some(shows)) leaveOut([told, ...cells]);
    }
  });
  if (room) room.scrollTop = top; // on paper nothing is scrolled
}

export function bringBack(panel) {
  for (const part of panel.querySelectorAll(`.${LEFT_OUT}`)) part.classList.remove(LEFT_OUT);
}
