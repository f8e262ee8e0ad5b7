// Runs the kit's own notebooks when they are opened and after their kernel was restarted, so that their forms
// are there without a word about cells. Written by hand in the shape that JupyterLab loads: a container that is
// given the shared modules and gives back plugins. Which notebooks are the kit's: see known.py.
(() => {
  const NAME = "good-on-paper";
  let shared;

  const load = async (module) => (await Object.values(shared[module])[0].get())();

  async function fingerprint(content) {
    const code = content.widgets.filter((cell) => cell.model.type === "code");
    const text = code.map((cell) => `${cell.model.sharedModel.getSource()}\0`).join("");
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  async function createPlugin() {
    const { INotebookTracker, NotebookActions } = await load("@jupyterlab/notebook");
    const { PageConfig } = await load("@jupyterlab/coreutils");
    const kit = JSON.parse(PageConfig.getOption("goodOnPaper") || "null");

    async function runIfOurs({ content, context, sessionContext }) {
      const folder = context.path.split("/").slice(0, -1).join("/");
      if (!kit || folder !== kit.folder || !kit.known.includes(await fingerprint(content))) return;
      await NotebookActions.runCells(content, content.widgets, sessionContext);
    }

    async function tend(panel) {
      const { context, sessionContext } = panel;
      await Promise.all([context.ready, sessionContext.ready, panel.revealed]);
      let answered = false; // this kernel has been at work
      let gone = false; // it has made way for another
      sessionContext.statusChanged.connect(async (_, status) => {
        if (status === "busy") answered = true;
        if (status.endsWith("restarting") || (status === "starting" && answered)) gone = true;
        if (!gone || !["starting", "idle"].includes(status)) return;
        gone = answered = false;
        await sessionContext.session?.kernel?.requestKernelInfo(); // it stays "starting" until it is asked
        await runIfOurs(panel);
      });
      await runIfOurs(panel);
    }

    return {
      id: `${NAME}:run`,
      autoStart: true,
      requires: [INotebookTracker],
      activate: (_, tracker) => {
        tracker.forEach((panel) => void tend(panel));
        tracker.widgetAdded.connect((_tracker, panel) => void tend(panel));
      },
    };
  }

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB[NAME] = {
    init: (scope) => {
      shared = scope;
    },
    get: async () => {
      const plugin = await createPlugin();
      return () => ({ __esModule: true, default: plugin });
    },
  };
})();
