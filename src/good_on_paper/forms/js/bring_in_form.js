// The form that brings in a file or pasted lines, on a page of its own.

export default {
  render(context) {
    const form = new BringInView(context);
    return () => form.close();
  },
};
