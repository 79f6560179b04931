import { IMPLIED, rank } from "../content/find-target.ts";
import type { Signal, Signals, Target } from "../content/view.ts";

/** How an element is found again, and how well that tells it from others. */
export type Recipe = {
  readonly target: Target;
  /** Elements that fit as well as this one, itself included. */
  readonly matches: number;
  /** From 0 to 1: the part of the weights that it has, and that of the next best element. */
  readonly score: number;
  readonly runnerUp: number;
};

type Border = NonNullable<Target["path"]>[number];

/** Written by people for tests and tours, so they stay. */
const NAMED = ["data-testid", "data-test", "data-cy", "data-qa", "data-tour"];
const SAYING = ["name", "aria-label", "placeholder", "href", "alt"];
const LONGEST_WORDS = 80;
const LONGEST_VALUE = 300;
/** Levels of the path by places, from the element upwards. */
const LEVELS = 6;

/** Several signals of an element, so that one that changes does not lose it, and the way to it through shadow roots and frames. */
export function recipeFor(element: Element, page: Document): Recipe {
  const signals = signalsOf(element);
  const root = element.getRootNode() as Document | ShadowRoot;
  const ranked = rank(root, { signals });
  const scored = typeof ranked === "string" ? [] : ranked;
  const score = scored.find((one) => one.element === element)?.score ?? 0;
  const rivals = scored.filter((one) => one.element !== element);
  const runnerUp = rivals[0]?.score ?? 0;
  const path = bordersTo(root, page);
  return {
    target: { signals, floor: floorOver(runnerUp), ...(path.length > 0 ? { path } : {}) },
    matches: 1 + rivals.filter((one) => one.score === score).length,
    score: rounded(score),
    runnerUp: rounded(runnerUp),
  };
}

/** What is looked for is never the next best element, should the right one not be there. */
const floorOver = (runnerUp: number): number => Math.min(0.95, Math.max(0.6, rounded(runnerUp + 0.05)));
const rounded = (share: number): number => Math.round(share * 100) / 100;

/** From the page that the client lives in, which may stand in a frame itself. */
function bordersTo(root: Document | ShadowRoot, page: Document): Border[] {
  const borders: Border[] = [];
  let at: Node | null = root;
  while (at && at !== page && borders.length < 10) {
    const isShadow: boolean = "host" in at;
    const host: Element | null = isShadow
      ? (at as ShadowRoot).host
      : ((at as Document).defaultView?.frameElement ?? null);
    if (!host) break;
    borders.unshift({ into: isShadow ? "shadow" : "frame", ...hostSignals(host) });
    at = host.getRootNode();
  }
  return borders;
}

const hostSignals = (host: Element): Signals => ({ signals: signalsOf(host) });

function signalsOf(element: Element): Signal[] {
  const { id, localName: tag } = element;
  const attributes = (names: readonly string[], weight: number): Signal[] =>
    names.flatMap((name) => {
      const value = element.getAttribute(name)?.trim() ?? "";
      return value === "" || value.length > LONGEST_VALUE || isMade(value)
        ? []
        : [{ kind: "attribute", name, value, weight }];
    });
  const role = element.getAttribute("role") ?? Object.keys(IMPLIED).find((one) => element.matches(IMPLIED[one] ?? ""));
  const words = element.textContent?.replaceAll(/\s+/g, " ").trim() ?? "";
  return [
    ...(id && !isMade(id) ? [{ kind: "id", value: id, weight: 3 } as const] : []),
    ...attributes(NAMED, 3),
    ...attributes(SAYING, 2),
    ...(words && words.length <= LONGEST_WORDS ? [{ kind: "words", value: words, weight: 2 } as const] : []),
    ...(role && /^[a-z]+$/.test(role) ? [{ kind: "role", value: role, weight: 1 } as const] : []),
    { kind: "tag", value: tag, weight: 0.5 },
    { kind: "css", value: placeOf(element), weight: 1 },
  ];
}

/** Made by a program, so another one at the next build or visit. */
const isMade = (value: string): boolean => /\d{4,}|^[:«_]|[0-9a-f]{8}/i.test(value) && !value.startsWith("/");

/** Where it stands: its place among its kind, from the nearest ancestor with a name. */
function placeOf(element: Element): string {
  const parts: string[] = [];
  for (let at: Element | null = element; at && parts.length < LEVELS; at = at.parentElement) {
    if (at !== element && at.id && !isMade(at.id)) {
      parts.unshift(`#${CSS.escape(at.id)}`);
      break;
    }
    const { localName } = at;
    const alike: Element[] = [...(at.parentNode?.children ?? [])].filter((one) => one.localName === localName);
    parts.unshift(alike.length > 1 ? `${localName}:nth-of-type(${alike.indexOf(at) + 1})` : localName);
  }
  return parts.join(" > ");
}
