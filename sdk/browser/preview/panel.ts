import { parentFor } from "../content/find-target.ts";

type Choice = { readonly label: string; readonly does: () => void; readonly isMain?: boolean };

const CSS_TEXT = `
:host{all:initial!important;display:contents!important}
.p,.h{all:unset;position:fixed;box-sizing:border-box;font:14px/1.45 system-ui,sans-serif}
.p{inset:auto 16px 16px auto;margin:0;padding:14px 16px;width:min(380px,calc(100vw - 32px));background:#18181b;color:#fafafa;border:1px solid #52525b;
border-radius:12px;box-shadow:0 12px 40px rgb(0 0 0/.4);text-align:start;direction:ltr}
.p:not(:popover-open),.h:not(:popover-open){display:none}
.p:popover-open,.h:popover-open{display:block}
.p.left{inset:auto auto 16px 16px}
.h{pointer-events:none;border-radius:4px;outline:3px solid #6366f1;outline-offset:2px;background:rgb(99 102 241/.18)}
b{display:block;font-weight:650;overflow-wrap:anywhere}
p{margin:4px 0 0;overflow-wrap:anywhere;white-space:pre-line}
div.r{display:flex;flex-wrap:wrap;gap:8px;margin-top:10px}
button{font:inherit;font-weight:550;cursor:pointer;padding:6px 12px;min-height:34px;border-radius:8px;border:1px solid #71717a;background:none;color:inherit}
button.m{background:#a5b4fc;border-color:#a5b4fc;color:#1e1b4b}
:focus-visible{outline:2px solid #a5b4fc;outline-offset:2px}
`;

/** What authors see on a page besides its own: a panel in a corner, and a frame around an element. In the top layer, and out of reach of the page's styles. */
export class Panel {
  readonly #page: Document;
  readonly #host: HTMLElement;
  readonly #panel: HTMLElement;
  readonly #title: HTMLElement;
  readonly #text: HTMLElement;
  readonly #row: HTMLElement;
  readonly #frame: HTMLElement;

  constructor(page: Document) {
    const make = (tag: string, className = "") => Object.assign(page.createElement(tag), { className });
    this.#page = page;
    this.#host = make("sojourn-preview");
    this.#panel = make("div", "p");
    this.#title = make("b");
    this.#text = make("p");
    this.#row = make("div", "r");
    this.#frame = make("div", "h");
    const root = this.#host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS_TEXT);
    root.adoptedStyleSheets = [sheet];
    this.#panel.setAttribute("role", "region");
    this.#panel.setAttribute("aria-label", "Sojourn");
    this.#text.setAttribute("aria-live", "polite");
    for (const part of [this.#panel, this.#frame]) part.setAttribute("popover", "manual");
    this.#panel.append(this.#title, this.#text, this.#row);
    root.append(this.#frame, this.#panel);
    this.stay();
  }

  /** Whether an event happened in here. */
  has(path: readonly EventTarget[]): boolean {
    return path.includes(this.#host);
  }

  /** In the page, or in the modal dialog that makes the rest of it inert. */
  stay(): void {
    const parent = parentFor(this.#page, null);
    if (this.#host.parentNode === parent) return;
    parent.append(this.#host);
    this.#panel.showPopover();
  }

  say(title: string, text: string, choices: readonly Choice[], focus = false): void {
    this.stay();
    this.#title.textContent = title;
    this.#text.textContent = text;
    const buttons = choices.map(({ label, does, isMain }) => {
      const button = Object.assign(this.#page.createElement("button"), {
        type: "button",
        className: isMain ? "m" : "",
      });
      button.textContent = label;
      button.addEventListener("click", does);
      return button;
    });
    this.#row.replaceChildren(...buttons);
    if (focus) buttons[0]?.focus();
  }

  /** Changes the sentence alone. */
  tell(text: string): void {
    this.#text.textContent = text;
  }

  /** Shows a frame around a place of the viewport; null: none. The panel leaves the corner that it would hide. */
  mark(place: DOMRect | null): void {
    if (!place) {
      if (this.#frame.matches(":popover-open")) this.#frame.hidePopover();
      return;
    }
    const { innerWidth = 0, innerHeight = 0 } = this.#page.defaultView ?? {};
    Object.assign(this.#frame.style, {
      left: `${place.x}px`,
      top: `${place.y}px`,
      width: `${place.width}px`,
      height: `${place.height}px`,
    });
    if (!this.#frame.matches(":popover-open")) {
      this.#frame.showPopover();
      // Shown again, the panel is above the frame.
      this.#panel.hidePopover();
      this.#panel.showPopover();
    }
    this.#panel.classList.toggle(
      "left",
      place.right > innerWidth - 420 && place.bottom > innerHeight - 240 && place.x > 420,
    );
  }

  close(): void {
    this.#host.remove();
  }
}
