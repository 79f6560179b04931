import { accountRoute, HttpError, one, Reply } from "#http";
import { getSecondFactor, givePasskey, giveSecondFactor, PasskeyAnswer, SecondFactor } from "#services/second-factor";

export const POST = accountRoute({
  method: "POST",
  path: "/api/auth/second-factor/passkey",
  summary: "Give the second factor by a passkey",
  beforeSecondFactor: true,
  body: PasskeyAnswer,
  response: one(SecondFactor),
  handler: async ({ account, body, request }) => {
    if (!(await givePasskey(account, body)))
      throw new HttpError("unauthorized", "The passkey is not one of this account.");
    const cookies = await giveSecondFactor(account, request.headers, account.isBrowser);
    const data = await getSecondFactor({ ...account, secondFactor: "done" });
    return new Reply({ data }, { cookies });
  },
});
