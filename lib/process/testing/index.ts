const due: (() => unknown)[] = [];

/**
 * Has this done after the last test of the file that runs. A helper's own `afterAll` would not: the files that a worker
 * runs one after another share its modules, so only the first file evaluates the helper's.
 */
export function atFileEnd(clean: () => unknown): void {
  due.push(clean);
}

/** Does what is due, the newest first. */
export async function endFile(): Promise<void> {
  for (const clean of due.splice(0).reverse()) await clean();
}
