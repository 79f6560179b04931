import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import type { Shop } from "./shop.ts";

/**
 * A website that makes it hard for others: no script of its own address book but two, no style that is not its own, every
 * element without any style, and no text that becomes a script.
 */
export async function openStrictSite(serverUrl: string, key: string): Promise<Shop> {
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${serverUrl}`,
    `connect-src ${serverUrl}`,
    "style-src 'self'",
    "img-src 'self'",
    "frame-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
  const server = createServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? "/", "http://localhost");
    if (pathname === "/site.css") return outgoing.setHeader("content-type", "text/css").end(CSS);
    if (pathname === "/site.js") return outgoing.setHeader("content-type", "text/javascript").end(SCRIPT);
    outgoing.setHeader("content-type", "text/html; charset=utf-8").setHeader("content-security-policy", policy);
    const known = pathname === "/wrong-key" ? `${key.slice(0, 8)}wrong_0123456789` : key;
    return outgoing.end(pathname === "/frame" ? FRAME : pageOf(`${serverUrl}/sdk/sojourn.js`, known));
  });
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://localhost:${port}`, stop };
}

const CSS = "* { all: unset !important } dialog:not([open]) { display: none !important }";
const FRAME = `<!doctype html><html lang="en"><title>Frame</title><p><button id="inner">In the frame</button>`;

const pageOf = (script: string, key: string): string => `<!doctype html><html lang="en"><head><title>Strict shop</title>
<link rel="stylesheet" href="/site.css"><script src="/site.js"></script><script src="${script}" data-key="${key}"></script></head>
<body><main><h1>Strict shop</h1><p><button id="before">Before</button></p><p><button id="dialog-opener">Open the dialog</button></p>
<div id="route"></div><div id="host"></div><iframe id="frame" src="/frame" title="Part of the shop" width="300" height="80"></iframe>
<dialog id="dialog" aria-label="The shop's dialog"><p><button id="in-dialog">In the dialog</button> <button id="close-dialog">Close</button></p></dialog>
</main></body></html>`;

/** The page's own code: a shadow root, a dialog, and a route that replaces its nodes. */
const SCRIPT = `
window.violations = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
  window.violations.push([violatedDirective, blockedURI, sample].join(" ")));
window.drawRoute = () => {
  const button = document.createElement("button");
  button.id = "routed";
  button.textContent = "On " + location.pathname;
  document.getElementById("route").replaceChildren(button);
};
document.addEventListener("DOMContentLoaded", () => {
  const root = document.getElementById("host").attachShadow({ mode: "open" });
  const inner = document.createElement("button");
  inner.id = "shadowed";
  inner.textContent = "In the shadow root";
  root.append(inner);
  const dialog = document.getElementById("dialog");
  document.getElementById("dialog-opener").addEventListener("click", () => dialog.showModal());
  document.getElementById("close-dialog").addEventListener("click", () => dialog.close());
  window.drawRoute();
});
window.go = (path) => {
  history.pushState(null, "", path);
  window.drawRoute();
};
`;

/** What the policy of the page refused. */
export const violationsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { violations: string[] }).violations);

/** Calls the browser client in the page. */
export const dap = (page: Page, ...command: unknown[]): Promise<unknown> =>
  page.evaluate((values) => (window as unknown as { DAP: (...command: unknown[]) => unknown }).DAP(...values), command);
