// Nothing is shown before the person has said so: a few words, perhaps a choice to tick, and the button.

class Asking {
  // panel: send(message), id(word), say(text)
  constructor(panel, { heading, said, button, tick, choices, folded }, open) {
    const id = panel.id("ask");
    this.go = make("button", { type: "button", className: "more", textContent: button });
    this.go.setAttribute("aria-describedby", `${id}-said`);
    this.go.addEventListener("click", () => {
      if (this.go.getAttribute("aria-disabled") === "true") return;
      this.go.setAttribute("aria-disabled", "true"); // it keeps the focus meanwhile
      panel.say("One moment.");
      panel.send({ type: "reveal" });
    });
    this.tick = tick ? new Tick(panel, tick) : null;
    this.choices = choices ? new Choices(panel, choices) : null;
    this.el = make(
      folded ? "details" : "section",
      folded ? { className: "fold", open } : { className: "ask" },
      make(folded ? "summary" : "h2", { id, textContent: heading }),
      make("div", { id: `${id}-said` }, ...said.map((text) => make("p", {}, ...linked(text)))),
      ...(tick ? [this.tick.el] : []),
      ...(choices ? [this.choices.el] : []),
      this.go,
    );
    if (!folded) this.el.setAttribute("aria-labelledby", id);
  }

  again() {
    this.go.removeAttribute("aria-disabled");
  }
}

// A choice before the button: each change is sent at once, and stands once it is kept.
class Tick {
  constructor(panel, { label, said, on }) {
    Object.assign(this, { kept: on, flying: 0 });
    const id = panel.id("tick");
    this.input = make("input", { type: "checkbox", checked: on });
    this.input.setAttribute("aria-describedby", id);
    this.told = make("span", { className: "note", role: "status" });
    this.input.addEventListener("change", () => {
      this.say("saving …");
      if (panel.send({ type: "tick", on: this.input.checked })) {
        this.flying += 1;
        return;
      }
      this.say("");
      this.input.checked = this.kept;
    });
    const says = make("p", { id }, ...linked(said));
    this.el = make("div", { className: "tick" }, make("label", {}, this.input, label), this.told, says);
  }

  say(text, bad = false) {
    this.told.className = bad ? "note bad" : "note";
    this.told.textContent = text;
  }

  answered({ type, on, message }) {
    if (type === "ticked") this.kept = on;
    this.flying -= 1;
    if (this.flying > 0) return; // ticked again meanwhile
    this.input.checked = this.kept;
    if (type === "failed") this.say(message, true);
    else this.say("✓ saved");
  }
}

// Several lists to choose from, in a fold: each choice is sent at once, and can change what the others offer.
class Choices {
  constructor(panel, choices) {
    this.told = make("p", { className: "note", role: "status" });
    this.selects = choices.of.map((one, which) => {
      const select = make("select");
      select.addEventListener("change", () => {
        this.say("saving …");
        if (panel.send({ type: "choose", which, at: Number(select.value) })) return;
        this.say("");
        this.show(this.kept);
      });
      return select;
    });
    const labels = choices.of.map(({ label }, which) => make("label", { className: "slide" }, label, this.selects[which]));
    this.summary = make("summary");
    this.said = make("p");
    this.el = make("details", { className: "choices" }, this.summary, ...labels, this.told, this.said);
    this.show(choices);
  }

  show(choices) {
    this.kept = choices;
    this.summary.textContent = choices.fold;
    this.said.replaceChildren(...linked(choices.said));
    choices.of.forEach(({ options, at }, which) => {
      const made = options.map((text, place) => make("option", { value: place, textContent: text, selected: place === at }));
      this.selects[which].replaceChildren(...made);
    });
  }

  say(text, bad = false) {
    this.told.className = bad ? "note bad" : "note";
    this.told.textContent = text;
  }

  answered({ type, choices, message }) {
    this.show(type === "chosen" && choices ? choices : this.kept);
    this.say(type === "failed" ? message : "✓ saved", type === "failed");
  }
}
