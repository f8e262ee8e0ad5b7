// The elements that forms are made of.

// Each form has a module of its own, and all of them share one page.
const ours = Math.random().toString(36).slice(2, 8);
let made = 0;

const uid = (word) => `gop-${word}-${ours}-${(made += 1)}`;

// Everything a person typed passes through textContent or a property here, never through markup.
function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  // else a browser stores what was typed in its own file of open tabs
  if (tag === "input" || tag === "textarea") element.autocomplete = "off";
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") element.className = value;
    else if (name === "text") element.textContent = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// These and no others stand in it, in this order; what stays is not moved, so that it keeps its focus.
function putInto(place, elements) {
  for (const child of [...place.children]) if (!elements.includes(child)) child.remove();
  elements.forEach((element, at) => {
    if (place.children[at] !== element) place.insertBefore(element, place.children[at] ?? null);
  });
}

const isTextField = (element) => element?.matches?.("input, textarea, select") ?? false;

// -- buttons: one main, plain ones with a line around, quiet ones in words, icons with a name

const buttonOf = (look) => (text, onclick, props = {}) =>
  h("button", { type: "button", class: look, onclick, ...props }, text);
const mainButton = buttonOf("gop-main");
const plainButton = buttonOf("gop-plain");
const quietButton = buttonOf("gop-quiet");

function iconButton(sign, name, onclick) {
  return buttonOf("gop-icon")(h("span", { "aria-hidden": "true", text: sign }), onclick, { "aria-label": name, title: name });
}

const jobs = (count) => (count === 1 ? "1 job" : `${count} jobs`);

// A browser writes a day its own country's way, 12/05 or 05.12.: in words it is the same for everybody.
function dayInWords(iso) {
  const day = new Date(`${iso}T12:00`);
  return iso && !Number.isNaN(day.valueOf()) ? day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" }) : "";
}

// While nothing stands in it, a browser would write its own country's pattern of a day: so it is marked as empty.
const markEmptyDay = (input) => input.toggleAttribute("data-empty", !input.value && !input.validity.badInput);

// What a browser makes of half a day is nothing: it is told, and nothing is taken from it.
const HALF_A_DAY = "not a whole day yet";
const isHalfADay = (input) => input.validity.badInput;

// A field for a day with the day in words below it; tell() after the value was set by a program.
function dayField(props) {
  const input = h("input", { ...props, type: "date" });
  const said = h("span", { class: "gop-inwords" });
  const tell = () => (setText(said, dayInWords(input.value)), markEmptyDay(input));
  input.addEventListener("input", tell);
  input.addEventListener("blur", () => isHalfADay(input) && setText(said, HALF_A_DAY));
  tell();
  return { input, el: h("span", { class: "gop-dayfield" }, input, said), tell };
}
