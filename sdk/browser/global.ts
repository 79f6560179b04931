import { type Client, createClient, type Options } from "./client.ts";

/** A command and its values, as `DAP("identify", "ada")` was called with them. */
type Command = readonly [name: string, ...values: unknown[]];
type Global = ((...command: Command) => unknown) & { q?: ArrayLike<unknown>[] };

/**
 * Takes the place of the stub: `window.DAP` runs commands at once, and those that were called before this script
 * arrived come first, in order. Whatever is said before `init` waits for it.
 */
const script = document.currentScript as HTMLScriptElement | null;
const early = ((window as { DAP?: Global } & Window).DAP?.q ?? []).map(
  (values) => Array.from(values) as unknown as Command,
);
let client: Client | null = null;
let waiting: Command[] = [];

const dap: Global = (...command) => {
  const [name, ...values] = command;
  if (name === "init") return open(values[0] as string, values[1] as Partial<Options>);
  if (name === "ready" && client) return (values[0] as (client: Client) => unknown)(client);
  if (!client) return void waiting.push(command);
  const run = client[name as keyof Client] as ((...values: unknown[]) => unknown) | undefined;
  return run ? run(...values) : console.warn("DAP has no command:", name);
};

function open(key: string, options: Partial<Options> = {}): void {
  if (client) return;
  const url = script?.src ? { url: new URL("..", script.src).href } : {};
  client = createClient({ key, ...url, ...options });
  const held = waiting;
  waiting = [];
  for (const command of held) dap(...command);
}

(window as { DAP?: Global } & Window).DAP = dap;
const { key, askConsent, autoPage, content } = script?.dataset ?? {};
if (key)
  open(key, { askConsent: askConsent !== undefined, autoPage: autoPage !== "false", content: content !== "false" });
for (const command of early) dap(...command);
