// Runs the kit's own notebooks when they are opened and after their kernel was restarted, so that their forms
// are there without a word about cells. Written by hand in the shape that JupyterLab loads: a container that is
// given the shared modules and gives back plugins. Which notebooks are the kit's: see known.py.
(() => {
  const NAME = "good-on-paper";
  const ASK_EVERY_MS = 10_000; // a kernel restarted from elsewhere may not have been heard
  const KERNEL_SAYS = ["starting", "busy", "idle"]; // the server says "restarting" and "dead" in its place
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
  const FOCUSABLE = "button:not([aria-disabled='true']), input, select, textarea, a[href], [tabindex='0']";
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

    async function runIfOurs(panel, asSaved = !panel.context.model.dirty) {
      if (!(await isOurs(panel))) return;
      const { model } = panel.context;
      await NotebookActions.runCells(panel.content, panel.content.widgets, panel.sessionContext);
      if (asSaved) model.dirty = false; // what cells show is never saved, so leaving need not warn of it
    }

    async function ask({ session }) {
      try {
        await session?.kernel?.requestKernelInfo();
      } catch {
        // it is gone or cut off: JupyterLab says so itself, and the next one is asked in its turn
      }
    }

    // Beside the forms a letter would add, turn or move cells, and Enter would open the code: here letters do
    // nothing, and Enter steps into what the cell shows. The menus and a click do what they always do.
    function keepKeysHarmless(event) {
      const { target, key } = event;
      const panel = target.closest?.(".gop-notebook");
      const still = panel && !target.closest("input, textarea, select, button, a, [contenteditable], .jp-OutputArea");
      if (!still || event.ctrlKey || event.metaKey || event.altKey) return;
      if (key === "Enter" && !event.shiftKey) {
        event.preventDefault();
        target.closest(".jp-Cell")?.querySelector(`.jp-OutputArea :is(${FOCUSABLE})`)?.focus();
      } else if (key.length > 1 || key === " ") return;
      event.stopImmediatePropagation();
    }

    async function makeRoom(panel, shell) {
      await panel.context.ready;
      if (!(await isOurs(panel))) return;
      panel.addClass("gop-notebook");
      panel.toolbar.hide();
      shell.collapseLeft?.();
      shell.collapseRight?.();
    }

    async function tend(panel, shell) {
      const { context, sessionContext } = panel;
      void makeRoom(panel, shell);
      await Promise.all([context.ready, sessionContext.ready, panel.revealed]);
      // Each kernel process signs what it says with an id of its own. Its "starting" can get lost on the way.
      let speaker;
      sessionContext.iopubMessage.connect((_, { header, content }) => {
        if (header.msg_type !== "status" || !KERNEL_SAYS.includes(content.execution_state)) return;
        const another = speaker !== undefined && speaker !== header.session;
        speaker = header.session;
        if (another) void runIfOurs(panel);
      });
      sessionContext.statusChanged.connect((_, status) => {
        if (status === "starting") void ask(sessionContext); // it says nothing more until it is asked
      });
      const asking = setInterval(() => document.hidden || void ask(sessionContext), ASK_EVERY_MS);
      panel.disposed.connect(() => clearInterval(asking));
      await runIfOurs(panel, true);
    }

    return {
      id: `${NAME}:run`,
      autoStart: true,
      requires: [INotebookTracker],
      activate: ({ shell }, tracker) => {
        const style = document.createElement("style");
        style.textContent = QUIET;
        document.head.append(style);
        window.addEventListener("keydown", keepKeysHarmless, true); // JupyterLab listens on the document
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
