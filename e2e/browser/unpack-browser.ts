import { execFileSync, spawnSync } from "node:child_process";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

export type Browser = { readonly executablePath: string; readonly env: Record<string, string> };

const PACKAGE = resolve("node_modules/@sparticuz/chromium");

/** The browser of the dependencies, unpacked at first use; `null` if its program cannot run. */
export async function unpackBrowser(): Promise<Browser | null> {
  if (process.platform !== "linux" || process.arch !== "x64" || !existsSync(PACKAGE)) return null;
  const { version } = JSON.parse(await readFile(join(PACKAGE, "package.json"), "utf8")) as { version: string };
  const folder = resolve(".browser", version);
  if (!existsSync(folder)) await unpack(folder);
  const executablePath = join(folder, "chromium");
  const env = { ...fonts(folder), ...libraries(folder, executablePath) };
  const { status } = spawnSync(executablePath, ["--version"], { env: { ...process.env, ...env }, stdio: "ignore" });
  return status === 0 ? { executablePath, env } : null;
}

// Under another name until it is complete, so that a killed run, or two at once, leave no incomplete browser.
async function unpack(folder: string): Promise<void> {
  process.stderr.write("  Unpacking a browser for the tests …\n");
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  const program = join(unfinished, "chromium");
  await pipeline(
    createReadStream(join(PACKAGE, "bin", "chromium.br")),
    createBrotliDecompress(),
    createWriteStream(program),
  );
  await chmod(program, 0o755);
  for (const name of ["fonts", "al2023"]) await unpackArchive(name, unfinished);
  const settings = await readFile(join(unfinished, "fonts.conf"), "utf8");
  await writeFile(
    join(unfinished, "fonts.conf"),
    settings
      .replace(/<dir[^>]*>.*?<\/dir>/g, "")
      .replace("</fontconfig>", `<dir>${folder}/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>`),
  );
  try {
    await rename(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    await rm(unfinished, { recursive: true });
  }
}

async function unpackArchive(name: string, folder: string): Promise<void> {
  const archive = join(folder, `${name}.tar`);
  await pipeline(
    createReadStream(join(PACKAGE, "bin", `${name}.tar.br`)),
    createBrotliDecompress(),
    createWriteStream(archive),
  );
  execFileSync("tar", ["-xf", archive, "-C", dirname(archive)]);
  await rm(archive);
}

const fonts = (folder: string): Record<string, string> =>
  existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_FILE: join(folder, "fonts.conf") };

// Only if the machine has none: its libraries and these must not be mixed.
function libraries(folder: string, program: string): Record<string, string> {
  const linked = spawnSync("ldd", [program], { encoding: "utf8" });
  return linked.stdout?.includes("not found") ? { LD_LIBRARY_PATH: join(folder, "lib") } : {};
}
