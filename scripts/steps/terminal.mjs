import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

const styled = process.stdout.isTTY && !process.env.NO_COLOR;

export const dim = (text) => (styled ? `\u001B[2m${text}\u001B[22m` : text);

/** One line of progress, on stderr: stdout is for results. */
export const say = (text) => process.stderr.write(`  ${dim(text)}\n`);
