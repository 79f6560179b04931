const WIDTH = 100;

/** A JSON value as a literal: on one line if it fits behind `before` characters, else a line for each part. */
export function literal(value: unknown, indent: string, before = 0): string {
  const short = oneLine(value);
  if (indent.length + before + short.length < WIDTH || !isParted(value)) return short;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((one) => `${inner}${literal(one, inner)},\n`).join("")}${indent}]`;
  const lines = Object.entries(value).map(([key, part]) => {
    const name = keyText(key);
    return `${inner}${name}: ${literal(part, inner, name.length + 3)},\n`;
  });
  return `{\n${lines.join("")}${indent}}`;
}

/** A call with its arguments: on one line if it fits, else an argument a line; empty objects at the end are left out. */
export function call(name: string, given: readonly unknown[], indent: string): string {
  const args = withoutEmptyEnd(given);
  const short = `${name}(${args.map(oneLine).join(", ")})`;
  if (indent.length + short.length < WIDTH) return short;
  const [only, ...others] = args;
  if (others.length === 0) return `${name}(${literal(only, indent, WIDTH)})`;
  const inner = `${indent}  `;
  return `${name}(\n${args.map((one) => `${inner}${literal(one, inner, 1)},\n`).join("")}${indent})`;
}

function withoutEmptyEnd(args: readonly unknown[]): readonly unknown[] {
  const last = args.at(-1);
  const isEmpty = args.length > 1 && typeof last === "object" && last !== null && oneLine(last) === "{}";
  return isEmpty ? withoutEmptyEnd(args.slice(0, -1)) : args;
}

const isParted = (value: unknown): value is object =>
  typeof value === "object" && value !== null && Object.keys(value).length > 0;

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, part]) => `${keyText(key)}: ${oneLine(part)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

/** A key as it stands in a literal. Written plainly, `__proto__` would set the prototype. */
export function keyText(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
