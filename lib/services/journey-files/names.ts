import type { JourneyDraft } from "#dialects";
import { type Context, isUuid, readReference, type Transaction } from "#services";
import { findContentNames } from "#store/content";
import { findSegmentNames } from "#store/segments";

type Reader = Transaction | Context["database"]["orm"];

/** The draft with content items and the audience named by key, which means something in another workspace too. */
export async function withKeys(ctx: Context, tx: Reader, draft: JourneyDraft): Promise<JourneyDraft> {
  const { nodes, audienceId } = draft.document;
  const ids = nodes.flatMap(({ contentId }) =>
    contentId !== null && isUuid(contentId) ? [contentId.toLowerCase()] : [],
  );
  const [items, audiences] = await Promise.all([
    findContentNames(tx, ctx.workspaceId, { ids, keys: [], numbers: [] }),
    findSegmentNames(tx, ctx.workspaceId, { ids: audienceId === null ? [] : [audienceId], keys: [], numbers: [] }),
  ]);
  return renamed(draft, new Map([...items, ...audiences].map(({ id, key }) => [id, key])));
}

/** The draft with ids in place of keys and numbers that this workspace knows; `missing` is an audience that it does not. */
export async function withIds(
  ctx: Context,
  tx: Reader,
  draft: JourneyDraft,
): Promise<{ readonly draft: JourneyDraft; readonly missing: string | null }> {
  const names = [...new Set(draft.document.nodes.flatMap(({ contentId }) => contentId ?? []))];
  const { audienceId } = draft.document;
  const [items, audiences] = await Promise.all([
    findContentNames(tx, ctx.workspaceId, { ...split(names), ids: [] }),
    findSegmentNames(tx, ctx.workspaceId, split(audienceId === null ? [] : [audienceId])),
  ]);
  const audience = audiences[0]?.id ?? null;
  const byName = new Map(items.flatMap(({ id, key, number }) => [[String(number), id] as const, [key, id] as const]));
  const { document } = renamed(draft, byName);
  return {
    draft: { ...draft, document: { ...document, audienceId: audience } },
    missing: audience === null ? audienceId : null,
  };
}

function renamed({ document, ...draft }: JourneyDraft, names: ReadonlyMap<string, string>): JourneyDraft {
  const { audienceId } = document;
  return {
    ...draft,
    document: {
      ...document,
      nodes: document.nodes.map((node) => ({
        ...node,
        contentId: node.contentId === null ? null : (names.get(node.contentId) ?? node.contentId),
      })),
      audienceId: audienceId === null ? null : (names.get(audienceId) ?? audienceId),
    },
  };
}

function split(names: readonly string[]) {
  const references = names.map(readReference);
  return {
    keys: references.map(({ key }) => key),
    numbers: references.flatMap(({ number }) => number ?? []),
    ids: references.flatMap(({ id }) => id ?? []),
  };
}
