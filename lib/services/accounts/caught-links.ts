import { AsyncLocalStorage } from "node:async_hooks";

const waiting = new AsyncLocalStorage<{ token?: string }>();

/** Called by the account library when it has made a link, within the call that asked for it. */
export function catchLink({ token }: { token: string }): void {
  const box = waiting.getStore();
  if (box) box.token = token;
}

/** Runs what makes a link and answers the link's token. */
export async function tokenMadeBy(make: () => Promise<unknown>): Promise<string> {
  const box: { token?: string } = {};
  await waiting.run(box, make);
  if (box.token === undefined) throw new Error("No sign-in link was made.");
  return box.token;
}
