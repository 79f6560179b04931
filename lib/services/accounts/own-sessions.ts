import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import * as z from "zod";

/**
 * Lets our own ways to sign in open a session of the account library, with its cookie. It cannot be called from outside:
 * it has no address.
 */
export const ownSessions = {
  id: "sojourn-sessions",
  endpoints: {
    openOwnSession: createAuthEndpoint.serverOnly(
      { method: "POST", body: z.object({ userId: z.string(), hasSecondFactor: z.boolean() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.userId);
        if (!user) throw ctx.error("NOT_FOUND");
        const given = ctx.body.hasSecondFactor ? { secondFactorAt: new Date() } : {};
        const session = await internalAdapter.createSession(user.id, false, given);
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ id: session.id });
      },
    ),
  },
} satisfies BetterAuthPlugin;
