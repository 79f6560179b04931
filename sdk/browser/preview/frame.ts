import { showWith } from "../content/index.ts";
import type { Offered } from "../content/view.ts";

/** What the studio sends into the frame: the content to show, or nothing, and in which light. */
export type ShowMessage = { readonly sojourn: "show"; readonly offered: Offered | null; readonly dark: boolean };
/** What the frame tells the studio: that it is ready, or what a person did in it. */
export type FrameMessage =
  | { readonly sojourn: "ready" }
  | { readonly sojourn: "report"; readonly event: string; readonly step?: string };

/** Shows what the studio around this frame sends, with the code that shows it to people. */
export function startFrame(): void {
  const around = window.parent;
  let dark = false;
  const looks = new Set<() => void>();
  const tell = (message: FrameMessage) => around.postMessage(message, "*");
  keepFocusOutside();
  const renderer = showWith({
    win: pageWindow({ isDark: () => dark, onLook: (changed) => looks.add(changed) }),
    who: () => ({}),
    track: (event) => tell({ sojourn: "report", event }),
    report: (_, event, more) => tell({ sojourn: "report", event, ...(more as { step?: string }) }),
  });
  window.addEventListener("message", ({ source, data }: MessageEvent<ShowMessage | undefined>) => {
    if (source !== around || data?.sojourn !== "show") return;
    dark = data.dark;
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    for (const changed of looks) changed();
    renderer.show(data.offered ? [data.offered] : []);
  });
  tell({ sojourn: "ready" });
}

/** While somebody writes in the studio, content that appears does not take the focus out of their hands. */
function keepFocusOutside(): void {
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = function (options) {
    if (document.hasFocus()) focus.call(this, options);
  };
  const { showModal } = HTMLDialogElement.prototype;
  HTMLDialogElement.prototype.showModal = function () {
    // What is inert gets no focus when it opens.
    this.inert = !document.hasFocus();
    showModal.call(this);
    this.inert = false;
  };
}

type Look = { readonly isDark: () => boolean; readonly onLook: (changed: () => void) => void };

/** The window, except that its system is as light or dark as the studio says, and that links lead nowhere. */
const pageWindow = ({ isDark, onLook }: Look): Window =>
  new Proxy(window, {
    get(target, name) {
      if (name === "location") return { href: target.location.href, assign: () => {} };
      if (name === "open") return () => null;
      if (name === "matchMedia")
        return (query: string) => {
          if (!query.includes("prefers-color-scheme")) return target.matchMedia(query);
          return {
            get matches() {
              return isDark();
            },
            addEventListener: (_: string, changed: () => void) => onLook(changed),
          };
        };
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
