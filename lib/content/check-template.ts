import { parseOnce } from "./liquid.ts";
import { describeTemplateError, type TemplateError } from "./template-error.ts";

/** Checks a Liquid source: null, or the first error with its line. Never throws. */
export function checkTemplate(source: string): TemplateError | null {
  try {
    parseOnce(source);
    return null;
  } catch (error) {
    return describeTemplateError(error);
  }
}
