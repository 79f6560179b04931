import { parseOnceForNames } from "../liquid.ts";
import { withoutOwnTags } from "./snippets.ts";

/** The variables that sources read, such as `traits.plan`; those that the sources assign themselves are left out. */
export function variablesIn(sources: readonly string[]): string[] {
  const names = new Set<string>();
  for (const source of sources) {
    try {
      for (const name of parseOnceForNames(withoutOwnTags(source))) names.add(name);
    } catch {
      // What cannot be parsed is reported as such.
    }
  }
  return [...names].sort();
}
