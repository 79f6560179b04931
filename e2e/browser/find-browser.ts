import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { type Browser, unpackBrowser } from "./unpack-browser.ts";

const ON_THE_SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A Chromium for the tests: the named one, Playwright's, the system's, the one from the npm registry, or a download. */
export async function findBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { executablePath: named, env: {} };
  const there = [chromium.executablePath(), ...ON_THE_SYSTEM].find((path) => existsSync(path));
  if (there) return { executablePath: there, env: {} };
  const unpacked = await unpackBrowser();
  if (unpacked) return unpacked;
  execFileSync("npx", ["playwright", "install", "chromium"], { stdio: "inherit" });
  return { executablePath: chromium.executablePath(), env: {} };
}
