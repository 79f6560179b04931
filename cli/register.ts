import type { Command } from "commander";
import type { Bind } from "./cli.ts";

/** Adds arguments, flags and action to a command that has its name and description. */
export type Register = (command: Command, bind: Bind) => void;

/** A command, or a group of them. */
export type Entry = { readonly description: string } & (
  | { readonly load: () => Promise<Register> }
  | { readonly commands: Readonly<Record<string, Entry>> }
);

/** Adds commands below another one; in full only those with a name among `used`, or all with null. */
export async function registerAll(
  parent: Command,
  entries: Readonly<Record<string, Entry>>,
  bind: Bind,
  used: ReadonlySet<string> | null,
): Promise<void> {
  for (const [name, entry] of Object.entries(entries)) {
    const command = parent.command(name).description(entry.description);
    if (used !== null && !used.has(name)) continue;
    if ("load" in entry) (await entry.load())(command, bind);
    else await registerAll(command, entry.commands, bind, used);
  }
}
