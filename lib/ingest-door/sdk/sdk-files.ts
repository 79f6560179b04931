import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { HttpError } from "#http";

type Manifest = { readonly file: string; readonly integrity: string; readonly bytes: number };
type Files = { readonly script: Uint8Array<ArrayBuffer>; readonly manifest: Manifest };

const FIVE_MINUTES = "public, max-age=300, stale-while-revalidate=86400";
const A_YEAR = "public, max-age=31536000, immutable";

/**
 * The browser client as the build left it: under a fixed name, under one that changes with its content, and the list of
 * both. Every page may load it, because it carries no key.
 */
export class SdkFiles {
  readonly #folder: string | null;
  #files: Promise<Files> | null = null;

  constructor(folder: string | null) {
    this.#folder = folder;
  }

  async answer(pathname: string): Promise<Response> {
    this.#files ??= this.#read();
    const { script, manifest } = await this.#files.catch((error: unknown) => {
      // The build may still be running.
      this.#files = null;
      throw error;
    });
    if (pathname === "/sdk/sojourn.json") return reply(JSON.stringify(manifest), "application/json", FIVE_MINUTES);
    if (pathname === "/sdk/sojourn.js") return reply(script, "text/javascript", FIVE_MINUTES);
    if (pathname === manifest.file) return reply(script, "text/javascript", A_YEAR);
    throw new HttpError("not_found", "There is nothing at this address.");
  }

  async #read(): Promise<Files> {
    const folder = this.#folder;
    if (folder === null) throw new HttpError("not_found", "The browser client was not built.");
    try {
      const [script, manifest] = await Promise.all(
        ["sojourn.js", "sojourn.json"].map((name) => readFile(join(folder, name))),
      );
      return { script: new Uint8Array(script ?? []), manifest: JSON.parse(String(manifest)) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      throw new HttpError("not_found", "The browser client was not built.");
    }
  }
}

const reply = (body: string | Uint8Array<ArrayBuffer>, type: string, caching: string): Response =>
  new Response(body, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "cache-control": caching,
      // A script with an integrity hash is loaded with CORS.
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
    },
  });
