import type { TestProject } from "vitest/node";
import { serveWorkspace } from "#api/testing/workspace";
import startTestServer from "#db/testing/server";
import { findBrowser } from "../browser/find-browser.ts";
import { surroundings } from "./surroundings.ts";

/** Before the first rendering test: a browser, a database, and the API of a new workspace. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  surroundings.browser = await findBrowser();
  const stopServer = await startTestServer(project);
  const workspace = await serveWorkspace(project.getProvidedContext().testServer);
  surroundings.workspace = workspace;
  return async () => {
    await workspace.close();
    await stopServer();
  };
}
