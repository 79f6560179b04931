import { run } from "./in-threads.ts";
import { renderHere } from "./liquid.ts";
import type { TemplateError } from "./template-error.ts";

/** What each source printed, or the first reason why they cannot be rendered now. */
export type RenderedTexts = { readonly texts: ReadonlyMap<string, string>; readonly error: TemplateError | null };

const LIMIT_MS = 2_000;

/** Renders plain texts for one person, slow ones in a thread. Throws only if no thread is free. */
export async function renderTexts(
  sources: Iterable<string>,
  variables: Record<string, unknown>,
): Promise<RenderedTexts> {
  const texts = new Map<string, string>();
  for (const source of sources) {
    const here = renderHere("text", source, variables);
    if (here !== null) {
      texts.set(source, here.text);
      continue;
    }
    const { text, error } = await run("mail", LIMIT_MS, "renderPart", "text", source, variables);
    if (error !== null) return { texts, error };
    texts.set(source, text);
  }
  return { texts, error: null };
}
