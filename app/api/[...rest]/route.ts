import { HttpError, problemResponse } from "#http";

/** Unknown addresses under /api answer with a problem document, not with a page. */
const nowhere = (): Response => problemResponse(new HttpError("not_found", "There is nothing at this address."));

export { nowhere as DELETE, nowhere as GET, nowhere as PATCH, nowhere as POST, nowhere as PUT };
