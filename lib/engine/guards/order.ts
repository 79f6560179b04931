import { readMoment } from "#times";

/** The type as which two values are compared. */
export type ComparedAs = "numbers" | "moments" | "texts";

/** `sign` is below, at or above 0 as `left` is less than, equal to or greater than `right`; null = the values have no order. */
export type Order = { readonly as: ComparedAs; readonly sign: number };

const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?\s*$/i;
const WHOLE = /^\s*\d+\s*$/;
/** Longer texts are only compared as texts. */
const LONGEST = 100;

/**
 * The order of two values in rules (R24): numbers by size; two texts as numbers if both are numbers, as times if both
 * are times, else by their characters. A time without an offset means UTC, as in expressions. A number and a text have
 * no order.
 */
export function orderOf(left: unknown, right: unknown): Order | null {
  if (typeof left === "number" && typeof right === "number") return { as: "numbers", sign: left - right };
  if (typeof left !== "string" || typeof right !== "string") return null;
  const sign = signOf(left, right);
  if (left.length > LONGEST || right.length > LONGEST) return { as: "texts", sign };
  if (NUMBER.test(left) && NUMBER.test(right)) return { as: "numbers", sign: numberSign(left, right) };
  const [from, to] = [momentIn(left), momentIn(right)];
  return from === null || to === null ? { as: "texts", sign } : { as: "moments", sign: from - to };
}

const signOf = <Value extends string | number | bigint>(left: Value, right: Value): number =>
  left < right ? -1 : left > right ? 1 : 0;

/** Compares whole numbers by all of their digits: an id may have more digits than a double represents. */
function numberSign(left: string, right: string): number {
  const sign = signOf(Number(left), Number(right));
  return sign === 0 && WHOLE.test(left) && WHOLE.test(right) ? signOf(BigInt(left), BigInt(right)) : sign;
}

/** Only a text that begins like a year is parsed as a time, which saves parsing most texts. */
const LIKE_A_MOMENT = /^\d{4}-?\d\d/;

function momentIn(text: string): number | null {
  if (!LIKE_A_MOMENT.test(text)) return null;
  const moment = readMoment(text);
  return moment === null ? null : "wallMs" in moment ? moment.wallMs : moment.exact;
}
