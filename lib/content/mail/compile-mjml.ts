import mjml2html from "mjml";
import { Carrier } from "./carry.ts";
import { wrapBetween } from "./wrap-between.ts";

export type CompiledMjml = {
  readonly html: string;
  readonly errors: readonly { readonly message: string; readonly line: number | null }[];
};

/**
 * MJML as HTML, with its Liquid untouched: the compiler sees a word in its place. Liquid between components, which MJML
 * drops without a word, is wrapped so that it stays; what is lost all the same is an error.
 */
export async function compileMjml(source: string, carrier: Carrier = new Carrier()): Promise<CompiledMjml> {
  const carried = wrapBetween(carrier.liquid(source));
  let answer: Awaited<ReturnType<typeof mjml2html>>;
  try {
    // Nothing is read from files, and no font is fetched from another server.
    answer = await mjml2html(carried, {
      validationLevel: "soft",
      ignoreIncludes: true,
      fonts: {},
      keepComments: false,
    });
  } catch (error) {
    return { html: "", errors: [{ message: readable(error), line: null }] };
  }
  const { text, lost } = carrier.restore(answer.html);
  const unknown = answer.errors.map(({ message, line }) => ({ message, line: line ?? null }));
  const dropped = lost.map(({ text: liquid, line }) => ({
    message: `MJML has no place for “${liquid.slice(0, 80)}” here; move it into a text, an attribute, or between components`,
    line: line === 0 ? null : line,
  }));
  return { html: text, errors: [...unknown, ...dropped] };
}

const readable = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 500);
