// Bring in a file or pasted lines: choose, look, then bring in or not. Nothing is written before that.

const LOOK_WITHIN = 15000;
const SHOWN = 8; // of a long list; the rest is a fold away
const KINDS = ".pdf,.docx,.json,.csv,.tsv,.xlsx,.zip,.txt";
const WORDS = {
  title: "Bring in",
  pick: "From a file, or pasted",
  hint:
    "A CV (PDF, Word or JSON), LinkedIn’s copy of your data, a table (CSV or Excel, one row for each job), or your jobs pasted below. " +
    "You see what we found before anything is saved.",
  file: "Choose a file, or drop it here",
  paste: "Or your jobs, one on each line",
  example: "Editor, Acme, 2014-2017\nCook at The Harbour, since March 2019",
  check: "Check my list",
  calm: "Nothing is written yet: what you tick or put right here is kept only once you add it. You can change every job later.",
  empty: "Your list is empty. Write one job on each line.",
  next: ["Say what they were like", "02 What it was like"],
};

const UNTOUCHED = "Nothing was changed.";

const sentence = (text) => (/[.!?]$/.test(text) ? text : `${text}.`);
const count = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

class BringInView {
  constructor({ model, el }, words = WORDS) {
    this.model = model;
    this.words = { ...WORDS, ...words };
    this.asked = new Map();
    this.view = new FormView(model, el, {
      title: this.words.title,
      state: (state) => this.load(state),
      cell: () => this.update(),
      taken: (message, sent) => this.taken(message, sent),
    });
    this.view.root.classList.add("gop-bring");
    this.view.eyebrow.textContent = ""; // the page has a heading over it
    this.hear = (message) => this.receive(message);
    model.on("msg:custom", this.hear);
  }

  get channel() {
    return this.view.channel;
  }

  // -- where the person is

  load(state) {
    this.largest = state.largest;
    if (this.looking) return;
    if (state.receipt) {
      if (this.screen !== "receipt" || String(state.receipt) !== this.told) this.showReceipt(state.receipt, false);
    } else if (!state.look) {
      if (this.screen !== "pick") this.showPick(this.trouble ?? "", Boolean(this.trouble));
    } else if (this.screen === "look" && this.preview.look.token === state.look.token) this.update();
    else this.showLook(state.look, false);
    this.trouble = undefined;
  }

  show(screen, heading, focus, ...content) {
    this.screen = screen;
    this.heading = h("h3", { class: "gop-ask", tabindex: "-1", text: heading });
    this.view.body.replaceChildren(h("div", { class: "gop-panel" }, this.heading, ...content));
    if (!focus) return;
    this.heading.focus();
    this.view.root.dispatchEvent(new CustomEvent("gop-shown", { bubbles: true })); // another height: what is around it moves
  }

  // -- choose

  showPick(problem, focus = true) {
    const hint = h("p", { class: "gop-hint", id: uid("hint"), text: this.words.hint });
    this.input = h("input", { type: "file", class: "gop-file", accept: KINDS, id: uid("file") });
    this.input.setAttribute("aria-describedby", hint.id);
    this.input.addEventListener("change", () => this.input.files[0] && this.lookAtFile(this.input.files[0]));
    const label = h("label", { for: this.input.id, text: this.words.file });
    this.zone = h("div", { class: "gop-drop" }, label, this.input);
    for (const type of ["dragenter", "dragover", "dragleave", "drop"]) {
      this.zone.addEventListener(type, (event) => this.onDrag(event));
    }
    const id = uid("lines");
    this.text = h("textarea", { id, rows: "5", placeholder: this.words.example, spellcheck: "false" });
    this.text.value = this.channel.place.pasted ?? ""; // the page keeps it for a form that is made anew
    this.text.addEventListener("input", () => (this.channel.place.pasted = this.text.value));
    const look = plainButton(this.words.check, () => this.lookAtText());
    const paste = h("div", { class: "gop-paste" }, h("label", { for: id, text: this.words.paste }), this.text);
    this.problem = h("p", { class: "gop-problem", role: "alert" });
    this.show("pick", this.words.pick, focus && !problem, hint, this.problem, this.zone, paste);
    paste.append(h("div", { class: "gop-actions" }, look));
    if (problem) this.tellProblem(problem, focus);
  }

  tellProblem(text, focus = true) {
    this.problem.textContent = `${sentence(text)} ${UNTOUCHED}`;
    if (focus) this.input.focus();
  }

  onDrag(event) {
    event.preventDefault();
    event.stopPropagation();
    this.zone.classList.toggle("gop-over", event.type === "dragenter" || event.type === "dragover");
    if (event.type === "drop" && event.dataTransfer.files[0]) this.lookAtFile(event.dataTransfer.files[0]);
  }

  async lookAtFile(file) {
    if (file.size > this.largest) {
      const [has, may] = [file.size, this.largest].map((size) => `${Math.ceil(size / 1e6)} MB`);
      const way = "For larger files there is a command: good-on-paper import FILE.";
      return this.showPick(`${file.name} has ${has}; the limit here is ${may}. ${way}`);
    }
    try {
      return this.look({ file: file.name }, await file.arrayBuffer());
    } catch {
      return this.showPick(`We could not read ${file.name}. Please choose it again.`);
    }
  }

  lookAtText() {
    if (this.text.value.trim()) this.look({ text: this.text.value });
    else this.tellProblem(this.words.empty, false), this.text.focus();
  }

  // Whoever leaves now is asked: what was ticked and put right would have to be done again.
  touched() {
    this.channel.place.putRight = true;
  }

