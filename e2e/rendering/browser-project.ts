import { playwright } from "@vitest/browser-playwright";
import type { Plugin } from "vitest/config";
import { launchArguments } from "../browser/launch-arguments.ts";
import { forwardToApi } from "./forward-to-api.ts";
import { surroundings } from "./surroundings.ts";

// Read when the browser is launched, which is after the set-up.
const launchOptions = {
  args: launchArguments,
  get executablePath(): string {
    return surroundings.browser?.executablePath ?? "";
  },
  get env(): Record<string, string> {
    const own = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
    return { ...Object.fromEntries(own), ...surroundings.browser?.env };
  },
};

const viewport = { width: 1280, height: 900 };
// By default vitest launches the browser before the set-up has found one.
const { prewarm: _early, ...provider } = playwright({
  launchOptions,
  contextOptions: { reducedMotion: "reduce" },
  actionTimeout: 5_000,
});

/** How vitest runs tests in the browser. */
export const browserMode = {
  enabled: true,
  headless: true,
  screenshotFailures: false,
  viewport,
  provider,
  instances: [{ browser: "chromium" as const }],
};

/**
 * The libraries of the pages, made ready before the first test. One that is missing here is made ready when a test loads
 * it, and the page is loaded again in the middle of a run, which vitest reports.
 */
export const pageLibraries = [
  "@hookform/resolvers/zod",
  "@tanstack/react-query",
  "@xyflow/react",
  "class-variance-authority",
  "clsx",
  "cmdk",
  "lucide-react",
  "next-themes",
  "next/dist/shared/lib/app-router-context.shared-runtime",
  "next/dynamic",
  "next/link",
  "next/navigation",
  "nuqs",
  "nuqs/adapters/next/app",
  "nuqs/adapters/testing",
  "radix-ui",
  "react",
  "react-dom/client",
  "react-hook-form",
  "react/jsx-dev-runtime",
  "sonner",
  "tailwind-merge",
  "temporal-polyfill",
  "zod",
  "zundo",
  "zustand",
  "zustand/vanilla",
];

/** Before vite's own answers, which refuse what is no file. */
export const apiOfPages: Plugin = {
  name: "api of pages",
  configureServer: (server) => void server.middlewares.use(forwardToApi),
};
