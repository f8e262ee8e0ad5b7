// What became of the time between two jobs, a line a gap.

export default {
  render(context) {
    const { view } = new FewLines(context, {
      title: "Between jobs",
      offer: "There was some time between your jobs. What became of it?",
      open: "Say what became of it",
      again: "Look at what you said",
      follows: ["roles", "two_jobs"],
      rows: (view, { gaps, what, margin }) =>
        gaps.map(({ unit, name, long }) => new LineRow(view, unit, what, { heading: `${name} · ${long}`, choice: margin })),
    });
    return () => view.close();
  },
};
