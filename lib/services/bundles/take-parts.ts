import { type Context, type FieldError, fieldError, invalid, type Transaction } from "#services";
import { changeContent, insertContent, type WithOutside } from "#services/content";
import { addFlow, changeFlow } from "#services/decision-flows";
import { addOffer, changeOffer } from "#services/offers";
import { addSegment, changeSegment } from "#services/segments";
import { readItems } from "#store/content";
import { readFlowRows } from "#store/decision-flows";
import { readOfferRows } from "#store/offers";
import { readNamedSegment } from "#store/segments";
import { collected } from "./collected.ts";
import { differingFields } from "./differing-fields.ts";
import type { Keys } from "./names.ts";
import { portableContent, portableFlow, portableOffer, portableSegment } from "./portable.ts";
import { readNames } from "./read-names.ts";
import type { Bundle, BundlePart } from "./schema.ts";

type Done = Pick<BundlePart, "change" | "fields">;
type Named = { readonly key?: string | undefined; readonly slug?: string | undefined };

const KINDS = { segments: "segment", content: "content", offers: "offer", decisionFlows: "decisionFlow" } as const;

/** Creates or changes what a journey needs, in the order in which one needs another; refusals are added to the errors. */
export async function takeParts(
  ctx: WithOutside,
  tx: Transaction,
  { segments, content, offers, decisionFlows }: Bundle,
  errors: FieldError[],
): Promise<BundlePart[]> {
  const parts: BundlePart[] = [];
  const each = async <Part extends Named>(
    list: keyof typeof KINDS,
    given: readonly Part[],
    take: (part: Part) => Promise<Done>,
  ) => {
    for (const [index, part] of given.entries()) {
      const done = await collected(errors, ["bundle", list, index], () => take(part));
      if (done !== undefined) parts.push({ kind: KINDS[list], key: part.key ?? part.slug ?? "", ...done });
    }
  };
  await each("segments", segments, (part) => takeSegment(ctx, tx, part));
  await each("content", content, (part) => takeContent(ctx, tx, part));
  await each("offers", offers, (part) => takeOffer(ctx, tx, part));
  await each("decisionFlows", decisionFlows, (part) => takeFlow(ctx, tx, part));
  return parts;
}

const CREATED: Done = { change: "created", fields: [] };
const told = (fields: string[]): Done => ({ change: fields.length > 0 ? "changed" : "unchanged", fields });

async function takeSegment(ctx: Context, tx: Transaction, part: Bundle["segments"][number]) {
  const key = requireKey(part.key);
  const row = await readNamedSegment(tx, ctx.workspaceId, { id: null, number: null, key });
  if (row === undefined) {
    await addSegment(ctx, tx, part);
    return CREATED;
  }
  if (row.key !== key) throw refused("key", `The segment ${row.key} was called ${key} here before`);
  const here = portableSegment(row, await readNames(ctx, tx));
  if (here.kind !== part.kind)
    throw refused("kind", `The segment ${key} is ${row.kind === "rules" ? "by rules" : "a list"} here`);
  const fields = differingFields(here, part);
  const { name, description, rules } = part;
  if (fields.length > 0) await changeSegment(ctx, tx, row.id, { name, description, ...(rules ? { rules } : {}) });
  return told(fields);
}

async function takeContent(ctx: WithOutside, tx: Transaction, part: Bundle["content"][number]) {
  const key = requireKey(part.slug);
  const [row] = await readItems(tx, ctx.workspaceId, idOf((await readNames(ctx, tx)).content, key));
  if (row === undefined) {
    await insertContent(ctx, tx, part);
    return CREATED;
  }
  requirePresent("The content item", key, row);
  if (row.type !== part.type) throw refused("type", `The content item ${key} is of the type ${row.type} here`);
  const fields = differingFields(portableContent(row), part);
  const { slug: _slug, type: _type, ...patch } = part;
  if (fields.length > 0) await changeContent(ctx, tx, row.id, patch);
  return told(fields);
}

async function takeOffer(ctx: Context, tx: Transaction, part: Bundle["offers"][number]) {
  const key = requireKey(part.key);
  const row = (await readOfferRows(tx, ctx.workspaceId)).find((one) => one.key === key);
  if (row === undefined) {
    await addOffer(ctx, tx, part);
    return CREATED;
  }
  requirePresent("The offer", key, row);
  const fields = differingFields(portableOffer(row, await readNames(ctx, tx)), part);
  const { key: _key, number: _number, ...patch } = part;
  if (fields.length > 0) await changeOffer(ctx, tx, row.id, patch);
  return told(fields);
}

async function takeFlow(ctx: Context, tx: Transaction, part: Bundle["decisionFlows"][number]) {
  const key = requireKey(part.key);
  const row = (await readFlowRows(tx, ctx.workspaceId)).find((one) => one.key === key);
  if (row === undefined) {
    await addFlow(ctx, tx, part);
    return CREATED;
  }
  requirePresent("The decision flow", key, row);
  const fields = differingFields(portableFlow(row, await readNames(ctx, tx)), part);
  const { key: _key, number: _number, ...patch } = part;
  if (fields.length > 0) await changeFlow(ctx, tx, row.id, patch);
  return told(fields);
}

const UUID = /^[0-9a-f]{8}-/;
const idOf = (keys: Keys, key: string): string[] =>
  [...keys].flatMap(([name, named]) => (named === key && UUID.test(name) ? [name] : []));

function requireKey(key: string | undefined): string {
  if (key === undefined) throw refused("key", "is needed, as it is found by it");
  return key;
}

function requirePresent(what: string, key: string, { archivedAt }: { readonly archivedAt: Date | null }): void {
  if (archivedAt !== null) throw refused("key", `${what} ${key} is archived here; restore it, or free its key`);
}

const refused = (field: string, message: string) => invalid(message, [fieldError([field], message)]);
