import { sheetOf } from "../content/style.ts";
import type { AskedParts, ReadyDocument } from "../content/view.ts";
import { ask } from "./index.ts";

/** A survey that is made ready. */
type Previewed = Pick<ReadyDocument, "language" | "rightToLeft" | "theme"> & { readonly parts: object };

/**
 * Draws a survey inside of an element, as pages show it but in the flow of the page, so that its author sees it; nothing is
 * reported. `start` is the question that is asked first. Returns a function that takes it off.
 */
export function previewSurvey(
  place: HTMLElement,
  ready: Previewed,
  { start, isDark }: { readonly start: string | null; readonly isDark: boolean },
): () => void {
  const page = place.ownerDocument;
  const win = page.defaultView;
  const { parts } = ready;
  if (!win || !isAsked(parts)) return () => {};
  const host = page.createElement("div");
  const surface = page.createElement("div");
  const draw = () => surface.replaceChildren(...asked.draw());
  const asked = ask(win, parts, start, { redraw: draw, answer: () => {}, finish: () => {} });
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheetOf(page), asked.sheet];
  surface.className = "s survey";
  surface.lang = ready.language;
  surface.dir = ready.rightToLeft ? "rtl" : "ltr";
  paint(surface, ready, isDark);
  root.append(surface);
  place.append(host);
  draw();
  return () => {
    asked.drop();
    host.remove();
  };
}

const isAsked = (parts: object): parts is AskedParts => "questions" in parts && "said" in parts;

function paint({ style }: HTMLElement, { theme }: Previewed, isDark: boolean): void {
  const { light, dark, radius, font } = theme;
  for (const [name, colour] of Object.entries(isDark && dark ? dark : light)) style.setProperty(`--${name}`, colour);
  style.setProperty("--radius", `${radius}px`);
  style.setProperty("--font", font || "system-ui,sans-serif");
  for (const [name, value] of [
    ["position", "static"],
    ["display", "block"],
    ["max-width", "400px"],
    ["max-height", "none"],
  ] as const)
    style.setProperty(name, value);
}
