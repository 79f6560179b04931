import { type Context, invalidField, ServiceError } from "#services";
import { getContent } from "#services/content";
import { createJourney, findJourney, NewJourney, publishJourney } from "#services/journeys";
import { readFirstSite } from "#store/sites";

/**
 * Campaigns send their content by a journey, one for each content item: it starts when a campaign with that content
 * starts. So its messages are counted, paused and explained like all others. Made once; throws `invalid` if the content
 * cannot be sent.
 */
export async function sendContentByJourney(ctx: Context, contentId: string): Promise<void> {
  const content = await getContent(ctx, contentId);
  // The number never changes: under another key the content would get a second journey, and be sent twice.
  const key = `campaign-content-${content.number}`;
  try {
    const known = await findOrNull(ctx, key);
    if (known?.status === "published") return;
    const id = known?.id ?? (await draw(ctx, key, content));
    await publishJourney(ctx, id);
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== "invalid") throw error;
    throw invalidField(["contentId"], `This content cannot be sent: ${error.errors[0]?.message ?? error.message}`);
  }
}

async function findOrNull(ctx: Context, key: string) {
  try {
    return await findJourney(ctx, key);
  } catch (error) {
    if (error instanceof ServiceError && error.code === "not_found") return null;
    throw error;
  }
}

type Content = Awaited<ReturnType<typeof getContent>>;

async function draw(ctx: Context, key: string, { id, name, type }: Content): Promise<string> {
  const trigger = (kind: "public" | "private") => ({
    name: `${kind}_campaign`,
    type: "TRIGGER",
    config: {
      triggerType: "CUSTOM_EVENT",
      triggerConfig: { eventName: `campaign.${kind}.started`, filter: { contentId: id } },
    },
  });
  const nodes = [
    trigger("public"),
    trigger("private"),
    { name: "message", type: "CONTENT", contentId: id, config: { contentType: type } },
    { name: "end", type: "EXIT", config: {} },
  ];
  const edges = [
    { sourceNodeId: 0, targetNodeId: 2 },
    { sourceNodeId: 1, targetNodeId: 2 },
    { sourceNodeId: 2, targetNodeId: 3 },
  ];
  const description = "Sends the content of campaigns. Campaigns with this content start it.";
  const siteId = await firstSite(ctx);
  const settings = { reEntry: "every" };
  const named = { key, name: `Campaign: ${name}`.slice(0, 255), description, siteId, settings };
  const { data } = await createJourney(ctx, NewJourney.parse({ ...named, nodes, edges }));
  return data.id;
}

/** Journeys that no person draws belong to the first site of the workspace. */
export async function firstSite(ctx: Context): Promise<string> {
  const site = await readFirstSite(ctx.database.orm, ctx.workspaceId);
  if (!site) throw invalidField(["siteId"], "The workspace has no site; create one first");
  return site.id;
}
