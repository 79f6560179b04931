export {
  countImages,
  findImageByDigest,
  type ImageRow,
  listImageRows,
  lockImageRow,
  readImageRow,
} from "./read.ts";
export { readImageUses } from "./uses.ts";
export { deleteImageRow, insertImage, updateImageRow } from "./write.ts";
