import { config } from "#config";
import { iso } from "#services";
import type { ImageRow } from "#store/images";
import type { Image } from "./schema.ts";

/** The name of its file: its id cannot be guessed, and its ending says what it is. */
export const fileOf = ({ id, type }: Pick<ImageRow, "id" | "type">): string => `${id}.${type}`;

/** The key of its bytes in the store. */
export const keyOf = (row: Pick<ImageRow, "id" | "type" | "workspaceId">): string =>
  `images/${row.workspaceId}/${fileOf(row)}`;

export function viewImage(row: ImageRow): Image {
  const { id, name, alt, type, bytes, width, height, createdAt } = row;
  const url = `${config().baseUrl}/images/${fileOf(row)}`;
  return { id, name, alt, type, bytes, width, height, url, createdAt: iso(createdAt) };
}
