// What gets you through the day, in three lines, the best first.

export default {
  render(context) {
    const { view } = new FewLines(context, {
      title: "What gets you through the day",
      offer: "What gets you through a dull day, in three lines, the best first.",
      open: "Write them down",
      again: "Look at your three lines",
      rows: (view, { person, fields }) => fields.map((spec) => new LineRow(view, person, spec)),
    });
    return () => view.close();
  },
};
