// Runs the kit's own notebooks when they are opened and after their kernel was restarted, so that their forms
// are there without a word about cells. Written by hand in the shape that JupyterLab loads: a container that is
// given the shared modules and gives back plugins. Which notebooks are the kit's: see known.py.
(() => {
  const NAME = "good-on-paper";
  // A person reads and answers here; what is for writing notebooks steps back. Code stays one click away.
  const QUIET = `
    .gop-notebook :is(.jp-InputPrompt, .jp-OutputPrompt, .jp-cell-toolbar, .jp-Notebook-footer) { display: none; }
    /* lies over the prompt, which is gone: without this it would take clicks meant for what the cell shows */
    .gop-notebook .jp-OutputArea-promptOverlay { display: none; }
    .gop-notebook .jp-Placeholder { min-block-size: 0; opacity: 0.6; }
    .gop-notebook .jp-Placeholder:is(:hover, :focus-within) { opacity: 1; }
    .gop-notebook .jp-Placeholder-content { flex: 0 1 auto; border-color: transparent; background: none; }
    .gop-notebook .jp-Placeholder-contentContainer { font-size: 11px; }
    .gop-notebook .jp-Notebook .jp-Cell.jp-mod-active.jp-mod-selected { box-shadow: none; }
    .gop-notebook .jp-Notebook .jp-MarkdownCell.jp-mod-active .jp-MarkdownOutput { border-color: transparent; }
    .gop-notebook .jp-Notebook .jp-Cell :is(.jp-InputCollapser, .jp-OutputCollapser) { background: none; }
    .gop-notebook .jp-Notebook .jp-Cell.jp-mod-active :is(.jp-InputCollapser, .jp-OutputCollapser) {
      background: linear-gradient(to right, var(--jp-brand-color1) 2px, transparent 2px);
    }
    .gop-notebook .jp-MarkdownCell { max-inline-size: 900px; }
  `;
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

    async function isOurs({ content, context }) {
      const folder = context.path.split("/").slice(0, -1).join("/");
      return kit && folder === kit.folder && kit.known.includes(await fingerprint(content));
    }

    async function runIfOurs(panel) {
      if (!(await isOurs(panel))) return;
      await NotebookActions.runCells(panel.content, panel.content.widgets, panel.sessionContext);
    }

    async function makeRoom(panel, shell) {
      await panel.context.ready;
      if (!(await isOurs(panel))) return;
      panel.addClass("gop-notebook");
      shell.collapseLeft?.();
      shell.collapseRight?.();
    }

    async function tend(panel, shell) {
      const { context, sessionContext } = panel;
      void makeRoom(panel, shell);
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
      activate: ({ shell }, tracker) => {
        const style = document.createElement("style");
        style.textContent = QUIET;
        document.head.append(style);
        tracker.forEach((panel) => void tend(panel, shell));
        tracker.widgetAdded.connect((_tracker, panel) => void tend(panel, shell));
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
