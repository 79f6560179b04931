import { beforeAll, describe, expect, it } from "vitest";
import { setFirstPassword } from "#services/accounts";
import { schema } from "#store";
import { GET, POST } from "./auth/[...all]/route.ts";
import { POST as changePassword } from "./auth/change-password/route.ts";
import { type ApiFixture, apiFixture } from "./testing/api-fixture.ts";
import { send } from "./testing/client.ts";
import { signSessionFor } from "./testing/members.ts";

const PASSWORD = "a long enough password";
const MEGABYTES = 20 * 1024 * 1024;

let api: ApiFixture;
let cookie: string;
let email: string;
beforeAll(async () => {
  api = await apiFixture();
  cookie = await signSessionFor(api, "viewer");
  const [user] = await api.database.orm.select().from(schema.users);
  email = user?.email ?? "";
  await setFirstPassword(user?.id ?? "", { password: PASSWORD });
});

const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

const asked = (
  method: "GET" | "POST",
  path: string,
  body?: string | ReadableStream,
  headers = {},
): Promise<Response> => {
  const request = new Request(`http://localhost:3000/api/auth/${path}`, {
    method,
    headers: { "content-type": "application/json", origin: "http://localhost:3000", cookie, ...headers },
    ...(body === undefined ? {} : { body }),
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });
  if (method === "GET") return Promise.resolve(GET(request));
  // Next gives it to the route of its own, which stands before the others.
  return path === "change-password" ? changePassword(request, { params: Promise.resolve({}) }) : POST(request);
};

describe("T7: calls about the own account", () => {
  it("T7: are the few that the product uses; the library's others do not exist", async () => {
    const others = [
      "update-user",
      "update-session",
      "delete-user",
      "change-email",
      "sign-up/email",
      "list-accounts",
      "link-social",
      "unlink-account",
      "request-password-reset",
      "reset-password",
      "send-verification-email",
      "verify-password",
      "sign-in/social",
      "sign-in/magic-link",
      "revoke-sessions",
      "get-access-token",
      "refresh-token",
      "sign-in/email/x",
    ];
    const body = JSON.stringify({ name: "Eve", image: "data:,x", email, password: PASSWORD });
    for (const path of others) expect([path, (await asked("POST", path, body)).status]).toEqual([path, 404]);
    for (const path of ["get-session", "list-sessions", "ok", "error", "verify-email", "magic-link/verify", "sign-out"])
      expect([path, (await asked("GET", path)).status]).toEqual([path, 404]);
    const [user] = await api.database.orm.select().from(schema.users);
    expect(user).toMatchObject({ name: "viewer", image: null });
  });

  it("T7: take 16 KB at most, whether they say their size or not", async () => {
    const large = JSON.stringify({ email, password: PASSWORD, callbackURL: "x".repeat(17_000) });
    expect((await asked("POST", "sign-in/email", large)).status).toBe(413);
    expect((await asked("POST", "sign-out", large)).status).toBe(413);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 4096;
        if (sent > MEGABYTES) controller.close();
        else controller.enqueue(new Uint8Array(4096).fill(0x20));
      },
    });
    expect((await asked("POST", "change-password", endless)).status).toBe(413);
    expect(sent).toBeLessThan(100_000);
    const nested = "[".repeat(5_000) + "]".repeat(5_000);
    expect((await asked("POST", "sign-in/email", nested)).status).toBe(422);
  });

  it("T7: still sign in, change the password and sign out", async () => {
    const signIn = (password: string) => asked("POST", "sign-in/email", JSON.stringify({ email, password }));
    expect((await signIn("a wrong password")).status).toBe(401);
    const signedIn = await signIn(PASSWORD);
    expect(signedIn.status).toBe(200);
    const session = { cookie: cookieOf(signedIn) };
    const change = JSON.stringify({ currentPassword: PASSWORD, newPassword: "another long password" });
    expect((await asked("POST", "change-password", change, session)).status).toBe(200);
    expect((await signIn(PASSWORD)).status).toBe(401);
    const again = await signIn("another long password");
    const latest = { cookie: cookieOf(again) };
    expect((await asked("POST", "sign-out", undefined, latest)).status).toBe(200);
    expect((await asked("POST", "change-password", change, latest)).status).toBe(401);
  });

  it("T16: refuse weak passwords, name the field, and note changes", async () => {
    const current = "another long password";
    const session = {
      cookie: cookieOf(await asked("POST", "sign-in/email", JSON.stringify({ email, password: current }))),
    };
    const change = async (currentPassword: string, newPassword: string) => {
      const answer = await asked("POST", "change-password", JSON.stringify({ currentPassword, newPassword }), session);
      const { errors = [] } = (await answer.json()) as { errors?: { field: string; message: string }[] };
      return [answer.status, errors[0]?.field, errors[0]?.message];
    };
    expect(await change("not the one", "a new password of words")).toEqual([
      422,
      "currentPassword",
      expect.any(String),
    ]);
    expect(await change(current, "14 characters.")).toEqual([
      422,
      "newPassword",
      expect.stringContaining("At least 15"),
    ]);
    expect(await change(current, "1qaz2wsx3edc4rfv")).toEqual([422, "newPassword", expect.stringContaining("leaked")]);
    expect(await change(current, "a new password of words")).toEqual([200, undefined, undefined]);
    const noted = await api.database.sql`select 1 from audit_log where action = 'account.change_password'`;
    expect(noted).toHaveLength(2);
    await change("a new password of words", current);
  });

  it("T16: wait after five wrong passwords, at every door, also for the right one and for nobody's address", async () => {
    const wrong = (address: string) => JSON.stringify({ email: address, password: "not the one" });
    const stranger = "nobody@example.com";
    for (const address of [email, stranger])
      for (let turn = 0; turn < 5; turn++)
        expect((await asked("POST", "sign-in/email", wrong(address))).status).toBe(401);
    const right = JSON.stringify({ email: email.toUpperCase(), password: "another long password" });
    for (const body of [right, wrong(stranger)]) {
      const refused = await asked("POST", "sign-in/email", body);
      expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
      expect((await send("POST", "/api/auth/token", { body: JSON.parse(body) })).status).toBe(429);
    }
    await api.database.sql`update sign_in_attempts set blocked_until = now()`;
    expect((await asked("POST", "sign-in/email", wrong(email))).status).toBe(401);
    const longer = await asked("POST", "sign-in/email", right);
    expect([longer.status, Number(longer.headers.get("retry-after")) > 60]).toEqual([429, true]);
    await api.database.sql`update sign_in_attempts set blocked_until = now()`;
    expect((await asked("POST", "sign-in/email", right)).status).toBe(200);
    expect((await asked("POST", "sign-in/email", wrong(email))).status).toBe(401);
  });

  it("T7: come as JSON, which a form of another site cannot send", async () => {
    const body = JSON.stringify({ email, password: "another long password" });
    expect((await asked("POST", "sign-in/email", body, { "content-type": "text/plain" })).status).toBe(400);
  });
});
