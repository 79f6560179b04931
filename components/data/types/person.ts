import type { JsonObject } from "#journey";

export type Person = {
  id: string;
  externalId: string | null;
  anonymousId: string | null;
  traits: JsonObject;
  tags: string[];
  stage: string | null;
  segments: { id: string; name: string; key: string }[];
  lastSeenAt: string | null;
  createdAt: string;
  updatedAt: string;
};

/** A `null` trait removes it. */
export type PersonPatch = { traits?: JsonObject; addTags?: string[]; removeTags?: string[]; stage?: string | null };

export type PersonEvent = {
  id: string;
  name: string;
  personId: string;
  endUser: { id: string; externalId: string | null; anonymousId: string | null; traits: JsonObject } | null;
  properties: JsonObject;
  timestamp: string;
  receivedAt: string;
  imported: boolean;
};

export type EventName = { name: string; count: number; lastSeenAt: string };
