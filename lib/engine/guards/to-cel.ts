import { type FieldRule, type Rule, readRule, takesNoValue } from "#journey";

/** A rule as an expression, or why there is none. */
export type Written = { readonly source: string } | { readonly reason: string };

class NoCel extends Error {}

/** Writes rules as CEL that holds for the same people; what CEL cannot say, such as counts of past events, has a reason. */
export function rulesToCel(rule: Rule): Written {
  try {
    return { source: bare(write(rule)) };
  } catch (error) {
    if (error instanceof NoCel) return { reason: error.message };
    throw error;
  }
}

const write = (rule: Rule): string =>
  readRule<string, null>(
    rule,
    {
      field: writeField,
      event: () => refuse("expressions cannot count past events"),
      segment: ({ segment, not }) => {
        const inside = `${literal(String(segment))} in segments`;
        return not ? `!(${inside})` : `(${inside})`;
      },
      group: ({ all, any, not }) => {
        const parts = [...(all ? [joined(all, "&&", "true")] : []), ...(any ? [joined(any, "||", "false")] : [])];
        const whole = parts.length === 1 ? (parts[0] ?? "true") : `(${parts.join(" && ")})`;
        return not ? `!${whole.startsWith("(") ? whole : `(${whole})`}` : whole;
      },
    },
    null,
  );

function joined(rules: readonly Rule[], by: "&&" | "||", empty: string): string {
  const [first, ...others] = rules.map(write);
  if (first === undefined) return empty;
  return others.length === 0 ? first : `(${[first, ...others].join(` ${by} `)})`;
}

function writeField({ field, op, value }: FieldRule): string {
  const path = pathOf(field);
  const isTags = path === "tags" || path === "person.tags";
  if (op === "contains" && isTags) return `(${literal(value)} in ${path})`;
  if (isTags) refuse("a list can only be asked for what it includes");
  const guard = guardOf(path);
  switch (op) {
    case "eq":
      return `(${guard}${path} == ${literal(value)})`;
    case "ne":
      return `!(${guard}${path} == ${literal(value)})`;
    case "in":
      return `(${guard}${path} in [${(Array.isArray(value) ? value : []).map(literal).join(", ")}])`;
    case "exists":
      return `${value === false ? "!" : ""}(${guard}${path} != null)`;
    case "gt":
    case "gte":
    case "lt":
    case "lte":
      if (typeof value !== "number") refuse("only numbers are compared by size");
      return `(${guard}type(${path}) == double && ${path} ${SIGNS[op]} ${literal(value)})`;
    default:
      return refuse(
        takesNoValue(op) || op !== "contains"
          ? `“${op}” is not an operator of expressions`
          : "“contains” is only written for tags",
      );
  }
}

/** `has` fails where the object around is missing, so each of them is asked for. */
function guardOf(path: string): string {
  const parts = path.split(".");
  const known = /^(person\.traits|(event|trigger)\.properties)\./.test(path) ? 2 : 1;
  const steps = parts.slice(known).map((_, at) => parts.slice(0, known + at + 1).join("."));
  return steps.map((step) => `has(${step}) && `).join("");
}

const SIGNS = { gt: ">", gte: ">=", lt: "<", lte: "<=" } as const;

const ROOTS = new Set(["person", "traits", "tags", "stage", "event", "trigger", "account"]);
const WORD = /^[A-Za-z_]\w*$/;
const RESERVED = new Set(
  "as break const continue else false for function if import in let loop namespace null package return true var void while".split(
    " ",
  ),
);

function pathOf(field: string): string {
  const parts = field.split(".");
  const [root = ""] = parts;
  if (!ROOTS.has(root) || !parts.every((part) => WORD.test(part) && !RESERVED.has(part)))
    refuse(`the name ${field} cannot be written in an expression`);
  return field;
}

function literal(value: unknown): string {
  if (typeof value === "string" || typeof value === "boolean") return JSON.stringify(value);
  if (typeof value === "number")
    return Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : refuseExponent(value);
  return refuse("only texts, numbers, true and false are compared");
}

const refuseExponent = (value: number): string =>
  /e/i.test(String(value)) ? refuse(`the number ${value} is too large or too small`) : String(value);

function refuse(reason: string): never {
  throw new NoCel(reason);
}

/** Without the brackets around all of it. */
function bare(source: string): string {
  if (!source.startsWith("(") || !source.endsWith(")")) return source;
  let depth = 0;
  let isText = false;
  for (let at = 0; at < source.length - 1; at++) {
    const char = source[at];
    if (char === "\\" && isText) at++;
    else if (char === '"') isText = !isText;
    else if (!isText && char === "(") depth++;
    else if (!isText && char === ")" && --depth === 0) return source;
  }
  return source.slice(1, -1);
}
