import { spawn } from "node:child_process";
import type { Cli } from "../cli.ts";
import { askJourney } from "../journeys/ask-journey.ts";
import type { Register } from "../register.ts";

export const open: Register = (command, bind) => {
  command.argument("[journey]", "The journey's id, key or number; the dashboard without it").action(bind(openPage));
};

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: "open",
  linux: "xdg-open",
  win32: "explorer",
};

/** Prints the address; on a terminal the browser opens it too. */
async function openPage(cli: Cli, reference: string | undefined): Promise<void> {
  const path = reference === undefined ? "/journeys" : `/journeys/${(await askJourney(cli, reference)).id}`;
  const url = `${cli.server.url}${path}`;
  cli.output.data({ url }, `${url}\n`);
  const opener = OPENERS[process.platform];
  if (!cli.terminal.isInteractive || cli.isPlan || !opener) return;
  const child = spawn(opener, [url], { stdio: "ignore", detached: true });
  child.on("error", () => cli.output.say("No browser could be opened; the address is above."));
  child.unref();
}
