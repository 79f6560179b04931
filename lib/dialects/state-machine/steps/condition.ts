import { isObject } from "#values";
import { hasOnly, type Meta, objectOr, type Step } from "./step.ts";

const OPERATORS = ["eq", "ne", "in", "exists"];
/** Attributes that start with one of these are paths; any other is a trait of the customer. */
const ROOTS = ["account", "person", "traits", "tags", "stage", "segments", "journey", "event", "trigger", "context"];
const TRAITS = "person.traits.";

const isPath = (attribute: string): boolean => ROOTS.includes(attribute.split(".", 1)[0] ?? "");

export const condition: Step = {
  on: { TRUE: "TRUE", FALSE: "FALSE" },
  fields: ["attribute", "operator", "value"],
  read(meta) {
    const [attribute, operator] = [attributeOf(meta), operatorOf(meta)];
    if (attribute === null || operator === null || !isComparable(meta, operator)) return null;
    const { value } = meta.value;
    const field = isPath(attribute) ? attribute : `${TRAITS}${attribute}`;
    const rule = { field, op: operator, ...(value === undefined ? {} : { value }) };
    return { type: "CONDITION", config: { rules: { all: [rule] } } };
  },
  write({ type, config }) {
    if (type !== "CONDITION" || !hasOnly(config, ["rules"])) return null;
    const rules = objectOr(config.rules);
    if (!hasOnly(rules, ["all"]) || !Array.isArray(rules.all) || rules.all.length !== 1) return null;
    const [rule]: unknown[] = rules.all;
    if (!isObject(rule) || !hasOnly(rule, ["field", "op", "value"]) || typeof rule.field !== "string") return null;
    if (!OPERATORS.includes(String(rule.op))) return null;
    const trait = rule.field.startsWith(TRAITS) ? rule.field.slice(TRAITS.length) : "";
    const attribute = trait !== "" && !isPath(trait) ? trait : rule.field;
    if (!isPath(attribute) && trait === "") return null;
    return { attribute, operator: rule.op, ...(rule.value === undefined ? {} : { value: rule.value }) };
  },
};

function attributeOf(meta: Meta): string | null {
  const { attribute } = meta.value;
  if (attribute === undefined) return meta.fault("attribute", "missing_field", "The field attribute is missing.");
  if (typeof attribute === "string" && attribute.trim() !== "") return attribute;
  return meta.fault("attribute", "wrong_type", "The field attribute must be a text such as account.tier.");
}

function operatorOf(meta: Meta): string | null {
  const { operator } = meta.value;
  if (operator === undefined) return meta.fault("operator", "missing_field", "The field operator is missing.");
  if (OPERATORS.includes(String(operator))) return String(operator);
  return meta.fault("operator", "unknown_operator", `The operator must be one of ${OPERATORS.join(", ")}.`);
}

function isComparable(meta: Meta, operator: string): boolean {
  const { value } = meta.value;
  const wrong = (message: string) => {
    meta.fault("value", value === undefined ? "missing_field" : "wrong_type", message);
    return false;
  };
  if (operator === "exists")
    return (
      value === undefined || typeof value === "boolean" || wrong("With exists, the value is true or false, if given.")
    );
  if (value === undefined) return wrong(`The field value is missing: ${operator} compares with it.`);
  return operator !== "in" || Array.isArray(value) || wrong("With in, the field value must be a list.");
}
