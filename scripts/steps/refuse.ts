/** Says on the terminal why a program does nothing; returns its exit code. */
export function refuse(text: string, code: number): number {
  process.stderr.write(`${text}\n`);
  return code;
}
