import { log, logSettings } from "#log";

/** One line of progress on stderr: stdout belongs to what was asked for. Part of the log where the log is JSON. */
export function say(text: string): void {
  if (logSettings().format === "json") {
    log.info(text);
    return;
  }
  const styled = process.stderr.isTTY && !process.env.NO_COLOR;
  process.stderr.write(styled ? `  \u001B[2m${text}\u001B[22m\n` : `  ${text}\n`);
}
