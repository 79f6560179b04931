import type { FieldRule, Rule } from "#journey";

export type Comparison =
  | "is"
  | "contains"
  | "starts"
  | "ends"
  | "matches"
  | "gt"
  | "gte"
  | "lt"
  | "lte"
  | "exists"
  | FieldRule["op"];

/** A comparison of another product: one field against values, in a form that becomes a rule or a part of CEL. */
export type FieldTest = {
  /** The trait or property; the name may hold any characters. */
  readonly name: string;
  readonly comparison: Comparison;
  /** One value; several mean any of them. */
  readonly values: readonly unknown[];
  readonly not?: boolean;
  readonly ignoresCase?: boolean;
};

/**
 * The test as a rule about `prefix.name`. A test that is negated also holds where the field is missing, as in the
 * products that are imported.
 */
export function ruleOf(test: FieldTest, prefix: string): Rule {
  const rule = plainRule(test, `${prefix}.${test.name}`);
  return test.not ? { all: [rule], not: true } : rule;
}

function plainRule({ comparison, values, ignoresCase = false }: FieldTest, field: string): Rule {
  switch (comparison) {
    case "is":
      return ignoresCase ? anyPattern(field, values, (text) => `^${text}$`, true) : equalRule(field, values);
    case "exists":
      return { field, op: "exists" };
    case "contains":
      if (ignoresCase) return anyPattern(field, values, (text) => text, true);
      return anyOf(values.map((value) => ({ field, op: "contains", value })));
    case "starts":
      return anyPattern(field, values, (text) => `^${text}`, ignoresCase);
    case "ends":
      return anyPattern(field, values, (text) => `${text}$`, ignoresCase);
    default:
      return anyOf(values.map((value) => ({ field, op: comparison, value })));
  }
}

function equalRule(field: string, values: readonly unknown[]): Rule {
  const written = values.flatMap(variantsOf);
  const [only] = written;
  return written.length === 1 ? { field, op: "eq", value: only } : { field, op: "in", value: written };
}

function anyPattern(
  field: string,
  values: readonly unknown[],
  around: (text: string) => string,
  ignoresCase: boolean,
): Rule {
  return anyOf(values.map((value) => ({ field, op: "matches", value: patternOf(value, around, ignoresCase) })));
}

const anyOf = (rules: readonly FieldRule[]): Rule => {
  const [only] = rules;
  return rules.length === 1 && only !== undefined ? only : { any: [...rules] };
};

/**
 * The products compare values as text, our rules strictly: a number or boolean that an export wrote as text is asked
 * for in both forms.
 */
export function variantsOf(value: unknown): readonly unknown[] {
  if (typeof value === "number" || typeof value === "boolean") return [value, String(value)];
  if (typeof value !== "string") return [value];
  if (value === "true" || value === "false") return [value, value === "true"];
  const number = Number(value);
  return value.trim() !== "" && String(number) === value ? [value, number] : [value];
}

const patternOf = (value: unknown, around: (text: string) => string, ignoresCase: boolean): string =>
  `${ignoresCase ? "(?i)" : ""}${around(escapePattern(String(value)))}`;

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const CEL_SIGNS: Readonly<Record<string, string>> = { gt: ">", gte: ">=", lt: "<", lte: "<=" };

/** The test as CEL about `base["name"]`; null = CEL cannot say it. A missing field is no error. */
export function celOf(test: FieldTest, base: string): string | null {
  const field = `${base}[${JSON.stringify(test.name)}]`;
  const known = `${JSON.stringify(test.name)} in ${base}`;
  if (test.comparison === "exists") return test.not ? `!(${known})` : `(${known})`;
  const tests = test.values.flatMap((value) => celTests(test, field, value));
  if (tests.length === 0 || tests.some((one) => one === null)) return null;
  const held = `(${known} && (${tests.join(" || ")}))`;
  return test.not ? `!${held}` : held;
}

function celTests({ comparison, ignoresCase = false }: FieldTest, field: string, value: unknown): (string | null)[] {
  const matches = (around: (text: string) => string) =>
    `string(${field}).matches(${JSON.stringify(patternOf(value, around, ignoresCase))})`;
  switch (comparison) {
    case "is":
      return ignoresCase ? [matches((text) => `^${text}$`)] : variantsOf(value).map((one) => celEqual(field, one));
    case "contains":
      return [matches((text) => text)];
    case "starts":
      return [matches((text) => `^${text}`)];
    case "ends":
      return [matches((text) => `${text}$`)];
    case "matches":
      return typeof value === "string" ? [`string(${field}).matches(${JSON.stringify(value)})`] : [null];
    default: {
      const sign = CEL_SIGNS[comparison];
      const number = typeof value === "number" ? value : Number(value);
      return [sign === undefined || !Number.isFinite(number) ? null : `double(${field}) ${sign} ${celNumber(number)}`];
    }
  }
}

function celEqual(field: string, value: unknown): string | null {
  if (typeof value === "string") return `${field} == ${JSON.stringify(value)}`;
  if (typeof value === "number") return `${field} == ${celNumber(value)}`;
  return typeof value === "boolean" ? `${field} == ${value}` : null;
}

const celNumber = (value: number): string => (Number.isInteger(value) ? `${value}.0` : String(value));
