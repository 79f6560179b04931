import { eq } from "drizzle-orm";
import { getDatabase } from "#db";
import { processFiles } from "#files";
import { isUuid } from "#services";
import { schema } from "#store";
import { keyOf } from "./view-image.ts";

const { images } = schema;

/** The bytes of a picture for anyone who has its address, as everyone with the mail has; null = there is none. */
export async function openImage(file: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string } | null> {
  const [id = "", ending] = file.split(".");
  if (!isUuid(id)) return null;
  const [row] = await getDatabase().orm.select().from(images).where(eq(images.id, id));
  if (!row || row.type !== ending) return null;
  const bytes = await processFiles().get(keyOf(row));
  return bytes === null ? null : { bytes, type: `image/${row.type}` };
}
