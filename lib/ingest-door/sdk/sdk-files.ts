import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { HttpError } from "#http";

/** A file under the name that changes with its content, so a page may keep it for years. */
type BuiltFile = { readonly file: string; readonly integrity: string; readonly bytes: number };
/** `file` is the client itself; `content` shows content in pages, and is loaded when there is some. */
type Manifest = BuiltFile & { readonly content?: BuiltFile };
type Files = { readonly manifest: Manifest; readonly scripts: ReadonlyMap<string, Uint8Array<ArrayBuffer>> };

const FIVE_MINUTES = "public, max-age=300, stale-while-revalidate=86400";
const A_YEAR = "public, max-age=31536000, immutable";
/** Where the build puts the bytes of each entry of the list. */
const SOURCES = { client: "sojourn.js", content: "sojourn-content.js" };
const MAPS = { client: "/sdk/sojourn.js.map", content: "/sdk/sojourn-content.js.map" };

/**
 * The browser client as the build left it: under a fixed name, under names that change with the content, and the list of
 * all. Every page may load it, because it carries no key.
 */
export class SdkFiles {
  readonly #folder: string | null;
  #files: Promise<Files> | null = null;

  constructor(folder: string | null) {
    this.#folder = folder;
  }

  /** The address of the file that shows content; `null` before the build. */
  async renderer(): Promise<string | null> {
    const files = await this.#load().catch(() => null);
    return files?.manifest.content?.file ?? null;
  }

  async answer(pathname: string): Promise<Response> {
    const { scripts, manifest } = await this.#load();
    if (pathname === "/sdk/sojourn.json") return reply(JSON.stringify(manifest), "application/json", FIVE_MINUTES);
    const script = scripts.get(pathname);
    if (!script) throw new HttpError("not_found", "There is nothing at this address.");
    if (pathname.endsWith(".map")) return reply(script, "application/json", FIVE_MINUTES);
    const response = reply(script, "text/javascript", pathname === "/sdk/sojourn.js" ? FIVE_MINUTES : A_YEAR);
    response.headers.set("sourcemap", `${pathname.startsWith("/sdk/sojourn-content") ? MAPS.content : MAPS.client}`);
    return response;
  }

  async #load(): Promise<Files> {
    this.#files ??= this.#read();
    return await this.#files.catch((error: unknown) => {
      // The build may still be running.
      this.#files = null;
      throw error;
    });
  }

  async #read(): Promise<Files> {
    const folder = this.#folder;
    if (folder === null) throw new HttpError("not_found", "The browser client was not built.");
    try {
      const manifest: Manifest = JSON.parse(await readFile(join(folder, "sojourn.json"), "utf8"));
      const scripts = new Map<string, Uint8Array<ArrayBuffer>>();
      const add = async (address: string, name: string) =>
        scripts.set(address, new Uint8Array(await readFile(join(folder, name))));
      await add("/sdk/sojourn.js", SOURCES.client);
      await add(manifest.file, SOURCES.client);
      if (manifest.content) await add(manifest.content.file, SOURCES.content);
      for (const map of Object.values(MAPS)) await add(map, basename(map)).catch(() => {});
      return { manifest, scripts };
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
