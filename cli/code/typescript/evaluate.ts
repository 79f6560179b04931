import { registerHooks } from "node:module";

/** What the CLI gives a process that reads files of TypeScript: where the builder is, and the files. */
export type Work = { readonly builder: string; readonly files: readonly string[] };

/** What the process tells of each file: that it begins, then what it exports or what is wrong. */
export type Told =
  | { readonly begins: string }
  | { readonly file: string; readonly value: unknown }
  | { readonly file: string; readonly error: Fault };
export type Fault = { readonly code: string | null; readonly message: string; readonly stack: string };

const FORBIDDEN =
  /^(?:node:)?(?:net|tls|https?|http2|dgram|dns|child_process|worker_threads|cluster|inspector|repl|vm|wasi)(?:\/|$)/;
const GLOBALS = ["fetch", "WebSocket", "EventSource"];

// A file says a journey, the same at every reading: it asks nobody. What else it could do, the permission model refuses.
for (const name of GLOBALS) Reflect.deleteProperty(globalThis, name);
process.getBuiltinModule = () => {
  throw new Error("A journey file cannot load modules of Node by itself.");
};

/** Whether a value can be said as JSON; if not, the place in it. */
function notData(value: unknown, place = ""): string | null {
  if (value === null || ["string", "boolean"].includes(typeof value)) return null;
  if (typeof value === "number") return Number.isFinite(value) ? null : place;
  if (typeof value !== "object") return place;
  const isPlain = Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
  if (!isPlain) return place;
  for (const [key, part] of Object.entries(value)) {
    const found = part === undefined && !Array.isArray(value) ? null : notData(part, `${place}/${key}`);
    if (found !== null) return found;
  }
  return null;
}

async function read(file: string): Promise<unknown> {
  const { default: value } = await import(file);
  if (value === undefined) throw new Error("has no default export: `export default journey(…)`");
  const place = notData(value);
  if (place !== null) throw new Error(`exports something else than data at ${place || "/"}`);
  return value;
}

const tell = (told: Told): Promise<void> =>
  new Promise((resolve) => {
    process.send?.(told, () => resolve());
  });

async function tellAll({ builder, files }: Work): Promise<void> {
  registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier === "sojourn/journeys") return { url: builder, shortCircuit: true };
      if (FORBIDDEN.test(specifier)) throw new Error(`A journey file cannot use ${specifier}.`);
      return next(specifier, context);
    },
  });
  for (const file of files) {
    await tell({ begins: file });
    try {
      await tell({ file, value: await read(file) });
    } catch (error) {
      const { code = null, message = String(error), stack = "" } = error as Partial<Fault>;
      await tell({ file, error: { code, message, stack } });
    }
  }
  process.disconnect();
}

process.once("message", (work: Work) => void tellAll(work));
