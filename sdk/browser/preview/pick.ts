import { rectangleOf } from "../content/place.ts";
import { documentsOf, framesAround, pointedElements } from "./elements.ts";
import type { Panel } from "./panel.ts";
import { type Recipe, recipeFor } from "./recipe.ts";

type Picking = {
  readonly win: Window;
  readonly panel: Panel;
  readonly name: string;
  /** Sends what was picked; false: it did not arrive. */
  readonly send: (recipe: Recipe, words: string) => Promise<boolean>;
  readonly leave: () => void;
};

const HOW =
  "Point at an element and click it. With the keyboard: Tab goes through the page, ↑ takes what is around, Enter picks. Escape lets you use the page.";
/** What the page hears nothing of while an element is picked. */
const KEPT = ["click", "pointerdown", "pointerup", "mousedown", "mouseup", "auxclick", "dblclick", "submit"];
const LOOK_MS = 1_000;

/** Lets the author point at an element of the page, by mouse or by keys, and says how well it can be found again. */
export class Picker {
  readonly #does: Picking;
  readonly #page: Document;
  readonly #heard = new WeakSet<Document>();
  readonly #timer: number;
  #isPicking = false;
  #marked: Element | null = null;

  constructor(does: Picking) {
    this.#does = does;
    this.#page = does.win.document;
    // Frames come and load later.
    this.#timer = does.win.setInterval(this.#look, LOOK_MS);
    does.win.addEventListener("scroll", this.#follow, true);
    this.#look();
    this.#start();
  }

  #start = (): void => {
    this.#isPicking = true;
    const choices = [{ label: "Use the page", does: this.#rest }, this.#leaving];
    this.#does.panel.say(`Pick the element for “${this.#does.name}”`, HOW, choices);
  };

  #rest = (): void => {
    this.#isPicking = false;
    this.#mark(null);
    const choices = [{ label: "Pick", does: this.#start, isMain: true }, this.#leaving];
    this.#does.panel.say("The page can be used", "Open what you need, such as a menu.", choices, true);
  };

  #end = (): void => {
    const { win, leave } = this.#does;
    this.#isPicking = false;
    win.clearInterval(this.#timer);
    win.removeEventListener("scroll", this.#follow, true);
    leave();
  };
  readonly #leaving = { label: "Leave", does: () => this.#end() };
  readonly #again = { label: "Choose another", does: () => this.#start() };

  #mark(element: Element | null): void {
    this.#marked = element;
    const { panel } = this.#does;
    panel.stay();
    panel.mark(element && rectangleOf({ element, frames: framesAround(element, this.#page) }));
  }
  readonly #follow = () => this.#mark(this.#marked);

  #choose(element: Element): void {
    this.#isPicking = false;
    const recipe = recipeFor(element, this.#page);
    this.#mark(element);
    const words = wordsOf(element);
    const use = { label: "Use this element", does: () => void this.#use(recipe, words), isMain: true };
    this.#does.panel.say(words, verdictOn(recipe), [use, this.#again, this.#leaving], true);
  }

  async #use(recipe: Recipe, words: string): Promise<void> {
    const { panel, send } = this.#does;
    panel.say("Sending…", "", []);
    if (await send(recipe, words)) {
      const text = "The editor has it. Go back to it, or choose another element.";
      panel.say("Sent", text, [this.#again, this.#leaving], true);
      return;
    }
    const retry = { label: "Try again", does: () => void this.#use(recipe, words), isMain: true };
    const text = "The server did not take it. The link may have expired.";
    panel.say("It was not sent", text, [retry, this.#leaving], true);
  }

  readonly #onPointer = (event: Event): void => {
    if (!this.#isPicking) return;
    const path = event.composedPath();
    if (this.#does.panel.has(path)) return;
    const element = path.find((node): node is Element => "localName" in node);
    if (event.type === "pointermove") {
      if (element && element !== this.#marked) this.#mark(element);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === "click" && element) this.#choose(element);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (!this.#isPicking || this.#does.panel.has(event.composedPath())) return;
    const next = keyed(event, this.#page, this.#marked);
    if (next === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (next === "rest") this.#rest();
    else if (next !== "pick") {
      next.scrollIntoView({ block: "nearest" });
      this.#mark(next);
      this.#does.panel.tell(wordsOf(next));
    } else if (this.#marked) this.#choose(this.#marked);
  };

  readonly #look = (): void => {
    for (const document of documentsOf(this.#page)) {
      if (this.#heard.has(document)) continue;
      this.#heard.add(document);
      const inner = document.defaultView ?? this.#does.win;
      for (const type of [...KEPT, "pointermove"]) inner.addEventListener(type, this.#onPointer, true);
      inner.addEventListener("keydown", this.#onKey, true);
    }
  };
}

/** Where a key leads from the marked element; null: the key means nothing here. */
function keyed(
  { key, shiftKey }: KeyboardEvent,
  page: Document,
  marked: Element | null,
): Element | "pick" | "rest" | null {
  if (key === "Escape") return "rest";
  if (key === "Enter" || key === " ") return "pick";
  if (key === "ArrowUp") return around(marked, page) ?? marked;
  if (key === "ArrowDown") return marked?.firstElementChild ?? marked;
  if (key !== "Tab") return null;
  const elements = pointedElements(page);
  const at = marked ? elements.indexOf(marked) : -1;
  const to = at < 0 && shiftKey ? elements.length - 1 : at + (shiftKey ? -1 : 1);
  return elements[(to + elements.length) % elements.length] ?? null;
}

/** The element around one, also out of a shadow root or a frame. */
function around(element: Element | null, page: Document): Element | null {
  if (!element) return null;
  const root = element.getRootNode();
  return (
    element.parentElement ?? ("host" in root ? (root as ShadowRoot).host : (framesAround(element, page).at(-1) ?? null))
  );
}

function wordsOf(element: Element): string {
  const said = element.getAttribute("aria-label") ?? element.textContent?.replaceAll(/\s+/g, " ").trim() ?? "";
  const short = said.length > 60 ? `${said.slice(0, 60)}…` : said;
  return short ? `${element.localName} “${short}”` : element.localName;
}

function verdictOn({ matches, score, runnerUp, target: { signals, path = [] } }: Recipe): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const inside = path.map(({ into }) => (into === "frame" ? "inside of a frame" : "inside of a shadow root"));
  return [
    matches === 1
      ? "1 element matches."
      : `${matches} elements match equally well; nothing would be shown. Choose one around it.`,
    `It scores ${percent(score)} by ${signals.length} signs, the next best element ${percent(runnerUp)}.`,
    ...(runnerUp > 0.85 && matches === 1
      ? ["Another element looks almost the same, so a small change may lose it."]
      : []),
    ...inside.map((place) => `It is ${place}.`),
  ].join("\n");
}
