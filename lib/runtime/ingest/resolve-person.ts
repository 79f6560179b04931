import type { Identities, IdentityKey } from "./identities.ts";
import { newPersonId } from "./identities.ts";
import type { IngestItem } from "./item.ts";

/** The person whom an item is about, and what the item's ids change about them. */
export type Resolved = {
  readonly personId: string;
  readonly isNew: boolean;
  /** The item gave the person their first `userId`: `user.created`. */
  readonly userCreated: boolean;
  /** Ids to write on a person who existed before. */
  readonly newExternalId: string | null;
  readonly newAnonymousId: string | null;
  /** A person to be merged into this one (R39). */
  readonly merge: string | null;
};

const nothingNew = { isNew: false, userCreated: false, newExternalId: null, newAnonymousId: null, merge: null };

/** Assigns the ids of an item to one person. A known person keeps their ids; an anonymous person becomes known. */
export function resolvePerson(identities: Identities, item: IngestItem, at: number): Resolved {
  const { workspaceId, userId, anonymousId, previousId } = item;
  const external: IdentityKey | null = userId ? { workspaceId, kind: "external", value: userId } : null;
  if (item.type === "alias" && external && previousId) return resolveAlias(identities, external, previousId, at);
  const anonymous: IdentityKey | null = anonymousId ? { workspaceId, kind: "anonymous", value: anonymousId } : null;
  return external ? resolveKnown(identities, external, anonymous, at) : resolveAnonymous(identities, anonymous, at);
}

function resolveAnonymous(identities: Identities, key: IdentityKey | null, at: number): Resolved {
  if (!key) throw new Error("An item without ids passed the check.");
  const found = identities.find(key);
  if (found) return { personId: found.personId, ...nothingNew };
  const personId = newPersonId(at);
  identities.add(key, personId);
  return { ...nothingNew, personId, isNew: true };
}

function resolveKnown(
  identities: Identities,
  external: IdentityKey,
  anonymous: IdentityKey | null,
  at: number,
): Resolved {
  const user = identities.find(external);
  const visitor = anonymous ? identities.find(anonymous) : undefined;
  if (user) {
    const { personId } = user;
    if (visitor && visitor.personId !== personId && !visitor.known) {
      return { ...nothingNew, personId, merge: visitor.personId };
    }
    if (anonymous && !visitor) identities.add(anonymous, personId);
    return { ...nothingNew, personId, newAnonymousId: anonymous && !visitor ? anonymous.value : null };
  }
  if (visitor && !visitor.known) {
    identities.add(external, visitor.personId);
    return { ...nothingNew, personId: visitor.personId, userCreated: true, newExternalId: external.value };
  }
  const personId = newPersonId(at);
  identities.add(external, personId);
  if (anonymous && !visitor) identities.add(anonymous, personId);
  return { ...nothingNew, personId, isNew: true, userCreated: true };
}

/**
 * `alias` says that two ids are the same person. The new id becomes the current `externalId`; the old id leads to the
 * same person permanently. It starts nothing (R56): a person who already had a `userId` gets no second `user.created`.
 */
function resolveAlias(identities: Identities, external: IdentityKey, previousId: string, at: number): Resolved {
  const asUser: IdentityKey = { ...external, value: previousId };
  const asVisitor: IdentityKey = { ...asUser, kind: "anonymous" };
  const previous = identities.find(asUser) ?? identities.find(asVisitor);
  const user = identities.find(external);
  if (user) {
    takeFree(identities, [asUser, asVisitor], user.personId);
    const merge = previous && previous.personId !== user.personId ? previous.personId : null;
    return { ...nothingNew, personId: user.personId, merge };
  }
  if (previous) {
    const { personId, known } = previous;
    identities.add(external, personId);
    takeFree(identities, [asUser, asVisitor], personId);
    return { ...nothingNew, personId, userCreated: !known, newExternalId: external.value };
  }
  const personId = newPersonId(at);
  identities.add(external, personId);
  takeFree(identities, [asUser, asVisitor], personId);
  return { ...nothingNew, personId, isNew: true, userCreated: true };
}

/**
 * The old id may still arrive later, as a `userId` or as an `anonymousId`. If nobody has it yet, it is assigned to the
 * person now.
 */
function takeFree(identities: Identities, keys: readonly IdentityKey[], personId: string): void {
  for (const key of keys) if (identities.find(key) === undefined) identities.add(key, personId);
}
