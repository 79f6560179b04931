import { openSurveys } from "./load-surveys.ts";
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
    ...{ win, track, who },
    report: (deliveryId, event, more, isLeaving) => reports.add(who(), { deliveryId, event, ...more }, isLeaving),
  });
}

/** The same, with reports and events going where `host` says. */
export function showWith(host: Host & Pick<Given, "who">): Renderer {
  const { win, who } = host;
  const page = win.document;
  const heard = new WeakSet<Document>();
  let runs: Run[] = [];
  let timer = 0;
  let soon = 0;
  let offered: readonly Offered[] = [];
  let shownTo = "";

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
    const clicked = (path: readonly EventTarget[]) => {
      for (const run of runs) run.clicked(path);
      check();
    };
    // The page's own listeners come first.
    document.addEventListener("click", (event) => win.setTimeout(clicked, 0, event.composedPath()), true);
  }

  const surveys = openSurveys(() => show(offered));

  function show(content: readonly Offered[]): void {
    offered = content;
    const shown = surveys.showable(content);
    const person = JSON.stringify(who());
    if (person !== shownTo) for (const run of runs) run.leave();
    shownTo = person;
    runs = renewed(runs, shown, (one) => new Run(one, host, checkSoon, surveys.present));
    check();
  }

  hear(page);
  new MutationObserver(checkSoon).observe(page, {
    childList: true,
    subtree: true,
    attributeFilter: ["hidden", "open"],
  });

  return {
    show,
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

/** The runs of what is shown now: those there are go on, new ones begin, and a survey that says thanks stays. */
function renewed(runs: readonly Run[], shown: readonly Offered[], make: (one: Offered) => Run): Run[] {
  const ids = new Set(shown.map(({ deliveryId }) => deliveryId));
  const gone = runs.filter(({ offered }) => !ids.has(offered.deliveryId));
  for (const run of gone) if (!run.lingers) run.retire();
  const known = new Map(runs.map((run) => [run.offered.deliveryId, run]));
  const all = shown.map((one) => known.get(one.deliveryId) ?? make(one));
  for (const run of all) if (!known.has(run.offered.deliveryId)) run.route();
  return [...all, ...gone.filter(({ lingers }) => lingers)];
}
