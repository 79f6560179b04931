import { showWith } from "../content/index.ts";
import type { Offered, ReadyDocument } from "../content/view.ts";
import { PREVIEW } from "../preview-name.ts";
import { Panel } from "./panel.ts";
import { Picker } from "./pick.ts";
import { drop, dropToken, STANDING, takeToken } from "./token.ts";

type Link = {
  readonly mode: "pick" | "show";
  readonly name: string;
  readonly type: string;
  readonly document: ReadyDocument | null;
};

/** What authors see on a page that they opened by a link of the studio: their draft, or the means to pick an element. */
export async function preview(win: Window, address: string, key: string): Promise<void> {
  const token = takeToken(win);
  // The client may stand in the head of a page that is still being read.
  if (win.document.readyState === "loading")
    await new Promise((done) => win.addEventListener("DOMContentLoaded", done, { once: true }));
  const url = `${address}/sdk/preview?key=${key}`;
  const leave = () => {
    panel.close();
    dropToken(win);
  };
  const panel = new Panel(win.document);
  const leaving = { label: "Leave", does: leave };
  const link = await ask(
    win,
    `${url}&${new URLSearchParams({ token, languages: `${win.navigator.languages ?? ""}` })}`,
  );
  if (link === null) {
    // Of another hour or another site: it never works again.
    panel.say("This preview link does not hold any more", "Make another one in the editor.", [leaving]);
    return dropToken(win);
  }
  if (link.mode === "show") return show(win, panel, link, leave);
  new Picker({
    ...{ win, panel, leave, name: link.name },
    send: async (recipe, words) => {
      const picked = { ...recipe, words: words.slice(0, 200), url: win.location.href.slice(0, 2_000) };
      const body = JSON.stringify({ token, picked });
      const answer = await win.fetch(url, { method: "POST", body, credentials: "omit" }).catch(() => null);
      return answer?.ok ?? false;
    },
  });
}

const ask = async (win: Window, url: string): Promise<Link | null> => {
  const answer = await win.fetch(url, { credentials: "omit" }).catch(() => null);
  return answer?.ok ? (await answer.json()).data : null;
};

const REASONS: Readonly<Record<string, string>> = {
  waiting_for_target: "It waits for its element",
  gave_up: "Its element was not found",
  completed: "It was completed",
  dismissed: "It was dismissed",
};

/** Shows the draft as visitors would see it. Nothing that happens to it is reported. */
function show(win: Window, panel: Panel, { name, type, document }: Link, leave: () => void): void {
  const title = `Preview of “${name}”`;
  const renderer = showWith({
    win,
    who: () => ({}),
    track: () => {},
    report: (_, event, more) => {
      const { reason = "" } = { ...more } as { reason?: string };
      if (REASONS[event]) panel.tell(`${REASONS[event]}${reason ? `: ${reason}` : ""}.`);
    },
  });
  const deliveryId = PREVIEW;
  const offered: Offered[] = document ? [{ deliveryId, key: PREVIEW, type, step: null, done: [], document }] : [];
  const begin = () => {
    renderer.show([]);
    drop(win, STANDING);
    renderer.show(offered);
    panel.tell(ONLY_YOU);
  };
  const choices = [
    { label: "Start again", does: begin },
    {
      label: "Leave",
      does: () => {
        renderer.show([]);
        leave();
      },
    },
  ];
  panel.say(title, document ? ONLY_YOU : "The draft has an error, so it cannot be shown.", choices);
  renderer.show(offered);
}

const ONLY_YOU = "Only you see this. Save the draft and load the page again to see a change.";
