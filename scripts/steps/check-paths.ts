import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const QUOTED = /`([^`\n]+)`/g;
const LINKED = /\]\((?!https?:|mailto:|#)([^)#\s]+)/g;
const LOOKS_LIKE_PATH =
  /^(?:lib|app|components|e2e|scripts|drizzle|bench|docs|sdk|cli)\/[\w./()[\]-]*$|^[\w-]+\.(?:ts|json|mjs)$/;

/** Paths that the documents name and that do not exist (any more). */
export function findPathProblems(): string[] {
  return documents().flatMap((document) => {
    const text = readFileSync(document, "utf8");
    const quoted = [...text.matchAll(QUOTED)].map(([, path = ""]) => path).filter((path) => LOOKS_LIKE_PATH.test(path));
    const linked = [...text.matchAll(LINKED)].map(([, path = ""]) => join(dirname(document), path));
    return [...quoted, ...linked].filter((path) => !existsSync(path)).map((path) => `${document}: there is no ${path}`);
  });
}

function documents(): string[] {
  const inDocs = existsSync("docs")
    ? readdirSync("docs", { recursive: true }).map((name) => join("docs", String(name)))
    : [];
  return ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "bench/README.md", ...inDocs].filter(
    (file) => file.endsWith(".md") && existsSync(file),
  );
}
