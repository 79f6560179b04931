import { type Database, newId } from "#db";
import { templateInput } from "#journey/templates";
import type { Context } from "#services";
import { createKey } from "#services/accounts";
import { createContent } from "#services/content";
import { createJourney, NewJourney, publishJourney } from "#services/journeys";
import { createSegment } from "#services/segments";
import { insertFirstChannels } from "#store/channels";
import { insertIdentity } from "#store/sender-identities";
import { insertSite } from "#store/sites";
import { insertWorkspace } from "#store/workspaces";
import { demoJourneys } from "./journeys/index.ts";

export type DemoWorkspace = { readonly ctx: Context; readonly workspaceId: string; readonly siteId: string };

const SEGMENTS = [
  { key: "on-trial", name: "On trial", rules: { all: [{ field: "person.traits.plan", op: "eq", value: "trial" }] } },
  {
    key: "paying",
    name: "Paying customers",
    rules: { all: [{ field: "person.traits.plan", op: "in", value: ["pro", "team"] }] },
  },
  {
    key: "buyers",
    name: "Bought in the last 60 days",
    rules: { all: [{ event: "order.placed", count: { gte: 1 }, within: "60d" }] },
  },
];

/** Creates the Demo workspace with its site, segments, emails and published journeys through the services. */
export async function makeWorkspace(database: Database): Promise<DemoWorkspace> {
  const workspaceId = newId();
  const siteId = newId();
  const sender = { email: "maren@harbour.example", name: "Maren at Harbour" };
  const settings = { appName: "Harbour", defaultFrom: sender.email };
  await insertWorkspace(database.orm, { id: workspaceId, name: "Demo", slug: "demo", isDemo: true, settings });
  await insertFirstChannels(database.orm, workspaceId);
  await insertSite(database.orm, { id: siteId, workspaceId, name: "Harbour" });
  await insertIdentity(database.orm, {
    ...sender,
    id: newId(),
    workspaceId,
    number: 1,
    key: "maren",
    verifiedAt: new Date(),
    verifiedBy: "declaration",
  });
  await createKey(database.orm, { workspaceId, siteId, name: "Harbour", kind: "publishable" });
  const ctx: Context = { database, workspaceId, actor: { kind: "system", id: "demo", role: "owner" } };
  for (const segment of SEGMENTS) await createSegment(ctx, segment);
  for (const journey of demoJourneys) {
    const contents = new Map<string, string>();
    for (const { key, name, subject, html, text } of journey.content) {
      const made = await createContent(ctx, { type: "email", slug: key, name, subject, html, text });
      contents.set(key, made.id);
    }
    const { data } = await createJourney(
      ctx,
      NewJourney.parse({ ...templateInput(journey, contents), key: journey.key, siteId }),
    );
    await publishJourney(ctx, data.id);
  }
  return { ctx, workspaceId, siteId };
}
