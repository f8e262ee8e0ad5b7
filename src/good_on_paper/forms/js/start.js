// The ten minutes: one small form at a time, how far it is, a way back and on.

const STOP = "You can stop any time and pick up here later.";
const FOOT_WITHIN = 5000;
const SAVED_WITHIN = 4000;
const NAMED = /^#step-(\d+)$/; // how the address names a step
const CHROME = 120; // what JupyterLab has above and below a notebook, in pixels

class StartView {
  constructor({ model, el, host }) {
    Object.assign(this, { model, host, at: 0 });
    this.view = new FormView(model, el, {
      title: "Start here",
      state: (state) => this.load(state),
      cell: () => this.update(),
      taken: (message, sent) => sent.type === "go" && this.goTo(message),
    });
    this.view.root.classList.add("gop-start");
    this.view.undo.hidden = this.view.redo.hidden = this.view.sum.hidden = true; // each step has its own
    this.where = h("p", { class: "gop-whereabouts", "aria-live": "polite" });
    this.marks = h("span", { class: "gop-marks", role: "img" });
    this.step = h("div", { class: "gop-step-of" });
    this.next = mainButton("Next", () => this.go(1));
    this.back = plainButton("Back", () => this.go(-1));
    this.stop = h("p", { class: "gop-open", text: STOP });
    this.foot = h("div", { class: "gop-foot", hidden: true }, this.next, this.back, this.stop);
    this.view.eyebrow.replaceWith(h("div", { class: "gop-bar" }, this.where, this.marks), this.view.eyebrow);
    this.view.body.append(this.step, this.foot);
    this.step.addEventListener("gop-shown", () => requestAnimationFrame(() => this.bring()));
    this.step.addEventListener("gop-next", () => this.go(1));
    this.step.addEventListener("gop-done", (event) => (event.preventDefault(), this.next.focus()));
    this.follow = () => this.named && this.way && this.named !== this.at && this.show(this.named, true);
    addEventListener("popstate", this.follow); // the browser's Back and Forward
  }

  load(state) {
    this.way = state.way;
    this.come = state.come;
    this.reached = state.at;
    if (this.at) return;
    this.show(this.named ?? this.view.channel.place.at ?? state.at, false);
    this.name(this.at, "replaceState");
  }

  // The step that the address names, as far as one has come.
  get named() {
    const step = Number(NAMED.exec(location.hash)?.[1]);
    return step >= 1 && step <= this.reached ? step : undefined;
  }

  name(at, how) {
    if (this.named === at || !this.view.root.checkVisibility()) return; // else it is another page's address
    history[how](history.state, "", `#step-${at}`);
  }

  goTo({ to: at, come }) {
    this.come = come;
    this.reached = Math.max(this.reached, at);
    this.name(at, "pushState");
    this.show(at, true);
  }

  update() {
    this.view.able(this.next, !this.going);
    this.view.able(this.back, !this.going);
  }

  // Before the next step is drawn, what was given on this one is let through.
  go(by) {
    if (this.going) return;
    const leaving = new CustomEvent("gop-leave", { cancelable: true, detail: by });
    const step = this.step.querySelector(".gop");
    if (by > 0 && step && !step.dispatchEvent(leaving)) return; // the step has something to do first
    this.going = true;
    this.update();
    const { record } = this.view.channel;
    const channels = [...globalThis[CHANNELS].values()].filter((one) => one.record === record);
    channels.forEach((one) => one.tell({ type: "settle" })); // what is still being typed is sent; the focus stays
    const began = performance.now();
    const busy = () => channels.some((one) => one.queue.some((entry) => entry.durable));
    const send = () => {
      if (busy() && performance.now() - began < SAVED_WITHIN) return setTimeout(send, 40);
      return this.view.channel.put({ type: "go", at: this.at, by }, { lane: "go" });
    };
    send();
  }

  async show(at, arrived) {
    this.going = false;
    this.at = at;
    this.view.channel.place.at = at;
    this.left?.abort();
    const left = new AbortController();
    this.left = left;
    const last = at === this.way.length;
    this.view.root.dataset.step = at;
    this.showBar(at);
    this.back.hidden = at === 1;
    this.next.hidden = last;
    setText(this.stop, last ? "That’s it. Come back any time; this page will be waiting." : at === 1 ? STOP : "");
    this.update();
    const { heading, hint } = this.way[at - 1];
    const place = h("div");
    this.heading = heading ? h("h3", { class: "gop-ask", tabindex: "-1", text: heading }) : null;
    const words = [this.heading, hint && h("p", { class: "gop-hint", text: hint })];
    this.step.replaceChildren(...words.filter(Boolean), place);
    try {
      const form = await this.host.getWidget(this.model.get("shown_by")[at - 1]);
      if (left.signal.aborted) return;
      await form.render({ el: place, signal: left.signal });
    } catch {
      place.append(h("p", { class: "gop-note", role: "alert", text: "This step has lost its connection. Run this cell again." }));
    }
    const there = this.drawn(place, left.signal);
    await Promise.race([there, new Promise((done) => setTimeout(done, FOOT_WITHIN))]);
    if (left.signal.aborted) return;
    this.foot.hidden = false; // not before the step is there: it would push it down
    await there; // on a slow computer it takes a while: one arrives when there is something to arrive at
    if (arrived && !left.signal.aborted) this.arrive(place);
  }

  showBar(at) {
    const of = this.come.length; // a step with nothing to ask is passed over, and not counted
    const here = this.come.indexOf(at) + 1;
    setText(this.where, `${here} of ${of} · ${this.way[at - 1].title}`);
    this.marks.setAttribute("aria-label", `Step ${here} of ${of}`);
    const marks = this.come.map((step) => {
      const state = step < at || here === of ? "whole" : "open";
      return h("i", { "data-state": state, "data-here": step === at });
    });
    this.marks.replaceChildren(...marks);
  }

  // Until the step's form has drawn what it asks, or is left.
  drawn(place, signal) {
    const there = () => place.querySelector(".gop[data-drawn], :scope > [role=alert]"); // forms have alerts too
    return new Promise((done) => {
      if (there()) return done();
      const watch = new MutationObserver(() => there() && end());
      const end = () => (watch.disconnect(), done());
      watch.observe(place, { attributes: true, childList: true, subtree: true });
      return signal.addEventListener("abort", end);
    });
  }

  // Focus goes to the heading of the step, or to where the step's keys answer.
  arrive(place) {
    this.bring();
    const taken = !place.querySelector(".gop")?.dispatchEvent(new CustomEvent("gop-arrive", { cancelable: true }));
    if (!taken) (this.heading ?? place.querySelector("h3[tabindex]"))?.focus({ preventScroll: true });
  }

  // The step as a whole into sight, with how far it is above and Next below; where all is in sight nothing moves.
  bring() {
    const fits = this.view.root.offsetHeight < innerHeight - CHROME;
    this.view.root.scrollIntoView({ block: fits ? "nearest" : "start" });
  }

  close() {
    removeEventListener("popstate", this.follow);
    this.left?.abort();
    this.view.close();
  }
}

export default {
  render(context) {
    const form = new StartView(context);
    return () => form.close();
  },
};
