import { createHash } from "node:crypto";

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;

/** The sources for `script-src` that allow the inline scripts of a page, each once. */
export function scriptHashes(html: string): string[] {
  const inline = [...html.matchAll(SCRIPT)].flatMap(([, attributes = "", source = ""]) =>
    /\ssrc\s*=/i.test(attributes) || source === "" ? [] : [source],
  );
  return [...new Set(inline.map((source) => `'sha256-${createHash("sha256").update(source).digest("base64")}'`))];
}
