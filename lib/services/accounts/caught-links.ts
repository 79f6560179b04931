const waiting = new Map<string, (token: string) => void>();

/** Called by the account library when it has made a link; whoever asked for it is waiting. */
export function catchLink({ email, token }: { email: string; token: string }): void {
  waiting.get(email)?.(token);
}

/** Runs what makes a link for an address and answers the link's token. */
export async function tokenMadeBy(email: string, make: () => Promise<unknown>): Promise<string> {
  let token: string | undefined;
  waiting.set(email, (made) => {
    token = made;
  });
  try {
    await make();
  } finally {
    waiting.delete(email);
  }
  if (token === undefined) throw new Error("No sign-in link was made.");
  return token;
}
