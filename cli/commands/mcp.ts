import type { Cli } from "../cli.ts";
import { findConnection } from "../connection.ts";
import { bridgeMcp } from "../mcp/bridge.ts";
import type { Register } from "../register.ts";

export const mcp: Register = (command, bind) => {
  command.action(bind(pass));
};

/** Passes messages on until stdin ends or the program is interrupted; stdout has nothing but the answers. */
async function pass({ terminal, flags }: Cli): Promise<void> {
  const { url, secretKey } = findConnection(terminal, flags.profile);
  const { stdin: input, stdout: output, signal } = terminal;
  await bridgeMcp({ url, secretKey, input, output, signal });
}
