import { celOf, type FieldTest, variantsOf } from "./field-test.ts";

/** `filter` and `expression` of a TRIGGER or a WAIT_FOR_EVENT; null = a test cannot be said there. */
export type EventFilter = { readonly filter?: Readonly<Record<string, unknown>>; readonly expression?: string };

/** Tests of an event's properties that must all hold: equality as a map, everything else as CEL. */
export function eventFilterOf(tests: readonly FieldTest[]): EventFilter | null {
  const filter: Record<string, unknown> = {};
  const expressions: string[] = [];
  for (const test of tests) {
    const [only] = test.values;
    const isPlain = test.comparison === "is" && !test.not && !test.ignoresCase && test.values.length === 1;
    if (isPlain && variantsOf(only).length === 1 && !Object.hasOwn(filter, test.name)) {
      filter[test.name] = only;
      continue;
    }
    const expression = celOf(test, "event.properties");
    if (expression === null) return null;
    expressions.push(expression);
  }
  return {
    ...(Object.keys(filter).length > 0 ? { filter } : {}),
    ...(expressions.length > 0 ? { expression: expressions.join(" && ") } : {}),
  };
}
