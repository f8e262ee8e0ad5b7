// Bring in a file or pasted lines: choose, look, then bring in or not. Nothing is written before that.

const LOOK_WITHIN = 15000;
const SHOWN = 8; // of a long list; the rest is a fold away
const KINDS = ".pdf,.docx,.json,.csv,.tsv,.xlsx,.zip,.txt";
const WORDS = {
  title: "Bring in",
  pick: "From a file, or pasted",
  hint:
    "A CV (PDF, Word or JSON), LinkedIn’s copy of your data, a table (CSV or Excel, one row for each job), or your jobs pasted below. " +
    "You see what was found before anything is written.",
  file: "Choose a file, or drop it here",
  paste: "Or your jobs, one on each line",
};

const UNTOUCHED = "Your record is as it was.";

const sentence = (text) => (/[.!?]$/.test(text) ? text : `${text}.`);
const count = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

class BringInView {
  constructor({ model, el }, words = WORDS) {
    this.model = model;
    this.words = words;
    this.view = new FormView(model, el, {
      title: words.title,
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
    } else if (this.screen === "look" && this.current.token === state.look.token) this.update();
    else this.showLook(state.look, false);
    this.trouble = undefined;
  }

  show(screen, heading, focus, ...content) {
    this.screen = screen;
    this.heading = h("h3", { class: "gop-ask", tabindex: "-1", text: heading });
    this.view.body.replaceChildren(h("div", { class: "gop-panel" }, this.heading, ...content));
    if (focus) this.heading.focus();
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
    const example = "Editor, Acme, 2014-2017\nCook at The Harbour, since March 2019";
    this.text = h("textarea", { id, rows: "5", placeholder: example, spellcheck: "false" });
    this.text.value = this.channel.place.pasted ?? ""; // the page keeps it for a form that is made anew
    this.text.addEventListener("input", () => (this.channel.place.pasted = this.text.value));
    const look = h("button", { type: "button", class: "gop-plain", onclick: () => this.lookAtText() }, "Look at them");
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
      const way = "Larger files can come in by the command: good-on-paper import FILE.";
      return this.showPick(`${file.name} has ${has}; here at most ${may} are taken. ${way}`);
    }
    try {
      return this.look({ file: file.name }, await file.arrayBuffer());
    } catch {
      return this.showPick(`${file.name} could not be read; choose it again.`);
    }
  }

  lookAtText() {
    if (this.text.value.trim()) this.look({ text: this.text.value });
    else this.tellProblem("There are no lines yet. Write one job on each line.", false), this.text.focus();
  }

