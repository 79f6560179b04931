import { installationSecret } from "#config";
import { addressOn, goesToDevices } from "#consent";
import type { TemplatePerson } from "#content";
import { type RenderedContent, readContent, readContentRevisions } from "#store/content";
import type { Claimed } from "#store/deliveries";
import { type OwnedDevice, readDevicesOf } from "#store/devices";
import { readInstallationSecret } from "#store/installation";
import { type PersonRow, readPeople } from "#store/people";
import { readVerifiedSenders } from "#store/sender-identities";
import { readWorkspaces, type SendingWorkspace } from "#store/workspaces";
import { type Senders, sendersOf } from "./choose-sender.ts";
import { type LinkMaker, openLinkMaker } from "./consent-links.ts";
import { type Consents, loadConsent } from "./load-consent.ts";
import { loadProviders, type Provided } from "./load-providers.ts";
import { needsRendering } from "./needs-rendering.ts";
import type { OutboxRuntime } from "./outbox-runtime.ts";
import { judgeBatch } from "./policies/judge-batch.ts";
import type { AllKeptBack } from "./policies/kept-back.ts";
import { openSurveyLinks, type SurveyLinks } from "./survey-links.ts";

/** What rendering a batch needs, loaded by a few statements for all of it. */
export type RenderInput = {
  readonly people: ReadonlyMap<string, TemplatePerson>;
  /** Keyed by id, and by id and revision. */
  readonly content: ReadonlyMap<string, RenderedContent>;
  readonly workspaces: ReadonlyMap<string, SendingWorkspace>;
  /** The verified sender identities. */
  readonly senders: Senders;
  /** The providers that workspaces have set up. */
  readonly provided: Provided;
  /** The devices of people, of those who get a push message. */
  readonly devices: ReadonlyMap<string, readonly OwnedDevice[]>;
  /** By delivery; only of messages that leave for an address of a person. */
  readonly consents: Consents;
  /** By delivery: messages that policies keep back. */
  readonly kept: AllKeptBack;
  readonly linksOf: LinkMaker;
  readonly surveyUrlOf: SurveyLinks;
};

export async function loadRenderInput(
  runtime: OutboxRuntime,
  batch: readonly Claimed[],
  at: Date,
): Promise<RenderInput> {
  const { sql } = runtime.database;
  const toRender = batch.filter(needsRendering);
  const contentIds = [...new Set(toRender.flatMap((delivery) => delivery.contentId ?? []))];
  const workspaceIds = [...new Set(batch.map((delivery) => delivery.workspaceId))];
  const pushed = batch.flatMap(({ channel, personId }) => (goesToDevices(channel) ? [personId] : []));
  const installation = await installationSecret(() => readInstallationSecret(sql));
  const [people, content, workspaces, senders, provided, devices] = await Promise.all([
    toRender.length === 0
      ? []
      : readPeople(
          sql,
          toRender.map((delivery) => delivery.shard),
          toRender.map((delivery) => delivery.personId),
        ),
    contentIds.length === 0 ? [] : readContent(sql, contentIds),
    readWorkspaces(sql, workspaceIds),
    toRender.length === 0 ? [] : readVerifiedSenders(sql, workspaceIds),
    loadProviders(runtime, workspaceIds, installation),
    pushed.length === 0 ? [] : readDevicesOf(sql, [...new Set(pushed)]),
  ]);
  const known = byId(people.map(templatePerson));
  const reached = (delivery: Claimed): string => {
    const person = known.get(delivery.personId);
    return person && needsRendering(delivery) ? addressOn(delivery.channel, person) : (delivery.recipient ?? "");
  };
  const consents = await loadConsent(runtime, batch, reached, at);
  const sending = byId(workspaces);
  const owned = Map.groupBy(devices, ({ personId }) => personId);
  return {
    people: known,
    consents,
    kept: await judgeBatch(runtime, batch, { workspaces: sending, consents, devices: owned }, at),
    linksOf: openLinkMaker(installation),
    surveyUrlOf: await openSurveyLinks(runtime, toRender, installation),
    content: await withRevisions(runtime, toRender, byId(content)),
    workspaces: sending,
    senders: sendersOf(senders),
    provided,
    devices: owned,
  };
}

/** A delivery is rendered with the revision with which it was queued, even if the content has changed since (R43). */
async function withRevisions(
  { database: { sql } }: OutboxRuntime,
  deliveries: readonly Claimed[],
  latest: Map<string, RenderedContent>,
): Promise<Map<string, RenderedContent>> {
  const old = deliveries.filter(({ contentId, contentRevision }) => {
    const now = contentId === null ? undefined : latest.get(contentId);
    return now !== undefined && contentRevision !== null && contentRevision !== now.revision;
  });
  if (old.length === 0) return latest;
  const rows = await readContentRevisions(
    sql,
    old.map((delivery) => delivery.contentId),
    old.map((delivery) => delivery.contentRevision),
  );
  for (const row of rows) latest.set(`${row.id} ${row.revision}`, row);
  return latest;
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** The fields of a person that templates may show. */
const templatePerson = ({ id, externalId, anonymousId, traits, tags, stage }: PersonRow): TemplatePerson => {
  return { id, externalId, anonymousId, traits, tags, stage };
};
