const PLACE = Symbol.for("sojourn");
const scope: typeof globalThis & { [PLACE]?: Map<string, unknown> } = globalThis;

/**
 * The one value of a name in this process, made by the first who asks. A module's own variable is not enough: `server.ts` loads
 * the modules itself, and Next bundles copies of its own for pages and routes (docs/next-globals.md). All of them share only
 * `globalThis`. What changes is kept as a field of the value. A name stands for one type in the whole repository.
 */
export function processSingleton<Value>(name: string, make: () => Value): Value {
  scope[PLACE] ??= new Map();
  const values = scope[PLACE];
  if (!values.has(name)) values.set(name, make());
  return values.get(name) as Value;
}
