export type Statement = {
  readonly run: () => Promise<unknown> | undefined;
  /** Has the connection to itself, as a copy must. */
  readonly isAlone: boolean;
};

/** Statements of a transaction, sent without waiting for each other wherever neither of two neighbours is to be alone. */
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
