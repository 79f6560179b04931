import type { One } from "./answers.ts";
import { api } from "./client.ts";

/** Uses up a mailed link. */
export const openSenderLink = async (token: string): Promise<{ email: string; workspace: string }> =>
  (await api.post<One<{ email: string; workspace: string }>>("/api/sender-identities/verify", { token })).data;
