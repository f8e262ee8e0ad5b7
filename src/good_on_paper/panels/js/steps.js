// A choice that makes the charts anew: a slider, or a list where its steps are names.

function slide({ label, steps, at }, send) {
  const input = make("input", { type: "range", min: 0, max: steps.length - 1, step: 1, value: at });
  const says = make("output", { textContent: steps[at] });
  input.setAttribute("aria-valuetext", steps[at]);
  input.addEventListener("input", () => {
    says.textContent = steps[input.value];
    input.setAttribute("aria-valuetext", steps[input.value]);
  });
  input.addEventListener("change", () => send(Number(input.value)));
  return make("label", { className: "slide" }, label, input, says);
}

function pick({ label, steps, at }, send) {
  const options = steps.map((text, place) => make("option", { value: place, textContent: text, selected: place === at }));
  const select = make("select", {}, ...options);
  select.addEventListener("change", () => send(Number(select.value)));
  return make("label", { className: "slide" }, label, select);
}
