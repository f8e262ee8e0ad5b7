// After a job, after an interview: two prompts open, six in a fold, and who decided what in another.

const PARTS_HEAD = "What they decided, what nobody chose, what I could change";
const PARTS_HINT = "Words first. This is about this one case only: we add nothing up.";
const NO_POINTS = "Points can wait for a few days.";
const TAKEN_OUT = "Take all of this out again";

function whoDecided(open) {
  const { parts, points, no_points: waits, fields, asks } = open.list.state;
  if (!asks[open.sheet.asks].apart.length) return [];
  const inside = (body) => {
    body.append(h("p", { class: "gop-hint", text: PARTS_HINT }), ...parts.map((key) => open.control(key).el));
    const scales = h("div", { hidden: true });
    const add = quietButton("Add points, from 0 to 10", () => {
      scales.append(...points.map((key) => open.control(key).el));
      [scales.hidden, add.hidden] = [false, true];
      open.update();
    });
    const clear = quietButton(TAKEN_OUT, () => {
      open.flush();
      for (const key of [...parts, ...points]) if (open.look(key).given) new Cell(open, key).clear();
    });
    if (waits.includes(open.unit)) body.append(h("p", { class: "gop-hint", text: NO_POINTS }));
    else body.append(scales, add);
    body.append(clear);
    if (!add.hidden && points.some((key) => open.look(key).given) && !waits.includes(open.unit)) add.click();
    open.update();
  };
  return [promptFold(PARTS_HEAD, inside)];
}

export default sheetsForm({
  title: "After a job, after an interview",
  none: "When you have named a job, or had an interview, you can look back on it here.",
  folds: { after_job: "Another job", after_interview: "An interview", seat_before: "Who had the job before me" },
  extra: whoDecided,
});
