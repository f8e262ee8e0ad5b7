// The frame every form stands in: what is saved, undo and redo, the guard against JupyterLab's shortcuts.

const READY_AGAIN = [1500, 3000];
const BACK = "Was the kit closed? Start it again. Then choose Menu above, then Restart this page.";
const KEPT_INSIDE = ["keyup", "keypress", "paste", "copy", "cut"];

class FormView {
  // spec: title, follows (forms whose answers change this one), state(state), cell(cell or null), counted(item), where
  // not all that is saved was answered here
  constructor(model, el, spec) {
    this.model = model;
    this.spec = spec;
    this.channel = null;
    this.carrier = { send: (message) => model.send(message), lost: false };
    this.build(el);
    this.hear = (message) => this.receive(message);
    model.on("msg:custom", this.hear);
    this.listen = (change) => this.onChange(change);
    this.ready(0);
  }

  build(el) {
    const step = (type, text, keys) => quietButton(text, () => this.step(type), { title: keys, "data-step": type });
    this.eyebrow = h("p", { class: "gop-eyebrow", text: this.spec.title });
    this.sum = h("p", { class: "gop-sum" });
    this.undo = step("undo", "Undo", "Ctrl or Cmd + Z");
    this.redo = step("redo", "Redo", "Ctrl or Cmd + Shift + Z");
    this.trouble = h("p", { class: "gop-trouble", hidden: true });
    this.body = h("div", { class: "gop-body" });
    this.polite = h("div", { class: "gop-unseen", "aria-live": "polite" });
    this.urgent = h("div", { class: "gop-unseen", "aria-live": "assertive" });
    this.tools = h("div", { class: "gop-tools" }, this.undo, this.redo, this.sum);
    // trouble lies over the eyebrow and takes no room, so that nothing below it jumps from under the pointer
    const place = h("div", { class: "gop-troubleplace" }, this.trouble);
    const head = h("div", { class: "gop-head" }, this.eyebrow, this.tools);
    const inside = h("div", { class: "gop-inside" }, place, head, this.body, this.polite, this.urgent);
    this.root = h("div", { class: "gop", role: "group", "aria-label": this.spec.title }, inside);
    this.root.addEventListener("keydown", (event) => this.guard(event));
    for (const type of KEPT_INSIDE) this.root.addEventListener(type, (event) => event.stopPropagation());
    el.append(this.root);
    this.showSum();
  }

  // JupyterLab listens on the document and would cut, split or re-run the cell a form stands in.
  guard(event) {
    const combined = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (combined && key === "s") return;
    event.stopPropagation();
    if (!combined || isTextField(event.target)) return;
    if (key === "z" || key === "y") {
      event.preventDefault();
      this.step(key === "y" || event.shiftKey ? "redo" : "undo");
    }
  }

  step(type) {
    if (this.channel) this.channel.step(type);
  }

  // -- the handshake: nothing personal is in the widget's state, so the page asks for it

  ready(tries) {
    if (this.channel || this.closed) return;
    try {
      this.model.send({ type: "ready" });
      if (tries) this.tellTrouble("Waiting for the kit to answer …", { calm: true });
    } catch {
      this.tellTrouble(`This form has lost its connection. ${BACK} What was saved is still there.`);
    }
    this.waiting = setTimeout(() => this.ready(tries + 1), READY_AGAIN[Math.min(tries, 1)]);
  }

  receive(message) {
    if (message.type === "state") this.attach(message.key);
    if (message.type === "failed" && !message.token) this.tellTrouble(message.message);
    this.channel?.receive(message);
  }

  attach(key) {
    if (this.channel) return;
    clearTimeout(this.waiting);
    this.tellTrouble("");
    this.channel = Channel.at(key);
    this.channel.follows = this.spec.follows ?? [];
    this.channel.listeners.add(this.listen);
    queueMicrotask(() => !this.closed && this.channel.join(this.carrier));
  }

  onChange(change) {
    if (change.type === "say") this.say(change.text, change.urgent);
    if (change.type === "state") this.spec.state(change.state, change.because);
    if (change.type === "state") this.root.dataset.drawn = ""; // what the form is about stands on the page
    if (change.type === "cell") this.spec.cell(change.cell);
    if (change.type === "settle") this.spec.settle?.();
    if (change.type === "taken") this.spec.taken?.(change.message, change.sent);
    this.showSum();
  }

  // -- what is saved, in words

  say(text, urgent = false) {
    const place = urgent ? this.urgent : this.polite;
    place.textContent = "";
    clearTimeout(this.saying);
    this.saying = setTimeout(() => setText(place, text), 60); // a change of text is what is read out
  }

  tellTrouble(text, { calm = false } = {}) {
    this.trouble.toggleAttribute("data-calm", calm); // to wait is no trouble yet
    this.trouble.hidden = !text;
    this.eyebrow.toggleAttribute("data-under", Boolean(text));
    setText(this.trouble, text);
  }

  showSum() {
    const sum = this.channel?.sumOf(this.spec.counted) ?? { saved: 0, saving: 0, unsaved: 0, refused: 0, why: "", long: false };
    let [state, text] = ["quiet", this.channel ? "Saved automatically" : ""];
    if (sum.saved) [state, text] = ["saved", `${MARKS.saved} ${sum.saved > 1 ? "all saved" : "saved"}`];
    if (sum.refused) [state, text] = ["unsaved", `${sum.refused} to check`];
    if (sum.saving) [state, text] = ["saving", MARKS.saving];
    if (sum.unsaved) [state, text] = ["unsaved", `${sum.unsaved} ${MARKS.unsaved}`];
    this.sum.dataset.state = state;
    this.sum.dataset.saved = state === "saved" ? sum.saved : ""; // not in words: nobody counts fields
    setText(this.sum, text);
    if (this.channel) {
      const why = sum.why || (sum.long ? BACK : ""); // most of it passes by itself, and the line is short
      this.tellTrouble(sum.unsaved ? `Keep this page open. ${why}`.trim() : "");
    }
    const [done, undone] = this.channel?.steps ?? [0, 0];
    const giving = sum.saving + sum.unsaved > 0;
    if (done + undone > 0 || giving) this.tools.dataset.steps = "";
    this.able(this.undo, done > 0 || giving);
    this.able(this.redo, undone > 0 && !giving);
  }

  able(button, can) {
    button.setAttribute("aria-disabled", String(!can)); // stays in the tab order, so focus is never lost
  }

  close() {
    this.closed = true;
    clearTimeout(this.waiting);
    this.spec.settle?.();
    this.model.off("msg:custom", this.hear);
    this.channel?.listeners.delete(this.listen);
    this.channel?.leave(this.carrier);
    this.root.remove();
  }
}
