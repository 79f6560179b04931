import { LiquidError } from "liquidjs";

/** An error in one template source; `line` counts from 1. */
export type TemplateError = { readonly message: string; readonly line: number };

const TOO_MUCH = [
  "memory alloc limit exceeded",
  "the template produces more text or longer lists than one message may have",
] as const;

/** Liquid quotes what it could not read. */
const LONGEST = 500;

/** Liquid appends ", line:1, col:3" to its messages; this separates the position from the sentence. */
export function describeTemplateError(error: unknown): TemplateError {
  if (!(error instanceof Error)) return { message: "The template could not be read.", line: 1 };
  const sentence = (error.message.split(", line:")[0] ?? error.message).replace(...TOO_MUCH);
  return { message: capitalise(sentence.replaceAll("\n", " ").trim()).slice(0, LONGEST), line: lineOf(error) };
}

function lineOf(error: Error): number {
  if (!LiquidError.is(error)) return 1;
  return error.token?.getPosition()[0] ?? 1;
}

function capitalise(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
