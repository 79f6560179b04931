import { HttpError, problemResponse } from "#http";

/** Addresses under /api that lead nowhere answer like everything else there, not with a page. */
const nowhere = (): Response => problemResponse(new HttpError("not_found", "There is nothing at this address."));

export { nowhere as DELETE, nowhere as GET, nowhere as PATCH, nowhere as POST, nowhere as PUT };
