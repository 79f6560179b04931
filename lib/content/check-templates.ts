import { setImmediate as breathe } from "node:timers/promises";
import { ByteCache } from "#caches";
import { checkTemplate } from "./check-template.ts";
import { checkInThread, tooMuch } from "./in-threads.ts";
import { isSmall } from "./plain-templates.ts";
import type { TemplateError } from "./template-error.ts";

/** What keeps a source from being rendered: nothing, or the first error; `undefined` = it could not be checked now. */
export type TemplateVerdict = TemplateError | null | undefined;

// A draft is looked over at every save, and hardly any of its messages has changed since the last time.
const verdicts = new ByteCache<TemplateError | null>(8 * 1024 * 1024, (_, error) => 2 * (error?.message.length ?? 0));

/** Looks each template source over, large ones in threads. Never throws: a save must not fail when no thread has time. */
export async function checkTemplates(sources: readonly string[]): Promise<TemplateVerdict[]> {
  const found: TemplateVerdict[] = [];
  for (const source of sources) {
    const isNew = verdicts.get(source) === undefined;
    const verdict = checkTemplateHere(source);
    found.push(verdict === undefined ? await checkLarge(source) : verdict);
    if (isNew) await breathe();
  }
  return found;
}

/** The same without a thread and without waiting: what is known or short; some ten milliseconds at most. */
export function checkTemplateHere(source: string): TemplateVerdict {
  const known = verdicts.get(source);
  if (known !== undefined || !isSmall(source)) return known;
  const verdict = checkTemplate(source);
  verdicts.set(source, verdict);
  return verdict;
}

/** Only what the check itself has found is remembered: time and memory may be short at this moment only. */
async function checkLarge(source: string): Promise<TemplateVerdict> {
  try {
    const verdict = await checkInThread(source);
    verdicts.set(source, verdict);
    return verdict;
  } catch (error) {
    const message = tooMuch(error);
    return message === null ? undefined : { message, line: 1 };
  }
}
