import { referencePage } from "#http";

export const dynamic = "force-dynamic";

/** The API as a page to read and try. */
export const GET = (): Response => referencePage();
