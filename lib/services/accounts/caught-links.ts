import { AsyncLocalStorage } from "node:async_hooks";

const waiting = new AsyncLocalStorage<{ token?: string }>();

/** Called by the account library when it has created a link, within the call that requested it. */
export function catchLink({ token }: { token: string }): void {
  const box = waiting.getStore();
  if (box) box.token = token;
}

/** Runs a function that creates a link and returns the link's token. */
export async function tokenMadeBy(make: () => Promise<unknown>): Promise<string> {
  const box: { token?: string } = {};
  await waiting.run(box, make);
  if (box.token === undefined) throw new Error("No sign-in link was made.");
  return box.token;
}
