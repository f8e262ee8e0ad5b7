// The road from the page to the record and back. One channel a record, form and variant, kept on the page itself,
// so that several views share it and a form made anew after a kernel restart finds what was not sent. Never
// browser storage. This text stands in front of every form's module; it exports nothing.

const CHANNELS = Symbol.for("good-on-paper.channels.1");
const ACK_WITHIN = 1500;
const SAID_AFTER = 4000; // a kernel that is busy is no trouble: an answer waits so long before the page says a word
const RETRY_AFTER = [400, 800, 1600, 3000];
const STEP_TRIES = 3;
const PAPER_TRIES = 12; // half a minute: the first paper after a start takes its time on an old computer

function token() {
  if (globalThis.crypto?.randomUUID) return crypto.randomUUID();
  // randomUUID is missing where the page is not served from localhost or over TLS
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// The id of something that answers can be about, as the record writes it.
const newUnit = () => token().replaceAll("-", "");

const cellOf = (unit, item) => `${unit} ${item}`;

class Channel {
  static at(key) {
    const all = (globalThis[CHANNELS] ??= Channel.begin());
    if (!all.has(key)) all.set(key, new Channel(key));
    return all.get(key);
  }

  static begin() {
    const all = new Map();
    const settle = () => all.forEach((channel) => channel.tell({ type: "settle" }));
    addEventListener("beforeunload", (event) => {
      settle();
      if (![...all.values()].some((channel) => channel.holding)) return;
      event.preventDefault();
      event.returnValue = ""; // older browsers ask only when this is set
    });
    document.addEventListener("visibilitychange", () => document.hidden && settle());
    return all;
  }

  constructor(key) {
    this.key = key;
    this.record = key.split("/")[0];
    this.form = key.split("/")[1];
    this.cells = new Map(); // what the record holds, as far as this page was told
    this.queue = []; // what it was not yet told to hold, oldest first
    this.refusals = new Map(); // cell -> what the person gave, why it was not taken, what stands instead
    this.carriers = [];
    this.listeners = new Set();
    this.follows = [];
    this.steps = [0, 0]; // how many answers of this sitting can be undone, redone
    this.place = {}; // where the person was, for a form that is made anew
    this.n = 0;
  }

  get holding() {
    return this.queue.some((entry) => entry.durable) || this.refusals.size > 0 || Boolean(this.place.putRight);
  }

  tell(change) {
    for (const listener of [...this.listeners]) listener(change);
  }

  // -- carriers: the models through which a message can leave

  join(carrier) {
    if (this.carriers.includes(carrier)) return;
    this.carriers.push(carrier);
    for (const entry of this.queue) clearTimeout(entry.timer), (entry.flying = false);
    this.pump();
  }

  leave(carrier) {
    this.carriers = this.carriers.filter((other) => other !== carrier);
  }

  carrier(tries) {
    const alive = this.carriers.filter((carrier) => !carrier.lost);
    const pool = alive.length ? alive : this.carriers;
    return pool[pool.length - 1 - (tries % (pool.length || 1))];
  }

  // -- what a person gives

  answer(unit, item, given, more = {}) {
    const cell = cellOf(unit, item);
    const message = { type: "answer", unit, item, state: "value", value: null, memory: null, ...given };
    const waiting = this.queue.some((entry) => entry.cell === cell);
    if (!waiting) message.replaces = this.cells.get(cell)?.seq ?? null;
    this.refusals.delete(cell);
    return this.put(message, { cell, ...more });
  }

  put(message, { cell = null, lane = cell, durable = true, alone = false } = {}) {
    this.n += 1;
    const entry = { cell, lane, durable, alone, tries: 0, flying: false, unsaved: false };
    entry.message = { ...message, n: this.n, token: token() };
    this.queue.push(entry);
    this.changed(entry);
    this.pump();
    return entry;
  }

  step(type) {
    this.put({ type }, { durable: false, alone: true, lane: "step" });
  }

  changed(entry) {
    this.tell({ type: "cell", cell: entry.cell });
  }

  // -- sending: in each lane one at a time and in order; undo and redo wait for all before them

  pump() {
    const busy = new Set();
    for (const [place, entry] of [...this.queue.entries()]) {
      if (entry.alone && place > 0) return;
      if (!busy.has(entry.lane) && !entry.flying) this.transmit(entry);
      if (entry.alone) return;
      busy.add(entry.lane);
    }
  }

  transmit(entry) {
    const carrier = this.carrier(entry.tries);
    entry.tries += 1;
    entry.flying = true;
    clearTimeout(entry.timer);
    try {
      if (!carrier) throw new Error("no form is open");
      carrier.send(entry.message);
      carrier.lost = false;
      const patience = entry.unsaved ? this.pause(entry) : entry.durable ? SAID_AFTER : ACK_WITHIN;
      entry.timer = setTimeout(() => this.notSaved(entry, ""), patience);
    } catch {
      if (carrier) carrier.lost = true;
      this.notSaved(entry, "", this.pause(entry));
    }
  }

  pause(entry) {
    return RETRY_AFTER[Math.min(entry.tries - 1, RETRY_AFTER.length - 1)];
  }

  notSaved(entry, why, wait = 0) {
    if (!this.queue.includes(entry)) return;
    const isStep = entry.lane === "step";
    if (!entry.durable && (wait || entry.tries >= (isStep ? STEP_TRIES : PAPER_TRIES))) {
      this.drop(entry);
      const what = isStep ? "Nothing was undone or redone" : "That didn’t work";
      const text = `${what}: the kit is not answering.`;
      this.tell({ type: "say", text, urgent: true });
      return;
    }
    const first = !entry.unsaved;
    entry.unsaved = true;
    entry.why = why || entry.why || "";
    this.changed(entry); // each try anew: after several it is said what else to do
    if (first && entry.durable) this.tell({ type: "say", text: `${NOT_SAVED}. Trying again.`, urgent: true });
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => {
      entry.flying = false;
      this.pump();
    }, wait);
  }

  drop(entry) {
    clearTimeout(entry.timer);
    this.queue = this.queue.filter((other) => other !== entry);
  }

  // -- what comes back

  receive(message) {
    if (message.type === "state") return this.load(message);
    const entry = this.queue.find((other) => other.message.token === message.token);
    if (!entry) return undefined;
    if (message.type === "failed") return this.notSaved(entry, message.message, this.pause(entry));
    this.drop(entry);
    const next = entry.cell && this.queue.find((other) => other.cell === entry.cell);
    if (message.type === "ack") this.taken(entry, message, next);
    if (message.type === "refused") this.refused(entry, message, next);
    this.changed(entry);
    this.pump();
    return undefined;
  }

  taken(entry, message, next) {
    if (message.steps) this.steps = message.steps;
    if (message.cell) this.cells.set(entry.cell, message.cell);
    if (next) next.message.replaces ??= message.seq;
    if (message.said) this.tell({ type: "say", text: message.said });
    else if (!this.queue.length) this.tell({ type: "say", text: "Saved." });
    this.tell({ type: "taken", message, sent: entry.message });
    document.dispatchEvent(new CustomEvent("good-on-paper-saved")); // what comes next may be another thing now
    for (const other of globalThis[CHANNELS].values()) {
      if (this.bearsOn(other)) other.refreshSoon(this.form);
    }
  }

  // What is given in a form changes those that follow it, and the same form on another page.
  bearsOn(other) {
    if (other === this || other.record !== this.record) return false;
    return other.form === this.form || other.follows.includes(this.form);
  }

  refused(entry, message, next) {
    if (next) next.message.replaces ??= entry.message.replaces;
    if ("current" in message) {
      if (message.current) this.cells.set(entry.cell, message.current);
      else this.cells.delete(entry.cell);
    }
    if (next) return undefined; // the person has answered anew: what becomes of that is told with it
    this.tell({ type: "say", text: message.message, urgent: true });
    if (!entry.cell) return this.ask("refresh");
    const { message: why, current } = message;
    this.refusals.set(entry.cell, { given: entry.message, why, conflict: "current" in message, current });
    return undefined;
  }

  load(state) {
    this.steps = state.steps;
    const newer = [...this.cells].filter(([, cell]) => cell.seq > state.upto); // told by another kernel since
    this.cells = new Map(state.cells.map(([unit, item, cell]) => [cellOf(unit, item), cell]));
    newer.forEach(([cell, stands]) => this.cells.set(cell, stands));
    this.tell({ type: "state", state, because: this.because });
    this.because = undefined;
  }

  ask(type) {
    try {
      this.carrier(0)?.send({ type });
    } catch {
      // a lost kernel shows itself at the next answer; asking again for what is shown loses nothing
    }
  }

  refreshSoon(form) {
    clearTimeout(this.soon);
    this.because = form;
    this.soon = setTimeout(() => this.ask("refresh"), 250);
  }

  // -- what a view shows

  look(unit, item) {
    const cell = cellOf(unit, item);
    const waiting = this.queue.filter((entry) => entry.cell === cell);
    const stands = this.cells.get(cell);
    const refusal = this.refusals.get(cell);
    const shown = waiting.length ? waiting.at(-1).message : stands;
    const given = shown && shown.state !== "cleared" ? shown : null;
    let status = given && !waiting.length ? "saved" : "";
    if (refusal) status = "refused";
    if (waiting.length) status = waiting.some((entry) => entry.unsaved) ? "unsaved" : "saving";
    return { given, status, refusal, why: waiting[0]?.why ?? "" };
  }

  settleRefusal(unit, item) {
    this.refusals.delete(cellOf(unit, item));
    this.tell({ type: "cell", cell: cellOf(unit, item) });
  }

  // counted: whether an item was answered in this form
  sumOf(counted = () => true) {
    const given = [...this.cells].filter(([name, cell]) => cell.state !== "cleared" && counted(name.split(" ")[1]));
    const held = this.queue.filter((entry) => entry.durable);
    const stuck = new Set(held.filter((entry) => entry.unsaved).map((entry) => entry.lane));
    const count = (entries) => new Set(entries.map((entry) => entry.cell ?? entry)).size;
    const unsaved = held.filter((entry) => stuck.has(entry.lane)); // with what waits behind it
    return {
      saved: given.length,
      saving: count(held) - count(unsaved),
      unsaved: count(unsaved),
      refused: this.refusals.size,
      why: unsaved.find((entry) => entry.why)?.why ?? "",
      long: unsaved.some((entry) => entry.tries > RETRY_AFTER.length),
    };
  }
}
