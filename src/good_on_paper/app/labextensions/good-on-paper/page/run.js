// Runs the kit's own notebooks when they are opened and after their kernel was restarted, so that their forms
// are there without a word about cells. Written by hand in the shape that JupyterLab loads: a container that is
// given the shared modules and gives back plugins. Which notebooks are the kit's: see known.py.
(() => {
  const NAME = "good-on-paper";
  const NEXT_AFTER_PAGE_MS = 500;
  const NEXT_AFTER_SAVE_MS = 3_000; // it costs the kernel a moment: who goes on answering does not wait for it
  const BAR_WITHIN_MS = 10_000;
  const ASK_EVERY_MS = 10_000; // a kernel restarted from elsewhere may not have been heard
  const KERNEL_SAYS = ["starting", "busy", "idle"]; // the server says "restarting" and "dead" in its place
  const FOCUSABLE = "button:not([aria-disabled='true']), input, select, textarea, a[href], [tabindex='0']";
  const WAIT = "One moment: this page is being made ready.";
  const ALL = "Show All of JupyterLab";
  const GONE = "The kit does not answer. Was it closed? Start it again and load this page; what is saved is kept.";
  const NEWER = "You opened this page in another tab too. What you answer there does not show here by itself.";
  const BAR = ".jp-WindowedPanel-outer > .gop-nav";
  const HERE = document.currentScript.src;
  let shared;

  const load = async (module) => (await Object.values(shared[module])[0].get())();

  async function fingerprint(content) {
    const code = content.widgets.filter((cell) => cell.model.type === "code");
    const text = code.map((cell) => `${cell.model.sharedModel.getSource()}\0`).join("");
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  // A person reads and answers on a page of the kit: what is for writing notebooks steps back there, and one
  // entry in the menu of its bar brings all of it back. Elsewhere JupyterLab is as it always is.
  class Calm {
    constructor({ shell, commands }, menus) {
      Object.assign(this, { shell, menus, ours: new Set(), fresh: new Set(), all: false, undo: null });
      commands.addCommand(`${NAME}:all`, {
        label: ALL,
        isToggled: () => this.all,
        isVisible: () => this.ours.has(shell.currentWidget),
        execute: () => {
          this.all = !this.all;
          this.update();
        },
      });
      menus?.viewMenu.addGroup([{ command: `${NAME}:all` }], -1);
      shell.currentChanged?.connect(() => this.update());
    }

    add(panel) {
      this.ours.add(panel);
      this.fresh.add(panel);
      const settled = () => this.fresh.delete(panel) && this.update();
      const timer = setTimeout(settled, BAR_WITHIN_MS);
      panel.disposed.connect(() => (clearTimeout(timer), this.fresh.delete(panel), this.ours.delete(panel)));
      this.shell.collapseLeft?.();
      this.shell.collapseRight?.();
      this.update();
    }

    update() {
      const calm = this.ours.has(this.shell.currentWidget) && !this.all;
      for (const panel of this.ours) panel.toolbar.setHidden(!this.all);
      this.changed?.();
      const hasBar = calm && this.shell.currentWidget.node.querySelector(BAR);
      this.showMenus(!calm || !(hasBar || this.fresh.has(this.shell.currentWidget)));
      if (calm === Boolean(this.undo)) return;
      document.body.classList.toggle("gop-calm", calm);
      if (calm) this.undo = this.quieten();
      else this.undo = this.undo();
    }

    // JupyterLab's own menus: a page has its bar, and only one that got none needs them to be made again.
    showMenus(shown) {
      const strip = [...(this.shell.layout?.widgets ?? [])].find(({ id }) => id === "jp-menu-panel");
      if (strip && strip.isHidden === shown) strip.setHidden(!shown);
    }

    // Puts away what is in sight and gives back how to bring exactly that back.
    quieten() {
      const { shell, menus } = this;
      const back = [];
      for (const side of ["left", "right"]) {
        if (!shell.isSideTabBarVisible?.(side)) continue;
        shell.toggleSideTabBarVisibility(side);
        back.push(() => shell.isSideTabBarVisible(side) || shell.toggleSideTabBarVisibility(side));
      }
      if (shell.mode === "single-document" && shell.isTopInSimpleModeVisible?.()) {
        shell.toggleTopInSimpleModeVisibility();
        back.push(() => shell.isTopInSimpleModeVisible() || shell.toggleTopInSimpleModeVisibility());
      }
      for (const widget of shell.widgets("bottom")) {
        if (widget.isHidden) continue;
        widget.hide();
        back.push(() => widget.show());
      }
      if (menus) {
        const every = [...menus.menus];
        const kept = [menus.viewMenu, menus.runMenu];
        for (const menu of every) if (!kept.includes(menu)) menus.removeMenu(menu);
        back.push(() => every.forEach((menu, place) => menus.insertMenu(place, menu)));
      }
      return () => {
        for (const bring of back) bring();
        return null;
      };
    }
  }

  // Who presses with a pointer sees where that is; a frame around the whole block is for who goes by keys.
  const byPointer = (is) => document.body.classList.toggle("gop-by-pointer", is);
  document.addEventListener("pointerdown", () => byPointer(true), true);
  document.addEventListener("keydown", ({ key }) => /^(Tab|Escape|Arrow)/.test(key) && byPointer(false), true);

  async function createPlugins() {
    const { INotebookTracker, NotebookActions } = await load("@jupyterlab/notebook");
    const { PageConfig, URLExt } = await load("@jupyterlab/coreutils");
    const { IMainMenu } = await load("@jupyterlab/mainmenu");
    const { ConnectionLost, IConnectionLost, IRouter } = await load("@jupyterlab/application");
    const { ServerConnection } = await load("@jupyterlab/services");
    const { placeBar, say, showNext } = await import(new URL("bar.js", HERE));
    const { askKernel, menuOf } = await import(new URL("menu.js", HERE));
    const { goTo } = await import(new URL("goto.js", HERE));
    const { bringBack, leaveOutEmpty } = await import(new URL("on_paper.js", HERE));
    const kit = JSON.parse(PageConfig.getOption("goodOnPaper") || "null");
    const folderOf = (path) => path.split("/").slice(0, -1).join("/");
    const nameOf = ({ context }) => context.path.split("/").at(-1).replace(/^\d+ |\.ipynb$/g, "");
    const numberOf = ({ context }) => context.path.split("/").at(-1).slice(0, 2);
    const tabs = new BroadcastChannel(NAME);
    const here = crypto.randomUUID();
    let app;
    let calm;

    async function isOurs({ content, context }) {
      return kit && folderOf(context.path) === kit.folder && kit.known.includes(await fingerprint(content));
    }

    async function runIfOurs(panel, asSaved = !panel.context.model.dirty) {
      if (!(await isOurs(panel))) return;
      const { model } = panel.context;
      const code = panel.content.widgets.filter((cell) => cell.model.type === "code");
      const run = (cells) => NotebookActions.runCells(panel.content, cells, panel.sessionContext);
      const head = run(code.slice(0, 1)).then((ran) => ran && (showBar(panel), true));
      const ran = (await run(code.slice(1))) && (await head);
      panel.toggleClass("gop-stuck", !ran); // then what to do about it is in sight
      if (asSaved) model.dirty = false; // what cells show is never saved, so leaving need not warn of it
    }

    async function makeAgain(panel) {
      if (await isOurs(panel)) return runIfOurs(panel);
      await NotebookActions.runAll(panel.content, panel.sessionContext); // one whose code was changed
      return showBar(panel);
    }

    function showBar(panel) {
      const [number, runAgain] = [numberOf(panel), () => void makeAgain(panel)];
      const entries = menuOf(panel, { number, people: kit.people, runAgain, showAll, shutDown, gone: GONE });
      placeBar(panel.node, entries, !document.body.classList.contains("gop-here"));
      calm.update();
      document.body.classList.add("gop-here");
    }

    // What comes next is told by the kernel, anew once something was saved or another page is in sight.
    async function tellNext() {
      const panel = app.shell.currentWidget;
      if (!calm?.ours.has(panel) || !panel.node.querySelector(BAR)) return;
      const open = (name) => app.commands.execute("docmanager:open", { path: `${kit.folder}/${name}.ipynb` });
      showNext(panel.node, await askKernel(panel, "bar", `onward("${numberOf(panel)}")`), open);
    }

    function followNext() {
      let soon;
      const ask = (wait) => () => {
        clearTimeout(soon);
        soon = setTimeout(() => void tellNext().catch(() => {}), wait); // a kernel that is gone says so elsewhere
      };
      document.addEventListener("good-on-paper-saved", ask(NEXT_AFTER_SAVE_MS));
      app.shell.currentChanged?.connect(ask(NEXT_AFTER_PAGE_MS));
    }

    const showAll = () => void app.commands.execute(`${NAME}:all`);

    async function shutDown() {
      const settings = app.serviceManager.serverSettings;
      await ServerConnection.makeRequest(URLExt.join(settings.baseUrl, "api/shutdown"), { method: "POST" }, settings);
    }

    // A link to one picture of a page opens the page as every link does, and says which picture it is.
    const openOf = (page) => [...(calm?.ours ?? [])].find(({ context }) => context.path.endsWith(`${page}.ipynb`));
    const followPictures = () => addEventListener("good-on-paper-go", ({ detail }) => goTo(openOf, detail));

    // The tab says the page and whose it is, not JupyterLab; that writes its own name whenever something changes.
    function nameTab() {
      const update = () => {
        const panel = app.shell.currentWidget;
        if (!calm?.ours.has(panel)) return;
        const title = `${nameOf(panel)} · ${kit.person || "Good on Paper"}`;
        if (document.title !== title) document.title = title;
      };
      new MutationObserver(update).observe(document.querySelector("title"), { childList: true });
      app.shell.currentChanged?.connect(update);
      return update;
    }

    // What JupyterLab says of a lost server in a window of its own, a page of the kit says where it matters.
    async function sayLost(...said) {
      for (const panel of calm?.ours ?? []) say(panel.node, "lost", GONE);
      if (!calm?.undo) await ConnectionLost(...said);
    }

    // Of two tabs with one page the older says so, and takes what the newer has on a press.
    function watchOtherTabs(panel) {
      const told = ({ data: { page, tab } }) => {
        if (page !== panel.context.path || tab === here) return;
        const show = () => {
          say(panel.node, "newer", "");
          void runIfOurs(panel);
        };
        say(panel.node, "newer", NEWER, ["Show it here", show]);
      };
      tabs.addEventListener("message", told);
      panel.disposed.connect(() => tabs.removeEventListener("message", told));
      tabs.postMessage({ page: panel.context.path, tab: here });
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

    async function makeRoom(panel) {
      await panel.context.ready;
      if (!(await isOurs(panel))) {
        document.body.classList.add("gop-here");
        return () => {};
      }
      panel.addClass("gop-notebook");
      calm.add(panel);
      watchOtherTabs(panel);
      const wait = document.createElement("p");
      wait.className = "gop-waiting";
      wait.setAttribute("role", "status");
      wait.textContent = WAIT;
      panel.content.widgets.find((cell) => cell.model.type === "code")?.node.append(wait);
      return () => wait.remove();
    }

    async function tend(panel) {
      const { context, sessionContext } = panel;
      const made = makeRoom(panel);
      await Promise.all([context.ready, sessionContext.ready, panel.revealed]);
      // that the kernel died and is back: the page is made anew, which says it
      sessionContext.statusChanged.disconnect(panel._onSessionStatusChanged, panel);
      sessionContext.connectionStatusChanged.connect((_, status) => {
        if (status === "connected") say(panel.node, "lost", "");
      });
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
      await runIfOurs(panel, true).finally(async () => (await made)());
    }

    // Paper is light, whatever the theme; page.css says the rest of how a page of the kit is printed.
    function printLight() {
      const { dataset } = document.body;
      let theme;
      let panel;
      addEventListener("beforeprint", () => {
        panel = document.querySelector(".gop-notebook:not(.lm-mod-hidden)");
        if (!panel) return;
        theme ??= dataset.jpThemeLight;
        dataset.jpThemeLight = "true";
        leaveOutEmpty(panel);
      });
      addEventListener("afterprint", () => {
        if (panel) bringBack(panel);
        if (theme !== undefined) dataset.jpThemeLight = theme;
        theme = undefined;
      });
    }

    // The browser's own keys print as the menu of the page does: charts that were not near the window are drawn first.
    async function printByKeys(event) {
      const { shell } = app;
      const isPrint = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "p";
      if (!isPrint || !calm.ours.has(shell.currentWidget)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const { node } = shell.currentWidget;
      const { printPage } = await import(new URL("menu.js", HERE));
      await printPage(node);
    }

    // A page of the kit opened by its address is the one that is shown. JupyterLab would first open again what was
    // in sight the last time, and on a slow computer that stays for a while: so nothing of it is kept or asked for.
    function openNothingElse({ workspaces }) {
      if (!kit || folderOf(PageConfig.getOption("treePath")) !== kit.folder) {
        document.body.classList.add("gop-here");
        return;
      }
      workspaces.save = async () => {};
      workspaces.fetch = async (id) => ({ data: {}, metadata: { id } });
    }

    // The browser's Back and Forward go to the page that the address names. JupyterLab alone leaves the window where
    // it is; and it writes the address anew for the page it is on already, and while that page is still being opened
    // for its folder, which would cut off the way forward and the step that the address names.
    function followAddress({ commands, shell }, router) {
      if (!kit || !router) return;
      const pathOf = ({ pathname }) => decodeURIComponent(pathname).split("/tree/")[1] ?? "";
      const navigate = router.navigate.bind(router);
      let arrived = false;
      shell.currentChanged?.connect((_, { newValue }) => (arrived ||= Boolean(newValue)));
      router.navigate = (path, options) => {
        const to = new URL(path, location.href);
        const [here, there] = [pathOf(location), pathOf(to)];
        if (!arrived && folderOf(here) === there && there === kit.folder) return undefined;
        if (!options?.skipRouting || here !== there) return navigate(path, options);
        return history.replaceState(history.state, "", to.pathname + location.hash); // without the token that let one in
      };
      addEventListener("popstate", () => {
        const path = pathOf(location);
        if (folderOf(path) !== kit.folder || !path.endsWith(".ipynb")) return;
        if (shell.currentWidget?.context?.path !== path) void commands.execute("docmanager:open", { path });
      });
    }

    const lost = { id: `${NAME}:lost`, autoStart: true, provides: IConnectionLost, activate: () => sayLost };
    const run = {
      id: `${NAME}:run`,
      autoStart: true,
      requires: [INotebookTracker],
      optional: [IMainMenu, IRouter],
      activate: (lab, tracker, menus, router) => {
        app = lab;
        const style = document.createElement("link");
        style.rel = "stylesheet";
        style.href = URLExt.join(PageConfig.getOption("fullLabextensionsUrl"), NAME, "page/page.css");
        document.head.append(style);
        openNothingElse(app.serviceManager);
        followAddress(app, router);
        printLight();
        followPictures();
        followNext();
        calm = new Calm(app, menus);
        calm.changed = nameTab();
        window.addEventListener("keydown", keepKeysHarmless, true); // JupyterLab listens on the document
        window.addEventListener("keydown", (event) => void printByKeys(event), true);
        tracker.forEach((panel) => void tend(panel));
        tracker.widgetAdded.connect((_tracker, panel) => void tend(panel));
      },
    };
    return [lost, run];
  }

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB[NAME] = {
    init: (scope) => {
      shared = scope;
    },
    get: async () => {
      const plugins = await createPlugins();
      return () => ({ __esModule: true, default: plugins });
    },
  };
})();
