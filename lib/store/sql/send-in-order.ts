export type Statement = {
  readonly run: () => Promise<unknown> | undefined;
  /** The statement needs the connection exclusively, as a copy does. */
  readonly isAlone: boolean;
};

/**
 * Runs the statements of a transaction in order. They are sent without waiting for each other, except before and after
 * one that `isAlone`.
 */
export async function sendInOrder(statements: readonly Statement[]): Promise<void> {
  let sent: (Promise<unknown> | undefined)[] = [];
  for (const { run, isAlone } of statements) {
    if (isAlone) {
      await Promise.all(sent);
      sent = [];
      await run();
    } else sent.push(run());
  }
  await Promise.all(sent);
}
