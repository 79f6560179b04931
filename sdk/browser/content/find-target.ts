import type { Signal, Signals, Target } from "./view.ts";

/** The element, and the frames of the page that it is inside of, the outermost first. */
export type Found = { readonly element: Element; readonly frames: readonly Element[] };

const STANDARD_FLOOR = 0.6;
/** Elements of one signal that are looked at. */
const MOST = 500;
/** Where words are looked for if no other signal names elements. */
const WORDY = "a,button,summary,label,legend,h1,h2,h3,h4,li,td,th,[role],[aria-label],input,select,textarea";

/** The element that is meant, or a sentence that says why there is none. */
export function findTarget(page: Document, target: Target): Found | string {
  let root: Document | ShadowRoot = page;
  const frames: Element[] = [];
  for (const border of target.path ?? []) {
    const host = best(root, border);
    if (typeof host === "string") return `${border.into}: ${host}`;
    const inner: Document | ShadowRoot | null =
      border.into === "frame" ? (host as HTMLIFrameElement).contentDocument : host.shadowRoot;
    if (!inner) return `${border.into}: it is closed to this page`;
    if (border.into === "frame") frames.push(host);
    root = inner;
  }
  const element = best(root, target, target.several);
  return typeof element === "string" ? element : { element, frames };
}

function best(root: Document | ShadowRoot, wanted: Signals, several?: string): Element | string {
  const { floor = STANDARD_FLOOR } = wanted;
  const scored = rank(root, wanted);
  if (typeof scored === "string") return scored;
  const [first, second] = scored;
  if (!first || first.score < floor) return `no element scores ${floor}, the best ${(first?.score ?? 0).toFixed(2)}`;
  if (second?.score !== first.score || several) return first.element;
  return `${scored.filter(({ score }) => score === first.score).length} elements fit equally well`;
}

type Scored = { readonly element: Element; readonly score: number };

/** The visible elements that any signal names, the best first, each with its share of the weights; or what is wrong. */
export function rank(root: Document | ShadowRoot, { signals }: Signals): Scored[] | string {
  const total = signals.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const selectors = signals.map(selectorOf);
  const candidates = new Set<Element>();
  const look = (selector: string | null) => {
    for (const element of selector ? [...root.querySelectorAll(selector)].slice(0, MOST) : []) candidates.add(element);
  };
  try {
    selectors.forEach(look);
    if (candidates.size === 0) look(WORDY);
  } catch {
    return "a signal is not a selector";
  }
  const scored = [...candidates].filter(isVisible).map((element) => {
    const score = signals.reduce(
      (sum, signal, at) => (fits(element, signal, selectors[at] ?? null) ? sum + (signal.weight ?? 1) : sum),
      0,
    );
    return { element, score: score / total };
  });
  return scored.sort((one, other) => other.score - one.score);
}

function selectorOf({ kind, name, value }: Signal): string | null {
  if (kind === "css" || kind === "tag") return value;
  if (kind === "words") return null;
  const quoted = CSS.escape(value);
  if (kind === "id") return `#${quoted}`;
  return kind === "attribute"
    ? `[${CSS.escape(name ?? "")}="${quoted}"]`
    : `[role="${quoted}"],${IMPLIED[value] ?? ":not(*)"}`;
}

/** Elements that have a role without saying so. */
export const IMPLIED: Readonly<Record<string, string>> = {
  button: "button,summary,input[type=submit],input[type=button]",
  link: "a[href]",
  heading: "h1,h2,h3,h4,h5,h6",
  textbox: "textarea,input:not([type]),input[type=text],input[type=email]",
  navigation: "nav",
  main: "main",
};

function fits(element: Element, { value }: Signal, selector: string | null): boolean {
  if (selector !== null) return element.matches(selector);
  const said = [element.getAttribute("aria-label"), element.textContent?.slice(0, 2_000)];
  return said.some((text) => text?.replaceAll(/\s+/g, " ").trim() === value);
}

export function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && (element.checkVisibility?.({ visibilityProperty: true }) ?? true);
}

/** Where content has to stand so that an open modal dialog does not make it inert. */
export function parentFor(page: Document, found: Found | null): Element {
  let node: Node | null = found && (found.frames[0] ?? found.element);
  for (; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null)
    if (node instanceof HTMLDialogElement && node.matches(":modal")) return node;
  return (found ? null : modalOf(page)) ?? page.body;
}

const modalOf = (page: Document): Element | null => [...page.querySelectorAll("dialog:modal")].at(-1) ?? null;

/** Whether a modal dialog of the page makes an element inert: what stands beside it could not be used. */
export const isCovered = (page: Document, found: Found): boolean =>
  modalOf(page) !== null && parentFor(page, found) === page.body;
