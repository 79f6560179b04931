import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Cli } from "../cli.ts";
import type { Head } from "./file-head.ts";

/** Where a file is kept, for the people who see the journey on the server. */
export type Kept = { readonly path: string; readonly url: string | null };

/** The path of a file from the folder of its repository, and its page there where the file or the CI says it. */
export function whereKept({ terminal }: Cli, file: string, { url }: Head): Kept {
  const absolute = resolve(terminal.cwd, file);
  const path = relative(repositoryOf(terminal.cwd), absolute).split(sep).join("/");
  return { path, url: url ?? pageOf(terminal.env, path) };
}

/** The folder with the version control of the working folder; that itself where there is none. */
function repositoryOf(cwd: string): string {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return cwd;
  }
}

/** In CI the variables of GitHub and GitLab say where the repository is. */
function pageOf(env: Cli["terminal"]["env"], path: string): string | null {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_REF_NAME, CI_PROJECT_URL, CI_COMMIT_REF_NAME } = env;
  const page = encodeURI(path);
  if (GITHUB_SERVER_URL && GITHUB_REPOSITORY)
    return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_REF_NAME || "HEAD"}/${page}`;
  return CI_PROJECT_URL ? `${CI_PROJECT_URL}/-/blob/${CI_COMMIT_REF_NAME || "HEAD"}/${page}` : null;
}
