/** An address to look for: `contains`, `equals`, `starts` or `glob`, and its pattern. */
export type PageRule = readonly [kind: string, pattern: string];

/**
 * Whether a journey may start from an address. The server decides; this only says that the page view is not to wait, so
 * it looks for the pattern anywhere, and of a glob for the fixed parts in their order.
 */
export function mayStart([kind, pattern]: PageRule, url: string): boolean {
  let at = 0;
  return (kind === "glob" ? pattern.split(/[*?]/) : [pattern]).every((part) => {
    const found = url.indexOf(part, at);
    at = found + part.length;
    return found >= 0;
  });
}

/** The selectors of which a click hit an element, through open shadow roots too. */
export const clickedOf = (selectors: readonly string[], path: readonly EventTarget[]): string[] =>
  selectors.filter((selector) => {
    try {
      return path.some((node) => (node as Element).matches?.(selector));
    } catch {
      // The journey's author wrote something that is no selector.
      return false;
    }
  });
