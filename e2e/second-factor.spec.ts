import type { CDPSession, Page } from "@playwright/test";
import { totpCode } from "#signatures";
import { expect, test } from "./fixtures.ts";
import { checkLooks } from "./studio/check-page.ts";

const EMAIL = "careful@example.com";
const PASSWORD = "a quiet harbour at noon";

/** The code of a step from now: each code counts once. */
const codeOf = (secret: string, ahead: number) => totpCode(secret, Math.floor(Date.now() / 30_000) + ahead);

async function addAuthenticator(page: Page): Promise<CDPSession> {
  const client = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2",
    transport: "internal",
    hasResidentKey: true,
    hasUserVerification: true,
  } as const;
  await client.send("WebAuthn.addVirtualAuthenticator", {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return client;
}

async function signIn(page: Page): Promise<void> {
  await page.goto("/sign-in?next=/settings%3Ftab%3Daccount");
  await page.getByLabel("Email").fill(EMAIL);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("a member signs in with an app, a backup code and a passkey, and others cannot without", async ({
  signedInPage: page,
}) => {
  const context = page.context();
  const invited = await page.request.post("/api/members", { data: { email: EMAIL, role: "editor" } });
  expect(invited.status(), await invited.text()).toBe(201);
  const { data } = (await invited.json()) as { data: { signInLink: string } };
  await context.clearCookies();
  const token = new URL(data.signInLink).searchParams.get("token");
  await page.request.post("/api/auth/welcome", { data: { token } });
  await page.request.post("/api/auth/password", { data: { password: PASSWORD } });

  await page.goto("/settings?tab=account");
  await page.getByRole("button", { name: "Set up app" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Your password").fill("not the one");
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByText("The password is wrong.")).toBeVisible();
  await dialog.getByLabel("Your password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Continue" }).click();
  await expect(dialog.getByRole("img", { name: "QR code for the authenticator app" })).toBeVisible();
  const secret = await dialog.locator("code").innerText();
  await page.screenshot({ path: "test-results/screenshots/second-factor-qr.png" });
  await dialog.getByLabel("Code of the app").fill(codeOf(secret, -1));
  await dialog.getByRole("button", { name: "Turn on" }).click();
  const codes = (await dialog.locator("pre").innerText()).split("\n");
  expect(codes).toHaveLength(10);
  await dialog.getByRole("button", { name: "I have kept them" }).click();
  await expect(page.getByText("10 are left.")).toBeVisible();

  await addAuthenticator(page);
  await page.getByRole("button", { name: "Add passkey" }).click();
  await dialog.getByLabel("Name").fill("Test laptop");
  await dialog.getByLabel("Your password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Add passkey" }).click();
  await expect(page.getByText("Test laptop")).toBeVisible();
  await checkLooks(page, "account");

  await context.clearCookies();
  await signIn(page);
  await expect(page.getByRole("heading", { name: "Second factor" })).toBeVisible();
  await page.goto("/people");
  await expect(page).toHaveURL(/\/sign-in\?step=second-factor/);
  const code = page.getByLabel(/Code of your authenticator app/);
  await code.fill("000000");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("The code is wrong or was used already.")).toBeVisible();
  await code.fill(codeOf(secret, 0));
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL(/\/people/);

  await context.clearCookies();
  await signIn(page);
  await code.fill(codes[0] ?? "");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByText("9 are left.")).toBeVisible();

  await context.clearCookies();
  await signIn(page);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByText(/Passkey, last used/)).toBeVisible();
});
