import picocolors from "picocolors";
import { alignedTable, tabbedTable } from "./table.ts";
import type { Terminal } from "./terminal.ts";

type Rows = { readonly heading: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** What a command prints: data on stdout, as JSON if asked for; everything else on stderr. */
export class Output {
  readonly #terminal: Terminal;
  readonly json: boolean;
  readonly colors: ReturnType<typeof picocolors.createColors>;
  readonly #dim: (text: string) => string;

  constructor(terminal: Terminal, json: boolean) {
    this.#terminal = terminal;
    this.json = json;
    this.colors = picocolors.createColors(isColored(terminal, terminal.stdout.isTTY));
    this.#dim = picocolors.createColors(isColored(terminal, terminal.stderr.isTTY)).dim;
  }

  /** The data of a command: a value for programs, and how people read it. */
  data(value: unknown, text: string | (() => string)): void {
    if (this.json) this.#terminal.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    else this.#terminal.stdout.write(typeof text === "string" ? text : text());
  }

  /** A list: aligned under a heading on a terminal, with tabs in a pipe. */
  table(value: unknown, { heading, rows }: Rows): void {
    this.data(value, () => {
      if (!this.#terminal.stdout.isTTY) return tabbedTable(rows);
      return rows.length === 0 ? "" : alignedTable(heading, rows);
    });
  }

  /** One line of a stream: JSON a line if asked for. */
  line(value: unknown, text: string): void {
    this.#terminal.stdout.write(this.json ? `${JSON.stringify(value)}\n` : `${text}\n`);
  }

  /** Talk: what was done, what follows. */
  say(text: string): void {
    this.#terminal.stderr.write(`${text}\n`);
  }

  /** The command that reverses what was done. */
  undo(command: string): void {
    this.say(this.#dim(`Undo: ${command}`));
  }
}

function isColored({ env }: Terminal, isTTY: boolean | undefined): boolean {
  if (env.NO_COLOR) return false;
  return Boolean(env.FORCE_COLOR) || (Boolean(isTTY) && env.TERM !== "dumb");
}
