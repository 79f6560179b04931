import { setImmediate as breathe } from "node:timers/promises";
import { ByteCache } from "#caches";
import { checkTemplate } from "./check-template.ts";
import { checkInThread } from "./in-threads.ts";
import { isSmall } from "./plain-templates.ts";
import type { TemplateError } from "./template-error.ts";

// A draft is looked over at every save, and hardly any of its messages has changed since the last time.
const verdicts = new ByteCache<TemplateError | null>(8 * 1024 * 1024, (_, error) => 2 * (error?.message.length ?? 0));

/** What keeps each template source from being rendered: nothing, or the first error with its line. */
export async function checkTemplates(sources: readonly string[]): Promise<(TemplateError | null)[]> {
  const found: (TemplateError | null)[] = [];
  for (const source of sources) {
    let verdict = verdicts.get(source);
    if (verdict === undefined) {
      // Some ten milliseconds at most, and other work of the process runs in between.
      const { error, isFinal } = isSmall(source)
        ? { error: checkTemplate(source), isFinal: true }
        : await checkInThread(source);
      verdict = error;
      if (isFinal) verdicts.set(source, verdict);
      await breathe();
    }
    found.push(verdict);
  }
  return found;
}
