import { type Context, forbidden } from "#services";
import type { JourneyRow } from "#services/journeys";
import { readVersion } from "#store/versions";

/**
 * Refuses journeys that do not say that pages may enroll people: everybody can read the key of a page, and with it name
 * anybody. A draft is refused later, by its status.
 */
export async function requireSiteEnrollment(ctx: Context, { publishedVersionId: id }: JourneyRow): Promise<void> {
  const version = id === null ? undefined : await readVersion(ctx.database.orm, { id });
  if (version && version.document.settings.enrollFromSite !== true)
    throw forbidden("This journey does not let pages enroll people: `enrollFromSite` in its settings.");
}