  look(what, bytes) {
    this.looking = token();
    this.what = what.file ?? "the lines";
    this.show("looking", `Reading ${this.what} …`, true);
    clearTimeout(this.waiting);
    const lost = `The notebook's kernel does not answer, so ${this.what} was not read. Run this cell again.`;
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

  showLook(look, focus = true) {
    this.current = look;
    this.sending = false;
    const found = look.roles.length ? count(look.roles.length, "job") : "No jobs";
    this.boxes = [];
    const parts = [
      this.ticks("Jobs to bring in", look.roles, (role) => [role.name, role.more.filter(Boolean).join(" · "), role.doubts]),
      this.ticks("New lines of your own", look.lines, (line) => [line.label, line.why]),
      this.ticks("What others said of you", look.received, (part) => [part.label, part.more]),
      this.list("Recognised", look.recognised.map((part) => `${part.where}: ${part.label}`)),
      look.outcome && h("p", { text: `“${look.outcome}” says how it went; it becomes your main outcome.` }),
      this.list("Assumed", look.notes),
      this.list("Left out", look.skipped),
    ];
    this.bring = h("button", { type: "button", class: "gop-main", onclick: () => this.bringIn() });
    const not = h("button", { type: "button", class: "gop-plain", text: "Not now", onclick: () => this.putAway() });
    this.doing = h("p", { class: "gop-doing", role: "status" });
    const actions = h("div", { class: "gop-actions" }, this.bring, not, this.doing);
    this.problem = h("p", { class: "gop-problem", role: "alert" });
    this.show("look", `${found} in ${look.file}`, focus, ...parts.filter(Boolean), this.problem, actions);
    this.update();
  }

  ticks(legend, parts, words) {
    if (!parts.length) return null;
    const group = h("div", { class: "gop-ticks", tabindex: parts.length > SHOWN ? "0" : null });
    const boxes = parts.map((part) => {
      const box = h("input", { type: "checkbox", value: part.where, id: uid("tick") });
      box.checked = part.taken;
      box.addEventListener("change", () => this.update());
      const [name, more, doubts = []] = words(part);
      const label = h("label", { for: box.id }, h("span", { class: "gop-name", dir: "auto", text: name }));
      if (more) label.append(" ", h("span", { class: "gop-more", dir: "auto", text: more }));
      for (const text of doubts) label.append(" ", h("span", { class: "gop-doubt", dir: "auto", text }));
      group.append(h("div", { class: "gop-tick" }, box, label));
      return box;
    });
    this.boxes.push(...boxes);
    const set = h("fieldset", { class: "gop-part" }, h("legend", { text: legend }));
    if (parts.length > SHOWN) {
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", `${legend}, ${parts.length}`);
      const all = (on) => () => (boxes.forEach((box) => (box.checked = on)), this.update());
      const button = (text, on) => h("button", { type: "button", class: "gop-quiet", text, onclick: all(on) });
      set.append(h("div", { class: "gop-allnone" }, button("all", true), button("none", false)));
    }
    set.append(group);
    return set;
  }

  list(heading, texts) {
    if (!texts.length) return null;
    const items = (some) => h("ul", {}, ...some.map((text) => h("li", { dir: "auto", text })));
    const part = h("section", { class: "gop-part" }, h("h4", { text: heading }), items(texts.slice(0, SHOWN)));
    if (texts.length > SHOWN) {
      const rest = h("summary", { text: `and ${count(texts.length - SHOWN, "more", "more")}` });
      part.append(h("details", {}, rest, items(texts.slice(SHOWN))));
    }
    return part;
  }

  chosen() {
    return this.boxes.filter((box) => box.checked).map((box) => box.value);
  }

  update() {
    if (this.screen !== "look") return;
    const entry = this.channel?.queue.find((other) => other.message.type === "bring_in");
    if (this.sending && !entry) this.sending = false; // refused; the words stand in the alert
    const places = new Set(this.chosen());
    const roles = this.current.roles.filter((role) => places.has(role.where)).length;
    const received = this.current.received.some((part) => places.has(part.where));
    setText(this.bring, roles ? `Bring in ${count(roles, "job")}` : "Bring in");
    this.view.able(this.bring, (roles > 0 || received) && !this.sending);
    setText(this.doing, entry ? (entry.unsaved ? "NOT SAVED, trying again" : "Bringing in …") : "");
  }

  bringIn() {
    if (this.bring.getAttribute("aria-disabled") === "true") return;
    this.sending = true;
    this.problem.textContent = "";
    const message = { type: "bring_in", look: this.current.token, places: this.chosen() };
    this.sent = this.channel.put(message, { lane: "bring_in" }).message.token;
  }

  putAway() {
    this.channel.put({ type: "put_away" }, { durable: false, lane: "put_away" });
    this.showPick("");
  }

  // -- receipt

  taken(message, sent) {
    const step = ["undo", "redo"].includes(sent.type); // of a whole import; what it says comes with the state
    if (!step && (sent.type !== "bring_in" || !message.receipt)) return;
    if (!step) {
      this.channel.place.pasted = "";
      this.showReceipt(message.receipt);
    }
    for (const other of globalThis[CHANNELS].values()) {
      if (other !== this.channel && other.record === this.channel.record) other.refreshSoon("bring_in");
    }
  }

  showReceipt(receipt, focus = true) {
    const [first, ...rest] = receipt;
    this.told = String(receipt);
    const again = h("button", { type: "button", class: "gop-plain", text: "Bring in something else" });
    again.addEventListener("click", () => this.putAway());
    const lines = h("div", { class: "gop-receipt" }, ...rest.map((text) => h("p", { dir: "auto", text })));
    this.show("receipt", first, focus, lines, h("div", { class: "gop-actions" }, again));
  }

  close() {
    clearTimeout(this.waiting);
    this.model.off("msg:custom", this.hear);
    this.view.close();
  }
}
