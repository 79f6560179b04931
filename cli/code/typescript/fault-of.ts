import { fileURLToPath } from "node:url";
import type { Finding } from "../finding.ts";
import type { Fault } from "./evaluate.ts";

/** What is wrong with a file of TypeScript, with the line if it is known: `welcome.ts:3:7`. */
export function faultOf(name: string, url: string, { code, message, stack }: Fault): Finding {
  const line = lineIn(url, stack);
  const [reason = ""] = message.split("\n");
  const isSyntax = code === "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX" || code === "ERR_INVALID_TYPESCRIPT_SYNTAX";
  return { pointer: `${name}${line}`, message: isSyntax ? `is not TypeScript that Node reads: ${reason}` : reason };
}

/** Errors of syntax have the place first, as a path; errors while running have it in the frames, as an address. */
function lineIn(url: string, stack: string): string {
  for (const place of [url, fileURLToPath(url)]) {
    const index = stack.indexOf(`${place}:`);
    const found = index < 0 ? null : /^:\d+(?::\d+)?/.exec(stack.slice(index + place.length));
    if (found) return found[0];
  }
  return "";
}
