// Jobs on the way through the start page: pasted one a line, or a file; then they are listed, and one goes on.

const NAMED_WORDS = {
  title: "Your jobs",
  pick: "Which jobs have you had?",
  hint: "One job on each line, in any order, with the years if you know them. Skip any you like.",
  paste: "Your jobs, one on each line",
  file: "Or a file: a CV (PDF, Word or JSON), LinkedIn’s copy of your data, or a table (CSV, Excel)",
};

const SAVED_JOBS = "Saved. You can add what is missing later, in Your work so far.";

class JobsNamedView extends BringInView {
  constructor(context) {
    super(context, NAMED_WORDS);
    this.view.root.classList.add("gop-named");
    this.view.root.addEventListener("gop-leave", (event) => this.onLeave(event));
    this.view.root.addEventListener("gop-arrive", (event) => this.arrive(event));
  }

  load(state) {
    this.jobs = state.jobs;
    if (this.jobs.length && (this.screen === "jobs" || this.idle)) return this.showJobs(false);
    return super.load(state);
  }

  // One has come to this step to type: the field has the focus, and the question is said.
  arrive(event) {
    if (this.screen !== "pick") return;
    event.preventDefault();
    this.text.focus({ preventScroll: true });
    this.view.say(this.words.pick);
  }

  // Nothing is being named here: what has come back to the list is shown.
  get idle() {
    if (this.screen !== "pick" || this.adding || this.problem.textContent) return false;
    return !this.text.value && this.text !== document.activeElement;
  }

  showPick(problem, focus = true) {
    if (this.jobs.length && !this.adding && !problem) return this.showJobs(focus);
    super.showPick(problem, focus && Boolean(problem));
    const panel = this.heading.parentElement;
    panel.append(this.zone); // what is quickest stands first
    if (focus && !problem) this.text.focus();
    if (!this.jobs.length || problem) return undefined;
    const back = quietButton("Back to the list", () => ((this.adding = false), this.showJobs(true)));
    this.text.parentElement.querySelector(".gop-actions").append(back);
    return undefined;
  }

  taken(message, sent) {
    if (sent.type === "undo") this.receipt = null; // no longer saved
    super.taken(message, sent);
  }

  show(screen, ...more) {
    this.view.root.dataset.screen = screen;
    super.show(screen, ...more);
  }

  // Going on with lines just typed means these lines: they are looked at, brought in, and then one is further.
  onLeave(event) {
    const typed = this.screen === "pick" && this.text.value.trim();
    const looked = this.screen === "look" && this.chosen().length;
    if (!typed && !looked && this.screen !== "looking") return;
    event.preventDefault();
    this.onward ||= Boolean(typed);
    if (typed) this.lookAtText();
    if (looked) this.bringIn();
  }

  putAway() {
    this.onward = false;
    super.putAway();
    if (this.screen === "pick") this.text.focus();
  }

  showReceipt(receipt) {
    this.adding = false;
    this.receipt = receipt;
    this.channel.ask("refresh");
    this.screen = "jobs"; // the list comes with what is asked for here
    this.arrived = !this.onward;
    if (this.onward) this.view.root.dispatchEvent(new CustomEvent("gop-next", { bubbles: true }));
    this.onward = false;
  }

  showJobs(focus) {
    const arrived = this.arrived;
    this.arrived = false;
    const more = plainButton("Add more", () => ((this.adding = true), this.showPick("")));
    const rows = this.jobs.map((job) => {
      const words = [job.detail, job.place && `in ${job.place}`, job.missing].filter(Boolean).join(" · ");
      const detail = words ? h("span", { class: "gop-more", dir: "auto", text: words }) : null;
      return h("li", {}, h("span", { class: "gop-name", dir: "auto", text: job.name }), " ", detail);
    });
    const list = h("ul", { class: "gop-joblist" }, ...rows);
    const told = h("p", { class: "gop-hint", role: "status", text: this.receipt ? SAVED_JOBS : "" });
    const heading = this.jobs.length === 1 ? "Your job so far" : `Your ${this.jobs.length} jobs so far`;
    this.show("jobs", heading, focus || arrived, told, list, h("div", { class: "gop-actions" }, more));
  }
}

export default {
  render(context) {
    const form = new JobsNamedView(context);
    return () => form.close();
  },
};
