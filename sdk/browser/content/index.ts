import { openReports } from "./reports.ts";
import { Run } from "./run.ts";
import type { Given, Host, Offered, Renderer } from "./view.ts";

const CHECK_MS = 500;

/**
 * Shows what is offered: the most important first, one thing in one place, and nothing new beside what blocks the page.
 * Content whose target is not there leaves its place to others.
 */
export function open({ win, store, url, who, track }: Given): Renderer {
  const reports = openReports(win, store, url);
  // What an earlier page could not send.
  reports.again();
  win.addEventListener("online", reports.again);
  return showWith({
    ...{ win, track },
    report: (deliveryId, event, more) => reports.add(who(), { deliveryId, event, ...more }),
  });
}

/** The same, with reports and events going where `host` says. */
export function showWith(host: Host): Renderer {
  const { win } = host;
  const page = win.document;
  const heard = new WeakSet<Document>();
  let runs: Run[] = [];
  let timer = 0;
  let soon = 0;

  function check(): void {
    win.clearTimeout(timer);
    win.clearTimeout(soon);
    soon = 0;
    const taken = new Set<string>();
    let blocked = false;
    // What is shown keeps its place.
    for (const run of [...runs].sort((one, other) => Number(other.isShown) - Number(one.isShown))) {
      run.check(!taken.has(run.place) && (!blocked || run.isShown));
      if (!run.isShown) continue;
      taken.add(run.place);
      blocked ||= run.isBlocking;
      if (run.frame) hear(run.frame);
    }
    if (runs.some(({ ended }) => !ended)) timer = win.setTimeout(check, CHECK_MS);
  }

  /** Many changes of the page are one. */
  const checkSoon = () => {
    soon ||= win.setTimeout(check, 50);
  };

  function hear(document: Document): void {
    if (heard.has(document)) return;
    heard.add(document);
    document.addEventListener(
      "click",
      (event) => {
        const path = event.composedPath();
        // The page's own listeners come first.
        win.setTimeout(() => {
          for (const run of runs) run.clicked(path);
          check();
        }, 0);
      },
      true,
    );
  }

  hear(page);
  new MutationObserver(checkSoon).observe(page, {
    childList: true,
    subtree: true,
    attributeFilter: ["hidden", "open"],
  });

  return {
    show(content: readonly Offered[]): void {
      // Surveys are shown by a file of their own.
      const shown = content.filter(({ document: { parts } }) => parts.blocks ?? parts.steps ?? parts.items);
      const ids = new Set(shown.map(({ deliveryId }) => deliveryId));
      for (const run of runs) if (!ids.has(run.offered.deliveryId)) run.hide();
      const known = new Map(runs.map((run) => [run.offered.deliveryId, run]));
      runs = shown.map((one) => known.get(one.deliveryId) ?? new Run(one, host, checkSoon));
      for (const run of runs) if (!known.has(run.offered.deliveryId)) run.route();
      check();
    },
    route(): void {
      for (const run of runs) run.route();
      check();
    },
    tracked(event, properties): void {
      for (const run of runs) run.tracked(event, properties);
      check();
    },
  };
}
