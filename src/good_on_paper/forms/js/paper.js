// The questions alone on paper, where no other page of the kit is at hand to put them on.

class Paper {
  constructor(sheet) {
    this.sheet = sheet;
    const print = mainButton("Print", () => this.send("print"));
    const save = quietButton("Save as a page", () => this.send("save", { format: "html" }));
    this.told = h("p", { class: "gop-told" });
    const foot = h("div", { class: "gop-foot" }, print, save);
    this.el = h("section", { class: "gop-onpaper", "aria-label": "On paper", hidden: true }, foot, this.told);
  }

  send(type, more = {}) {
    this.sheet.flush();
    this.put(type, more);
  }

  put(type, more) {
    this.sheet.view.channel.put({ type, ...more }, { durable: false, alone: true, lane: "paper" });
  }

  taken(message, sent) {
    if (message.path) offerFile(this.told, message.path, (type, more) => this.put(type, more));
    if (sent.type === "print" && message.html) printPage(this.sheet.view.root, message.html, "Questions to print");
  }
}
