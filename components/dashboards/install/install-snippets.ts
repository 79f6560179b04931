/** How the client gets into pages: the tag that follows updates, the tag of a file that never changes, or a package. */
export const INSTALL_WAYS = ["tag", "pinned", "npm", "react"] as const;
export type InstallWay = (typeof INSTALL_WAYS)[number];

export const WAY_WORDS: Record<InstallWay, { label: string; says: string }> = {
  tag: {
    label: "Script tag",
    says: "Into the head of every page. The file is checked for updates every five minutes.",
  },
  pinned: {
    label: "With integrity",
    says: "The same, as a file that never changes: a browser runs it only if its bytes have this hash. Copy the lines again after an update of Sojourn.",
  },
  npm: { label: "Package", says: "With a bundler. The package is made by npm run pack in the folder of Sojourn." },
  react: { label: "React", says: "A provider around your application, and a hook where something happens." },
};

export type Installed = { readonly baseUrl: string; readonly key: string };
/** The file under the name that changes with its content, and its hash. */
type ClientFile = { readonly file: string; readonly integrity: string };

const STUB = "window.DAP=window.DAP||function(){(DAP.q=DAP.q||[]).push(arguments)};";

export function pinnedTag({ baseUrl, key }: Installed, { file, integrity }: ClientFile): string {
  return [
    `<script>${STUB}`,
    `DAP("init",${JSON.stringify(key)});</script>`,
    `<script async src="${baseUrl}${file}"`,
    `  integrity="${integrity}"`,
    `  crossorigin="anonymous"></script>`,
  ].join("\n");
}

export const npmLines = ({ baseUrl, key }: Installed): string =>
  [
    "npm install ./sojourn-browser-0.1.0.tgz",
    "",
    'import { createClient } from "@sojourn/browser";',
    "",
    `export const sojourn = createClient({ key: "${key}", url: "${baseUrl}" });`,
  ].join("\n");

export const reactLines = ({ baseUrl, key }: Installed): string =>
  [
    'import { SojournProvider, useAnalytics } from "@sojourn/react";',
    "",
    "export const App = () => (",
    `  <SojournProvider siteKey="${key}" url="${baseUrl}">`,
    "    <Upgrade />",
    "  </SojournProvider>",
    ");",
    "",
    "function Upgrade() {",
    "  const { track } = useAnalytics();",
    '  return <button onClick={() => track("upgraded", { plan: "pro" })}>Upgrade</button>;',
    "}",
  ].join("\n");

/** What a content security policy of the pages needs. */
export const policyLines = ({ baseUrl }: Pick<Installed, "baseUrl">): string =>
  `script-src ${baseUrl}; connect-src ${baseUrl}`;
