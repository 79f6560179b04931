import type { Rule } from "./view.ts";

/** Whether an address is meant, exactly as the server decides it. */
export function isPage({ matchType = "contains", pattern }: Rule, url: string): boolean {
  if (matchType === "equals") return url === pattern;
  if (matchType === "starts") return url.startsWith(pattern);
  return matchType === "glob" ? isGlob(pattern, url) : url.includes(pattern);
}

/** `*` is any run of characters, `?` any one; it goes back to the last `*` alone, so no pattern takes long. */
function isGlob(glob: string, text: string): boolean {
  let star = -1;
  let resume = 0;
  let at = 0;
  for (let position = 0; position < text.length; ) {
    if (glob[at] === "*") {
      star = at++;
      resume = position;
    } else if (glob[at] === "?" || glob[at] === text[position]) {
      at++;
      position++;
    } else if (star < 0) return false;
    else {
      at = star + 1;
      position = ++resume;
    }
  }
  return /^\**$/.test(glob.slice(at));
}
