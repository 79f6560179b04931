/** Addresses of customers' pages on which an author looks at a draft, or picks an element. */
export { createPreviewLink } from "./create-preview-link.ts";
export { getPreviewLink } from "./get-preview-link.ts";
export { LinkParams, PageLinkQuery, PickInput, PickNoted, PreviewLink, PreviewLinkInput } from "./schema.ts";
export { openLink, pickByLink } from "./use-link.ts";
