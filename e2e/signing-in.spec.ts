import { expect, OWNER, test } from "./fixtures.ts";
import { startServer } from "./server/start-server.ts";

test("a newcomer opens the printed link, is signed in, and the link works only once", async ({ browser }) => {
  const server = await startServer();
  try {
    const page = await browser.newPage();
    await page.goto(server.signInLink ?? "");
    await page.getByRole("button", { name: "Open the studio" }).click();
    await expect(page).toHaveURL(/\/journeys$/);
    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(server.signInLink ?? "");
    await stranger.getByRole("button", { name: "Open the studio" }).click();
    await expect(stranger.getByText("This link was used already or has expired")).toBeVisible();
  } finally {
    await server.stop();
  }
});

test("the owner signs in with address and password, and nobody else does", async ({ page, ownerCookies }) => {
  expect(ownerCookies).toContain("sojourn.session_token=");
  await page.goto("/journeys");
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel(/e-?mail/i).fill(OWNER.email);
  await page.getByLabel(/password/i).fill("not the password");
  await page.getByRole("button", { name: /sign in/i }).click();
  await expect(page.getByText("Wrong email or password.")).toBeVisible();
  await page.getByLabel(/password/i).fill(OWNER.password);
  await page.getByRole("button", { name: /sign in/i }).click();
  await expect(page).toHaveURL(/\/journeys/);
});
