/** In the address of a page, and in its session: the token by which an author looks at it. */
export const PREVIEW = "sojourn_preview";
