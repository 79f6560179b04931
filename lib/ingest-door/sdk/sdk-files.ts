import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { HttpError } from "#http";

/** A file under the name that changes with its content, so a page may keep it for years. */
type BuiltFile = { readonly file: string; readonly integrity: string; readonly bytes: number };
/** `file` is the client itself. The client loads the other files when there is need of them, or the studio does. */
type Manifest = BuiltFile & { readonly [Part in LoadedPart]?: BuiltFile };
/**
 * `content` shows content in pages, `surveys` asks surveys there; `frame` shows content in the studio's preview, and
 * `preview` is for authors on pages.
 */
const LOADED = ["content", "surveys", "frame", "preview"] as const;
/** The client names this file without knowing its content, so that it is no byte longer for visitors. */
const PREVIEW = "/sdk/sojourn-preview.js";
type LoadedPart = (typeof LOADED)[number];
type Files = { readonly manifest: Manifest; readonly scripts: ReadonlyMap<string, Uint8Array<ArrayBuffer>> };

/** The names that change with the content end with a part of its hash. */
const LASTING = /-[0-9a-f]{12}\.js$/;
const FIVE_MINUTES = "public, max-age=300, stale-while-revalidate=86400";
const A_YEAR = "public, max-age=31536000, immutable";

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

  /** The address of a file that is loaded when there is need of it; `null` before the build. */
  async fileOf(part: LoadedPart): Promise<string | null> {
    const files = await this.#load().catch(() => null);
    return files?.manifest[part]?.file ?? null;
  }

  async answer(pathname: string): Promise<Response> {
    const { scripts, manifest } = await this.#load();
    if (pathname === "/sdk/sojourn.json") return reply(JSON.stringify(manifest), "application/json", FIVE_MINUTES);
    const script = scripts.get(pathname);
    if (!script) throw new HttpError("not_found", "There is nothing at this address.");
    if (pathname.endsWith(".map")) return reply(script, "application/json", FIVE_MINUTES);
    const response = reply(script, "text/javascript", LASTING.test(pathname) ? A_YEAR : FIVE_MINUTES);
    const part = LOADED.find((one) => pathname.startsWith(`/sdk/sojourn-${one}`));
    response.headers.set("sourcemap", part ? `/sdk/sojourn-${part}.js.map` : "/sdk/sojourn.js.map");
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
      await add("/sdk/sojourn.js", "sojourn.js");
      await add(manifest.file, "sojourn.js");
      await add("/sdk/sojourn.js.map", "sojourn.js.map").catch(() => {});
      for (const part of LOADED) {
        const { file } = manifest[part] ?? {};
        if (file) await add(file, `sojourn-${part}.js`);
        if (file && part === "preview") await add(PREVIEW, "sojourn-preview.js");
        await add(`/sdk/sojourn-${part}.js.map`, `sojourn-${part}.js.map`).catch(() => {});
      }
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
