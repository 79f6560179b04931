/** An element, or a selector of one. */
type Place = string | Element | null | undefined;

/** A step that was just added takes a few frames until it can be focused. */
const FRAMES = 12;

const isLost = () => document.activeElement === null || document.activeElement === document.body;

/**
 * Moves the focus when the focused element goes away: to the first of the places that can take it, else to the page's
 * content. Waits until the page is drawn, and does nothing if something has the focus by then.
 */
export function keepFocus(...places: readonly Place[]): void {
  const given = places.filter((place) => place !== null && place !== undefined);
  afterFrames(2, () => tryPlaces(given, FRAMES));
}

/** Focuses the first of the places that can take the keyboard; says whether one could. */
export function focusFirst(...places: readonly Place[]): boolean {
  return places.some((place) => {
    const element = typeof place === "string" ? document.querySelector(place) : place;
    if (!(element instanceof HTMLElement) || !element.isConnected) return false;
    element.focus({ preventScroll: true });
    return document.activeElement === element;
  });
}

function tryPlaces(places: readonly Place[], frames: number): void {
  if (!isLost()) return;
  const [first] = places;
  if (focusFirst(first)) return;
  if (frames > 0) afterFrames(1, () => tryPlaces(places, frames - 1));
  else focusFirst(...places, "#main");
}

function afterFrames(count: number, act: () => void): void {
  requestAnimationFrame(() => (count > 1 ? afterFrames(count - 1, act) : act()));
}
