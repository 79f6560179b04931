import { checkDecisionText } from "#engine";
import { type FieldError, fieldError } from "#services";

/** Rules, expressions and scores that cannot be evaluated, each with its field. */
export function textErrors(written: Parameters<typeof checkDecisionText>[0], scoreReadsOffer: boolean): FieldError[] {
  return checkDecisionText(written, scoreReadsOffer).map(({ field, message }) => fieldError(field.split("."), message));
}
