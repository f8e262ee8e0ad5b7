// What comes next, in one's own order, and every choice the kit made, to change here.

const YOUR_ORDER = "What comes next, in your order";
const EVERY_CHOICE = "Every choice we made for you";
const OURS = "This is our order. An interview that is soon comes before it. Move a page, and the order is yours.";
const YOURS = "Your order. We send you to the first page on it where something waits.";

class SteeringView {
  constructor({ model, el }) {
    this.view = new FormView(model, el, {
      title: "Steering",
      state: (state) => this.load(state),
      cell: () => this.show(),
    });
    this.view.root.classList.add("gop-steering");
  }

  load(state) {
    this.state = state;
    if (!this.list) this.build();
    this.show();
  }

  build() {
    this.unit = this.state.person;
    this.order = new Cell(this, KEY.NEXT_ORDER);
    this.told = h("p", { class: "gop-hint" });
    this.ol = h("ol", { class: "gop-next-list", "aria-label": YOUR_ORDER });
    this.list = new KeyedList(this.ol, (number) => new NextRow(this, number));
    this.others = h("p", { class: "gop-next-others" });
    this.ours = quietButton("Back to our order", () => this.order.clear());
    const next = details(YOUR_ORDER, [this.told, this.ol, this.others, this.ours]);
    this.choices = new ChoiceList(this);
    const every = details(EVERY_CHOICE, [this.choices.el]);
    this.view.body.append(next, every);
  }

  get numbers() {
    return this.order.value ?? this.state.ours;
  }

  put(numbers) {
    this.order.give({ value: numbers });
  }

  move(number, to) {
    const others = this.numbers.filter((one) => one !== number);
    if (to < 0 || to > others.length) return;
    this.put([...others.slice(0, to), number, ...others.slice(to)]);
  }

  show() {
    if (!this.list) return;
    const titles = new Map(this.state.pages);
    const numbers = this.numbers.filter((number) => titles.has(number));
    this.order.show(this.told);
    this.list.show(numbers);
    this.list.rows.forEach((row, place) => row.show(place, numbers.length));
    const left = [...titles].filter(([number]) => !numbers.includes(number));
    const add = ([number, title]) => quietButton(`+ ${withoutNumber(title)}`, () => this.put([...numbers, number]));
    this.others.replaceChildren(...(left.length ? ["Not on the list: ", ...left.map(add)] : []));
    setText(this.told, this.order.value ? YOURS : OURS);
    this.ours.hidden = !this.order.value;
    this.choices.show(this.state.choices);
  }

  close() {
    this.view.close();
  }
}

// A page on the list: moved by its arrows, by Alt and an arrow key, or drawn by its number.
class NextRow {
  constructor(sheet, number) {
    Object.assign(this, { sheet, number });
    const title = withoutNumber(new Map(sheet.state.pages).get(number));
    this.place = h("span", { class: "gop-rank", draggable: "true" });
    this.up = iconButton("↑", `${title}: move up`, () => sheet.move(number, this.at - 1));
    this.down = iconButton("↓", `${title}: move down`, () => sheet.move(number, this.at + 1));
    this.off = iconButton("×", `${title}: take off the list`, () => this.leave());
    this.el = h("li", {}, this.place, h("span", { class: "gop-next-title", text: title }), this.up, this.down, this.off);
    this.el.addEventListener("keydown", (event) => this.onKey(event));
    this.place.addEventListener("dragstart", (event) => {
      sheet.drawn = this;
      event.dataTransfer.setData("text/plain", title);
      event.dataTransfer.setDragImage(this.el, 0, 0);
    });
    this.place.addEventListener("dragend", () => (sheet.drawn = null));
    this.el.addEventListener("dragover", (event) => sheet.drawn && event.preventDefault());
    this.el.addEventListener("drop", (event) => {
      if (!sheet.drawn) return;
      event.preventDefault();
      sheet.move(sheet.drawn.number, this.at);
    });
  }

  onKey(event) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by || !event.altKey) return;
    event.preventDefault();
    this.sheet.move(this.number, this.at + by);
  }

  leave() {
    const { sheet } = this;
    const next = sheet.list.rows[this.at + 1] ?? sheet.list.rows[this.at - 1];
    sheet.put(sheet.numbers.filter((one) => one !== this.number));
    (next?.off ?? sheet.ours).focus();
  }

  show(place, all) {
    this.at = place;
    setText(this.place, String(place + 1));
    this.sheet.view.able(this.up, place > 0);
    this.sheet.view.able(this.down, place < all - 1);
    this.sheet.view.able(this.off, all > 1);
  }
}

export default {
  render(context) {
    const page = new SteeringView(context);
    return () => page.close();
  },
};
