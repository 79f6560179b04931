import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { runProgram } from "./run-program.ts";

/** Writes the declarations of the clients and of the builder into a folder, laid out as `sdk` is. */
export async function packageTypes(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const config = join(folder, "tsconfig.json");
  const sdk = resolve("sdk");
  const options = {
    extends: resolve("tsconfig.json"),
    compilerOptions: {
      ...{ noEmit: false, incremental: false, declaration: true, emitDeclarationOnly: true },
      ...{ rootDir: sdk, outDir: resolve(folder), typeRoots: [resolve("node_modules/@types")], plugins: [] },
    },
    files: ["node", "browser", "react", "journeys"].map((name) => join(sdk, name, "index.ts")),
    include: [],
  };
  writeFileSync(config, JSON.stringify(options));
  const { code, output } = await runProgram(join("typescript", "bin", "tsc"), ["-p", config], { quiet: true });
  rmSync(config);
  if (code !== 0) throw new Error(`The types of the packages were not written:\n${output}`);
}
