import { getDatabase } from "#db";
import { processFiles } from "#files";
import { isUuid } from "#services";
import { readImageRow } from "#store/images";
import { keyOf } from "./view-image.ts";

/** The bytes of a picture for anyone who has its address, as everyone with the mail has; null = there is none. */
export async function openImage(file: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | null> {
  const [id = "", ending] = file.split(".");
  if (!isUuid(id)) return null;
  const row = await readImageRow(getDatabase().orm, id);
  if (!row || row.type !== ending) return null;
  const bytes = await processFiles().get(keyOf(row));
  return bytes === null ? null : { bytes, type: `image/${row.type}` };
}
