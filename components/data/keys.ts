import type { Query } from "./client.ts";

/** Cache keys: the noun first, so that a change invalidates by prefix. */
export const keys = {
  me: ["me"] as const,
  journeys: (query?: Query) => (query ? (["journeys", "list", query] as const) : (["journeys"] as const)),
  journey: (id: string) => ["journeys", "one", id] as const,
  stats: (id: string, version: number | null = null) => ["journeys", "one", id, "stats", version ?? "all"] as const,
  timeseries: (id: string, days: number) => ["journeys", "one", id, "timeseries", days] as const,
  splits: (id: string) => ["journeys", "one", id, "splits"] as const,
  versions: (id: string) => ["journeys", "one", id, "versions"] as const,
  validation: (id: string) => ["journeys", "one", id, "validation"] as const,
  enrollments: (journeyId: string, query?: Query) => ["enrollments", journeyId, ...(query ? [query] : [])] as const,
  enrollment: (journeyId: string, id: string) => ["enrollments", journeyId, "one", id] as const,
  people: (query?: Query) => ["people", "list", ...(query ? [query] : [])] as const,
  person: (id: string) => ["people", "one", id] as const,
  personPart: (id: string, part: string, query?: Query) =>
    ["people", "one", id, part, ...(query ? [query] : [])] as const,
  events: (query?: Query) => ["events", ...(query ? [query] : [])] as const,
  eventNames: ["event-names"] as const,
  refusedMessages: (query?: Query) => ["refused-messages", ...(query ? [query] : [])] as const,
  keptSignals: (query?: Query) => ["kept-signals", ...(query ? [query] : [])] as const,
  content: (query?: Query) => ["content", "list", ...(query ? [query] : [])] as const,
  contentItem: (id: string) => ["content", "one", id] as const,
  segments: (query?: Query) => ["segments", "list", ...(query ? [query] : [])] as const,
  segment: (id: string) => ["segments", "one", id] as const,
  members: (segmentId: string, query?: Query) =>
    ["segments", "one", segmentId, "members", ...(query ? [query] : [])] as const,
  deliveries: (query?: Query) => ["deliveries", "list", ...(query ? [query] : [])] as const,
  delivery: (id: string) => ["deliveries", "one", id] as const,
  gap: ["engine", "gap"] as const,
  senders: ["senders"] as const,
  sites: ["sites"] as const,
  apiKeys: ["keys"] as const,
  workspaceMembers: ["members"] as const,
  operations: (journeyId: string) => ["operations", "of", journeyId] as const,
  operation: (id: string) => ["operations", id] as const,
};
