import type { Context } from "#services";
import { knownValues } from "./known-values.ts";
import { maskValue } from "./mask-value.ts";
import type { Masking } from "./masking-of.ts";

/**
 * An answer as a caller may see it: without the values of masked traits of the people whom it names, wherever it repeats
 * them. `asked`: the address and the body of the request.
 */
export async function maskAnswer(ctx: Context, masking: Masking, answer: unknown, asked: unknown): Promise<unknown> {
  // As it will be sent: dates and the like are texts then.
  const plain: unknown = JSON.parse(JSON.stringify(answer ?? null));
  return maskValue(plain, masking, await knownValues(ctx, masking, plain, asked));
}
