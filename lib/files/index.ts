import { join } from "node:path";
import { config } from "#config";
import type { Files } from "./files.ts";
import { folderFiles } from "./folder.ts";
import { s3Files } from "./s3.ts";

export type { Files } from "./files.ts";
export { type ImageKind, type ImageSize, readImage } from "./read-image.ts";

let opened: Files | undefined;

/** The store this process is configured for: a bucket, else the folder `files` of the data directory. */
export function processFiles(): Files {
  const { s3, dataDir } = config();
  opened ??= s3 === null ? folderFiles(join(dataDir, "files")) : s3Files(s3);
  return opened;
}
