// Offers side by side: first which one would be glad news on Monday; then what will not do, what could decide it, the
// rows, money, and how it will be. What stands on top of the page is a result also while nothing is decided.

const FEW = "Add two below, and we compare them: two offers, or an offer and staying where you are. Until then, ";
const FEW_ONE = "One is here. Add what to compare it with: another offer, or staying where you are. Until then, ";
const FEW_THEN = " keeps what you learn about each job.";
const BELOW = "There is something to compare now. Go on below the list.";
const NO = "What you won’t have again";
const FIRST = "This comes first; nothing below can make up for it. ";
const SIDE = "What you know is a dot. What you don’t know yet is a band, as wide as the doubt.";
const PRESS = "Click how much of it there is, from what you were told. Not sure? Click a second number to mark a range. To the right is more of what you want.";
const NEED = "Another thing can outweigh a need. Only what you won’t have again rules a job out.";
const FOOT = "This weighs what you said. It doesn’t know you, and it doesn’t decide.";
const CANNOT = "I can’t say yet";
const [ADD, ADD_OR_DECLINE] = ["Add an offer", "Add or decline an offer"]; // without one there is none to decline

class OffersView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "Your offers side by side",
      follows: ["take_home", "unknowns", "next_interview", "bearing", "needs", "interviews"],
      state: (state) => this.load(state),
      cell: () => this.update(),
      settle: () => this.flush(),
    });
    this.view.root.classList.add("gop-offers");
    this.few = this.fewPart();
    this.monday = h("section", { hidden: true });
    this.open = h("div", { hidden: true });
    this.more = details(ADD_OR_DECLINE, [], { class: "gop-offerfold" });
    this.view.body.append(this.few, this.monday, this.open, this.more);
  }

  fewPart() {
    this.fewSaid = h("p", { class: "gop-few" });
    return h("section", { hidden: true }, this.fewSaid);
  }

  load(state) {
    this.state = state;
    const { offers, listed, is_open: isOpen } = state;
    const shape = JSON.stringify([offers, state.rows?.map(({ thing, label }) => [thing, label]), state.noes?.map(({ key }) => key), isOpen]);
    if (shape !== this.shape) this.build(state);
    this.shape = shape;
    const isTwo = offers.length > 1;
    const inList = this.more.contains(document.activeElement);
    const hand = inList ? this.more : this.open.contains(document.activeElement) ? document.activeElement : null;
    const before = hand?.getBoundingClientRect().top;
    const opens = isOpen && this.open.hidden && this.isShown;
    this.inOrder({ isTwo, isOpen, inList });
    setText(this.view.eyebrow, offers.map(([, name]) => name).join(" · "));
    this.showMore(listed);
    if (isOpen) this.show(state);
    this.update();
    if (hand?.isConnected) this.holdStill(hand, before);
    else if (opens && this.open.getBoundingClientRect().top < 0) this.open.scrollIntoView();
    this.isShown = true;
  }

  // What a second offer brings comes below the list in which it was added: a short page could not be scrolled.
  inOrder({ isTwo, isOpen, inList }) {
    const asks = isTwo && !isOpen;
    if (asks && this.monday.hidden && inList && this.isShown) this.more.after(this.monday);
    else if (!asks) this.few.after(this.monday);
    const isBelow = asks && this.monday.previousSibling === this.more;
    this.few.hidden = isTwo && !isBelow;
    this.few.style.minBlockSize = "";
    if (isBelow) setText(this.fewSaid, BELOW);
    this.monday.hidden = !asks;
    this.open.hidden = !isOpen;
  }

  // What grew or shrank above the hand is scrolled by; where the page is too short for that, the room stays.
  holdStill(hand, before) {
    const by = () => hand.getBoundingClientRect().top - before;
    scrollBack(hand, by());
    if (by() < -1 && !this.few.hidden && this.open.hidden) this.few.style.minBlockSize = `${this.few.offsetHeight - by()}px`;
  }

  build(state) {
    const { offers, person } = state;
    const [before] = [notebookLink(state.before)];
    this.fewSaid.replaceChildren(offers.length ? FEW_ONE : FEW, before, FEW_THEN);
    this.buildMonday(state);
    this.open.replaceChildren();
    [this.nos, this.tracks, this.rows, this.money, this.back] = [[], new Map(), new Map(), null, null];
    if (!state.is_open) return;
    const root = this.view.root;
    root.style.setProperty("--offers", String(offers.length));
    root.toggleAttribute("data-many", offers.length > 2);
    this.questions = new OfferQuestions(this.view);
    this.money = new OfferMoney(this.view, { offers, money: state.paid, person });
    this.back = new LookBack(this.view, { offers: offers.filter(([unit]) => !state.own.includes(unit)) });
    this.title = h("h2", { class: "gop-headline" });
    this.soft = h("p", { class: "gop-hint" });
    this.reasons = h("ul", { class: "gop-reasons" });
    this.counted = h("p", { class: "gop-hint" });
    this.why = details("How we compared, and what would have to change", [this.counted, this.reasons], { class: "gop-offerfold" });
    const result = h("section", { class: "gop-offers-part", "aria-live": "polite" }, this.title, this.soft, h("p", { class: "gop-hint", text: FOOT }));
    this.gladSaid = h("p", { dir: "auto" });
    const glad = h("section", { class: "gop-offers-part" }, h("h3", { text: "Monday morning" }), this.gladSaid);
    this.open.append(this.noPart(state), result, this.questions.el, this.sidePart(state), this.money.el, glad, this.why, this.back.el);
  }

  buildMonday({ offers, person, ask, again, none }) {
    const options = [...offers, [none, CANNOT]];
    const words = ({ value }) => options.find(([option]) => option === value)?.[1] ?? "nothing";
    const label = h("h3", { class: "gop-ask", id: uid("monday"), text: ask });
    this.glad = new Choice({ view: this.view, unit: person }, { key: KEY.GLAD_ON_MONDAY, options, revision: 1 }, { label, words });
    const put = () => this.glad.chosen.length && this.view.channel.put({ type: "open" }, { alone: true, lane: "open" });
    this.go = mainButton("Put them side by side", put);
    const hint = h("p", { class: "gop-hint", text: "Choose by what you feel now, then put them side by side. We keep your answer and show it there." });
    const why = again ? [h("p", { class: "gop-hint", text: again, dir: "auto" })] : []; // nothing is lost by one more
    this.monday.replaceChildren(label, ...why, hint, this.glad.el, h("div", { class: "gop-foot" }, this.go));
  }

  head({ offers }, words) {
    const cells = offers.map(([, name]) => h("div", { class: "gop-offerhead", text: name, dir: "auto" }));
    return h("div", { class: "gop-offerrow gop-offerheads", "aria-hidden": "true" }, h("div", { text: words }), ...cells);
  }

  noPart(state) {
    if (!state.noes.length) return h("span", { hidden: true });
    this.noSaid = h("b", {});
    const rows = state.noes.map(({ label, key, cells, off }) => {
      const made = cells.map((cell, place) => this.noCell(key, label, cell, state.offers[place][1]));
      return offerRow(label, made, "", off);
    });
    const lead = h("p", {}, FIRST, this.noSaid);
    const kind = state.noes.every(({ off }) => off) ? "gop-offers-part gop-offpaper" : "gop-offers-part";
    return h("section", { class: kind }, h("h3", { text: NO }), lead, this.head(state, "Does it have this?"), ...rows);
  }

  noCell(key, label, { unit, said }, name) {
    const options = [["no", "No"], ["yes", "Yes"]];
    const named = h("span", { class: "gop-unseen", id: uid("no"), text: `${label}, ${name}` });
    const choice = new Choice({ view: this.view, unit }, { key, options, revision: 1 }, { label: named });
    this.nos.push(choice);
    const cell = offerCell(choice.el, name);
    cell.append(named, h("p", { class: "gop-tracknote", text: said, dir: "auto", hidden: !said }));
    return cell;
  }

  sidePart(state) {
    const rows = state.rows.map((row) => {
      const tracks = row.cells.map((cell, place) => new OfferTrack(this.view, row, cell, state.offers[place][1]));
      this.tracks.set(row.thing, tracks);
      const el = offerRow(row.label, tracks.map((track) => track.el), row.stands, row.off);
      const close = h("small", { class: "gop-offerclose" });
      el.firstChild.append(close);
      this.rows.set(row.thing, { el, close });
      return el;
    });
    const part = h("section", { class: "gop-offers-part" }, h("h3", { text: "Side by side" }), h("p", { text: `${SIDE} ${NEED}` }));
    this.grey = h("p", { class: "gop-hint" });
    this.privateToo = h("p", { class: "gop-hint" }, h("span", { class: "gop-paperonly" }));
    part.append(h("p", { class: "gop-hint gop-toclick", text: PRESS }), this.head(state, ""), ...rows, this.grey, this.privateToo);
    return part;
  }

  show(state) {
    setText(this.title, state.headline);
    setText(this.soft, state.soft);
    if (this.noSaid) setText(this.noSaid, state.noes_said);
    this.questions.show(state);
    const waiting = new Set(this.view.channel.queue.map(({ lane }) => lane));
    setText(this.grey, state.another_day);
    this.grey.hidden = !state.another_day;
    setText(this.privateToo.firstChild, state.counted_too);
    this.privateToo.hidden = !state.counted_too;
    setText(this.counted, `${state.counts_as} ${HOW_COMPARED}`);
    for (const { thing, cells, close } of state.rows) {
      const row = this.rows.get(thing);
      row.el.toggleAttribute("data-close", Boolean(close));
      setText(row.close, close);
      this.tracks.get(thing).forEach((track, place) => waiting.has(`${cells[place].unit} ${thing}`) || track.show(cells[place]));
    }
    this.money.show(state.paid);
    this.reasons.replaceChildren(...state.reasons.map(({ text, off }) => h("li", { class: off ? "gop-offpaper" : null, text, dir: "auto" })));
    const glad = state.glad ? `You said ${state.glad}.` : "You couldn’t say then.";
    this.gladSaid.replaceChildren("Before this opened, we asked which one you’d be glad to walk into on Monday. ", h("b", { text: glad }), " That and this comparison stand side by side; neither overrules the other.");
    this.back.show(state.prediction);
    this.back.el.classList.toggle("gop-offpaper", Boolean(state.prediction?.off));
  }

  // A row keeps its place, and what adds it stands elsewhere than what takes it off: a second click does nothing.
  showMore(listed) {
    const shape = JSON.stringify(listed);
    if (shape === this.moreShape) return;
    this.moreShape = shape;
    const had = this.more.contains(document.activeElement) ? document.activeElement : null;
    const held = had?.closest("li")?.dataset.unit;
    const send = (type, more) => this.view.channel.put({ type, ...more }, { lane: "offers" });
    const row = ([unit, name, isThere, isStaying]) => {
      const [there, off] = isStaying ? ["✓ Added", "Leave this out"] : ["✓ An offer", "Decline this"];
      const press = (text, type) => quietButton(text, () => send(type, { unit }), { "aria-label": `${name}: ${text}` });
      const add = isThere ? h("span", { class: "gop-offerthere", text: there }) : press(isStaying ? "Compare with this" : "Add it as an offer", "offered");
      const end = isThere ? press(off, "declined") : h("span", {});
      return h("li", { "data-unit": unit }, h("span", { text: name, dir: "auto" }), add, end);
    };
    const id = uid("employer");
    const input = h("input", { id, type: "text", maxlength: 100 });
    const give = () => input.value.trim() && send("offered", { employer: input.value.trim() });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      give();
    });
    const add = plainButton("Add this offer", give);
    const field = h("div", { class: "gop-field" }, h("label", { for: id, text: "Another place that made an offer" }), input);
    setText(this.more.firstChild, this.state.offers.length ? ADD_OR_DECLINE : ADD);
    this.more.replaceChildren(this.more.firstChild, h("ul", { class: "gop-offerlist" }, ...listed.map(row)), h("div", { class: "gop-offeradd" }, field, add));
    this.more.open = this.more.open || this.state.offers.length < 2;
    if (held) this.more.querySelector(`[data-unit="${held}"] button`)?.focus({ preventScroll: true });
    else if (had?.closest(".gop-offeradd")) input.focus({ preventScroll: true });
  }

  update() {
    if (!this.state) return;
    this.glad.update();
    this.view.able(this.go, this.glad.chosen.length > 0);
    this.nos.forEach((choice) => choice.update());
    this.money?.update();
    this.back?.update();
  }

  flush() {
    this.money?.flush();
    this.back?.flush();
  }
}

// What stands above the hand grew or shrank: scroll so that what was clicked is where it was.
function scrollBack(el, by) {
  if (Math.abs(by) < 1) return;
  let at = el.parentElement;
  while (at && !(at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY))) at = at.parentElement;
  (at ?? document.scrollingElement).scrollTop += by;
}

const HOW_COMPARED =
  "One offer stays ahead only if it does so with every blank at its worst, and even if each thing counted half as much again, or a third less.";

export default {
  render(context) {
    const { view } = new OffersView(context);
    return () => view.close();
  },
};
