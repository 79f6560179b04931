export { deleteImage, listImages, updateImage } from "./manage-images.ts";
export { openImage } from "./open-image.ts";
export { DeleteImageQuery, Image, ImagePatch, ImageQuery, NewImage } from "./schema.ts";
export { uploadImage } from "./upload-image.ts";