  look(what, bytes) {
    this.channel.place.putRight = false;
    this.looking = token();
    this.what = what.file ?? "your list";
    this.show("looking", `Reading ${this.what} …`, true);
    clearTimeout(this.waiting);
    const lost = `The kit is not answering, so we did not read ${this.what}. Run this cell again.`;
    this.waiting = setTimeout(() => this.screen === "looking" && this.showPick(lost), LOOK_WITHIN);
    const message = { type: "look", n: 0, token: this.looking, ...what };
    try {
      this.model.send(message, undefined, bytes ? [bytes] : undefined);
    } catch {
      clearTimeout(this.waiting);
      this.showPick(lost);
    }
  }

  receive(message) {
    const hear = this.asked.get(message.token);
    if (hear) {
      this.asked.delete(message.token);
      hear(message);
      return;
    }
    if (message.type === "refused" && message.token === this.sent) this.refused(message.message);
    if (!this.looking || message.token !== this.looking) return;
    clearTimeout(this.waiting);
    this.looking = null;
    if (message.type === "looked") this.showLook(message.look);
    else this.showPick(message.message);
  }

  refused(why) {
    this.trouble = why;
    if (this.screen === "look") this.problem.textContent = `${sentence(why)} ${UNTOUCHED}`;
    this.update();
  }

  // -- look

  showLook(look, focus = true, ticked = null) {
    this.sending = false;
    this.preview = this.lookOf(look, ticked);
    const parts = this.preview.parts();
    this.bring = mainButton("", () => this.bringIn());
    const back = look.pasted ? "Back to my text" : "Choose another file";
    const not = plainButton(back, () => this.putAway());
    this.doing = h("p", { class: "gop-doing", role: "status" });
    const calm = h("p", { class: "gop-more", text: this.words.calm });
    const actions = h("div", { class: "gop-actions" }, this.bring, not, this.doing, calm);
    this.problem = h("p", { class: "gop-problem", role: "alert" });
    this.show("look", this.preview.heading, focus, ...parts.filter(Boolean), this.problem, actions);
    this.update();
  }

  lookOf(look, ticked) {
    return new PreviewLook(this, look, ticked);
  }

  // The file was read anew, on a scale the person gave: what was ticked stays so, and so does the place on the page.
  showAgain(look) {
    const header = document.activeElement?.closest?.(".gop-rated") && look.token;
    this.showLook(look, false, this.preview.ticksKept());
    if (header) this.view.root.querySelector(".gop-scales summary, .gop-scales button, .gop-scales input")?.focus();
  }

  tellWrong(why) {
    this.problem.textContent = sentence(why);
  }

  // A short question to the kernel, answered by one message with its token.
  ask(said, hear) {
    const message = { n: 0, token: token(), ...said };
    this.asked.set(message.token, hear);
    try {
      this.model.send(message);
    } catch {
      this.asked.delete(message.token);
      hear({ type: "failed", message: "The kit is not answering. Run this cell again." });
    }
  }

  chosen() {
    return this.preview.chosen();
  }

  update() {
    if (this.screen !== "look") return;
    const entry = this.channel?.queue.find((other) => other.message.type === "bring_in");
    if (this.sending && !entry) this.sending = false; // refused; the words stand in the alert
    const places = new Set(this.chosen());
    const { added, ticked } = this.preview;
    const received = this.preview.look.received.some((part) => places.has(part.where));
    setText(this.bring, added ? this.preview.addWords() : ticked ? "Add what is new" : "Add this");
    this.view.able(this.bring, (ticked > 0 || received) && !this.sending);
    setText(this.doing, entry ? (entry.unsaved ? MARKS.unsaved : "Adding …") : "");
    if (this.onceRight && !this.preview.pending) {
      this.onceRight = false;
      this.bringIn();
    }
  }

  bringIn() {
    if (this.bring.getAttribute("aria-disabled") === "true") return;
    if (this.preview.pending) {
      this.onceRight = true; // what was just typed is on its way
      return;
    }
    const { wrong } = this.preview;
    if (wrong) {
      this.tellWrong("We could not read one field yet. Correct it, or untick that job");
      wrong.el.querySelector("[aria-invalid]")?.focus();
      return;
    }
    this.sending = true;
    this.problem.textContent = "";
    const message = { type: "bring_in", look: this.preview.look.token, places: this.chosen() };
    this.sent = this.channel.put(message, { lane: "bring_in" }).message.token;
  }

  putAway() {
    this.channel.place.putRight = false;
    this.channel.put({ type: "put_away" }, { durable: false, lane: "put_away" });
    this.showPick("");
  }

  // -- receipt

  taken(message, sent) {
    const step = ["undo", "redo"].includes(sent.type); // of a whole import; what it says comes with the state
    if (!step && (sent.type !== "bring_in" || !message.receipt)) return;
    if (!step) {
      Object.assign(this.channel.place, { pasted: "", putRight: false });
      this.showReceipt(message.receipt);
    }
    for (const other of globalThis[CHANNELS].values()) {
      if (other !== this.channel && other.record === this.channel.record) other.refreshSoon("bring_in");
    }
  }

  showReceipt(receipt, focus = true) {
    const [first, ...rest] = receipt;
    this.told = String(receipt);
    const again = plainButton("Bring in something else", () => this.putAway());
    const lines = h("div", { class: "gop-receipt" }, ...rest.map((text) => h("p", { dir: "auto", text })));
    this.show("receipt", first, focus, lines, h("div", { class: "gop-actions" }, ...this.goOn(), again));
  }

  // What comes next, where that is another page.
  goOn() {
    if (!this.words.next) return [];
    const [text, page] = this.words.next;
    const link = notebookLink(page);
    link.classList.add("gop-main");
    link.textContent = text;
    return [link];
  }

  close() {
    clearTimeout(this.waiting);
    this.model.off("msg:custom", this.hear);
    this.view.close();
  }
}
