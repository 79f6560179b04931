import { accountRoute, HttpError, one, Reply } from "#http";
import { Code, getSecondFactor, giveSecondFactor, isRightCode, SecondFactor } from "#services/second-factor";

const about = { path: "/api/auth/second-factor", beforeSecondFactor: true } as const;

export const GET = accountRoute({
  ...about,
  method: "GET",
  summary: "Get the second factor of the caller's account",
  response: one(SecondFactor),
  handler: async ({ account }) => ({ data: await getSecondFactor(account) }),
});

export const POST = accountRoute({
  ...about,
  method: "POST",
  summary: "Give the second factor by a code",
  description:
    "A code of the authenticator app, or a backup code; each counts once. A browser gets a new session cookie.",
  body: Code,
  response: one(SecondFactor),
  handler: async ({ account, body, request }) => {
    if (!(await isRightCode(account, body.code)))
      throw new HttpError("unauthorized", "The code is wrong or was used already.");
    const cookies = await giveSecondFactor(account, request.headers, account.isBrowser);
    const data = await getSecondFactor({ ...account, secondFactor: "done" });
    return new Reply({ data }, { cookies });
  },
});
