import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { magicLink } from "better-auth/plugins/magic-link";
import { config } from "#config";
import { type Database, getDatabase } from "#db";
import { schema } from "#store";
import { DAY_SECONDS } from "#times";
import { catchLink } from "./caught-links.ts";
import { ownSessions } from "./own-sessions.ts";
import { secretFor } from "./secret.ts";

/** Set by the server from the connection, never taken from outside. */
export const ADDRESS_HEADER = "x-sojourn-address";

const create = (secret: string, { orm }: Database) => {
  const { baseUrl } = config();
  return betterAuth({
    appName: "Sojourn",
    baseURL: baseUrl,
    basePath: "/api/auth",
    secret,
    telemetry: { enabled: false },
    database: drizzleAdapter(orm, {
      provider: "pg",
      schema: {
        user: schema.users,
        session: schema.sessions,
        account: schema.logins,
        verification: schema.verifications,
      },
    }),
    // Members are invited by an owner; there is no sign-up, and links are printed, not requested.
    disabledPaths: ["/sign-up/email", "/sign-in/magic-link", "/magic-link/verify"],
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: 500 },
    session: {
      expiresIn: 30 * DAY_SECONDS,
      updateAge: DAY_SECONDS,
      additionalFields: {
        lastSeenAt: { type: "date", required: false, input: false },
        secondFactorAt: { type: "date", required: false, input: false },
      },
    },
    user: { additionalFields: { hasSecondFactor: { type: "boolean", required: false, input: false } } },
    trustedOrigins: (request) => (request ? [sameOrigin(request)] : []),
    // Wrong passwords are counted in the database, by account and address (`throttled`); the library's own rule is 3 in 10 seconds.
    rateLimit: { enabled: true, window: 60, max: 120, customRules: { "/sign-in/email": { window: 60, max: 120 } } },
    advanced: {
      cookiePrefix: "sojourn",
      useSecureCookies: baseUrl.startsWith("https:"),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    plugins: [
      magicLink({ disableSignUp: true, expiresIn: DAY_SECONDS, storeToken: "hashed", sendMagicLink: catchLink }),
      ownSessions,
    ],
  });
};

// A page may be opened as localhost, 127.0.0.1 or a public name, so the origin is compared with the request's host.
function sameOrigin(request: Request): string {
  const url = new URL(request.url);
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host") ?? url.host;
  const protocol = request.headers.get("x-forwarded-proto") ?? url.protocol.replace(":", "");
  return `${protocol}://${host}`;
}

export type Auth = ReturnType<typeof create>;

const opened = new WeakMap<Database, Promise<Auth>>();

/** The account library on the process's own database; opened at first use. */
export function openAuth(): Promise<Auth> {
  const database = getDatabase();
  const auth = opened.get(database) ?? secretFor("sessions").then((secret) => create(secret, database));
  opened.set(database, auth);
  auth.catch(() => opened.delete(database));
  return auth;
}
