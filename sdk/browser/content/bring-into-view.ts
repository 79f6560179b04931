/** Scrolls to an element of the page, at once where people want less motion. */
export function bringIntoView(win: Window, element: Element): void {
  const { top, bottom } = element.getBoundingClientRect();
  if (top >= 0 && bottom <= win.innerHeight) return;
  const still = win.matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
}
