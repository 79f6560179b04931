export { type PickedElement, type PreviewLinkRow, readLivePreviewLink, readPreviewLink } from "./read.ts";
export { insertPreviewLink, noteLinkOpened, noteLinkPicked } from "./write.ts";
