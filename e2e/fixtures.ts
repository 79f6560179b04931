import { test as base, type Page } from "@playwright/test";
import { type MailServer, startMailServer } from "#channels/testing";
import { Api } from "./server/api.ts";
import { becomeOwner } from "./server/become-owner.ts";
import { startServer, type TestServer } from "./server/start-server.ts";

export { expect } from "@playwright/test";
export { OWNER } from "./server/become-owner.ts";

type PerTest = {
  /** A page of the signed-in owner. */
  readonly signedInPage: Page;
  readonly api: Api;
};

type PerRun = {
  /** The built product on its own port and database, with mail going to `mailServer`; shared by the tests of a run. */
  readonly server: TestServer;
  readonly mailServer: MailServer;
  readonly ownerCookies: string;
};

export const test = base.extend<PerTest, PerRun>({
  mailServer: [
    async ({}, use) => {
      const mailServer = await startMailServer();
      await use(mailServer);
      await mailServer.close();
    },
    { scope: "worker" },
  ],
  server: [
    async ({ mailServer }, use) => {
      const server = await startServer({ SMTP_URL: mailServer.url });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  ownerCookies: [
    async ({ server }, use) => {
      await use(await becomeOwner(server));
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.url);
  },
  api: async ({ server }, use) => {
    await use(new Api(server.url));
  },
  signedInPage: async ({ page, context, server, ownerCookies }, use) => {
    const [name = "", value = ""] = ownerCookies.split("=", 2);
    await context.addCookies([{ name, value, url: server.url }]);
    await use(page);
  },
});
