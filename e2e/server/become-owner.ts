import type { TestServer } from "./start-server.ts";

export const OWNER = { email: "owner@example.com", password: "correct horse battery", name: "Olive Owner" };

/** Spends the printed link and gives the owner an address and a password, as a newcomer does. */
export async function becomeOwner(server: TestServer): Promise<string> {
  const token = new URL(server.signInLink ?? server.url).searchParams.get("token");
  const post = (path: string, body: unknown, cookie = "") =>
    fetch(`${server.url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie },
      body: JSON.stringify(body),
    });
  const entered = await post("/api/auth/welcome", { token });
  const cookie = entered.headers.getSetCookie().map((line) => line.split(";")[0])[0];
  if (!entered.ok || !cookie) throw new Error(`The sign-in link did not work: ${await entered.text()}`);
  const set = await post("/api/auth/password", OWNER, cookie);
  if (!set.ok) throw new Error(`The password was not accepted: ${await set.text()}`);
  return cookie;
}
