/** One line of progress on stderr: stdout belongs to what was asked for. */
export function say(text: string): void {
  const styled = process.stderr.isTTY && !process.env.NO_COLOR;
  process.stderr.write(styled ? `  \u001B[2m${text}\u001B[22m\n` : `  ${text}\n`);
}
