import { type Found, parentFor } from "./find-target.ts";
import { keepBeside } from "./place.ts";
import { sheetOf } from "./style.ts";
import type { Offered, Piece } from "./view.ts";

export type Drawn = { readonly nodes: HTMLElement[]; readonly piece: Piece; readonly found: Found | null };

/**
 * One piece of content in the top layer of the page, in a shadow root of its own. What blocks the page is a modal dialog;
 * other content is a popover, which the page cannot close.
 */
export class Box {
  readonly #page: Document;
  readonly #host: HTMLElement;
  readonly #root: ShadowRoot;
  readonly #surface: HTMLElement;
  readonly #modal: boolean;
  #light: HTMLElement | null = null;
  #found: Found | null = null;
  #before: Element | null = null;
  #leave: (() => void) | null = null;
  #watching: IntersectionObserver | null = null;

  constructor(
    win: Window,
    offered: Offered,
    { modal, sheet }: { modal: boolean; sheet: CSSStyleSheet | null },
    dismiss: () => void,
  ) {
    const page = win.document;
    const { language, rightToLeft, closable } = offered.document;
    this.#page = page;
    this.#modal = modal;
    this.#host = page.createElement("sojourn-content");
    const root = this.#host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheetOf(page), ...(sheet ? [sheet] : [])];
    const surface: HTMLElement = page.createElement(modal ? "dialog" : "div");
    surface.lang = language;
    surface.dir = rightToLeft ? "rtl" : "ltr";
    surface.tabIndex = -1;
    if (!modal) {
      surface.setAttribute("popover", "manual");
      surface.setAttribute("role", offered.type === "banner" || offered.type === "checklist" ? "region" : "dialog");
    }
    // The page's own keys and clicks do not concern what happens in here.
    surface.addEventListener("keydown", (event: KeyboardEvent) => {
      event.stopPropagation();
      if (event.key !== "Escape") return;
      event.preventDefault();
      if (closable) dismiss();
    });
    surface.addEventListener("cancel", (event) => {
      event.preventDefault();
      if (closable) dismiss();
    });
    this.#surface = surface;
    root.append(surface);
    this.#root = root;
    this.#paint(win, offered.document.theme);
  }

  #paint(win: Window, { light, dark, radius, font }: Offered["document"]["theme"]): void {
    const { style } = this.#surface;
    const query = win.matchMedia("(prefers-color-scheme: dark)");
    const paint = () => {
      for (const [name, colour] of Object.entries(dark && query.matches ? dark : light))
        style.setProperty(`--${name}`, colour);
    };
    paint();
    query.addEventListener("change", paint);
    style.setProperty("--radius", `${radius}px`);
    style.setProperty("--font", font || "system-ui,sans-serif");
  }

  /** Draws it; `classes` say its kind. */
  draw(classes: string, { nodes, piece, found }: Drawn, focus: boolean): void {
    const surface = this.#surface;
    surface.className = `s ${classes} ${found ? "beside" : ""}`;
    const { activeElement } = this.#root;
    const key = activeElement?.getAttribute("data-key");
    surface.replaceChildren(...nodes);
    const named = surface.querySelector("#h") !== null;
    surface.setAttribute(
      named ? "aria-labelledby" : "aria-label",
      named ? "h" : (surface.textContent ?? "").slice(0, 80),
    );
    surface.removeAttribute(named ? "aria-label" : "aria-labelledby");
    const parent = parentFor(this.#page, found);
    const isNew = this.#host.parentNode !== parent;
    if (isNew) this.#enter(parent);
    if (found && !same(found, this.#found)) this.#beside(found, piece);
    else if (!found) this.#loose();
    // A banner or a checklist never takes the focus; what people are in the middle of keeps it.
    const mayTake = this.#surface.getAttribute("role") !== "region" && !isTyping(this.#page);
    const takes = (isNew && this.#modal) || (mayTake && (focus || this.#page.activeElement === this.#page.body));
    if (takes) this.#focus(null);
    else if (activeElement) this.#focus(key ?? null);
  }

  #enter(parent: Element): void {
    this.#before ??= this.#page.activeElement === this.#page.body ? null : this.#page.activeElement;
    this.#loose();
    parent.append(this.#host);
    if (this.#modal) (this.#surface as HTMLDialogElement).showModal();
    else this.#surface.showPopover();
  }

  #beside(found: Found, piece: Piece): void {
    this.#loose();
    this.#found = found;
    if (piece.spotlight) {
      const light = this.#page.createElement("div");
      light.className = "light";
      light.setAttribute("popover", "manual");
      this.#surface.before(light);
      light.showPopover();
      // Shown again, the surface is above the light.
      if (!this.#modal) {
        this.#surface.hidePopover();
        this.#surface.showPopover();
      }
      this.#light = light;
    }
    this.#leave = keepBeside(this.#surface, this.#light, found, piece.placement);
  }

  #loose(): void {
    this.#leave?.();
    this.#light?.remove();
    this.#leave = null;
    this.#light = null;
    this.#found = null;
    for (const name of ["left", "top", "max-height"]) this.#surface.style.removeProperty(name);
  }

  /** On the button that had it before it was drawn again, else on the main one. */
  #focus(key: string | null): void {
    const buttons = [...this.#surface.querySelectorAll("button")];
    const same = key === null ? undefined : buttons.find((button) => button.dataset.key === key);
    const main = buttons.find(({ className }) => className === "primary");
    const first = key === null ? this.#surface.querySelector<HTMLElement>("[data-first]") : null;
    (same ?? first ?? main ?? this.#surface).focus({ preventScroll: true });
  }

  /** Calls back with the first frame in the viewport, once. */
  onceSeen(seen: () => void): void {
    this.#watching = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting) || this.#page.visibilityState === "hidden") return;
        this.#watching?.disconnect();
        requestAnimationFrame(seen);
      },
      { threshold: 0.5 },
    );
    this.#watching.observe(this.#surface);
  }

  /** Takes it off the page; the focus goes back to where it was. */
  close(): void {
    const hadFocus = this.#page.activeElement === this.#host || this.#modal;
    this.#watching?.disconnect();
    this.#loose();
    this.#host.remove();
    if (hadFocus && this.#before instanceof HTMLElement && this.#before.isConnected) this.#before.focus();
  }
}

/** Somebody writes in the page. */
const isTyping = ({ activeElement }: Document): boolean =>
  activeElement?.matches("input,textarea,select,[contenteditable]") ?? false;

const same = (one: Found, other: Found | null) => one.element === other?.element;
