import { hashText } from "#values";

/** A uuid (version 8) that depends only on the seed, the kind of thing and its name. */
export function nameId(seed: string, kind: "node" | "edge" | "annotation", name: string): string {
  const [a, b, c, d] = hashText(JSON.stringify([seed, kind, name]));
  const high = hex8(a);
  const middle = hex8(b);
  const low = hex8(c);
  const variant = (0x8000 | ((d >>> 16) & 0x3fff)).toString(16);
  return `${high}-${middle.slice(0, 4)}-8${middle.slice(5)}-${variant}-${low}${hex8(d).slice(4)}`;
}

function hex8(value: number): string {
  return value.toString(16).padStart(8, "0");
}
