"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import {
  type Content,
  type DecisionFlow,
  type Segment,
  useEventNames,
  useEveryContent,
  useEveryDecisionFlow,
  useEverySegment,
} from "#data";
import type { Catalog } from "#journey";

/** What steps can refer to, by name. */
export type Library = {
  contents: readonly Content[];
  segments: readonly Segment[];
  decisionFlows: readonly DecisionFlow[];
  events: readonly string[];
  contentNames: ReadonlyMap<string, string>;
  /** For `findProblems`; an incomplete list is `null`, so that no reference is reported as unknown by mistake. */
  catalog: Catalog;
};

const EMPTY: Library = {
  contents: [],
  segments: [],
  decisionFlows: [],
  events: [],
  contentNames: new Map(),
  catalog: { content: null, segments: null, events: null },
};
const LibraryContext = createContext<Library>(EMPTY);

export function LibraryProvider({ children }: { children: ReactNode }) {
  const contents = useEveryContent().data;
  const segments = useEverySegment().data;
  const flows = useEveryDecisionFlow().data;
  const events = useEventNames().data;
  const library = useMemo<Library>(() => {
    const items = contents?.data ?? [];
    const groups = segments?.data ?? [];
    const decisionFlows = flows?.data ?? [];
    const whole = (page: { meta?: { total: number } } | undefined, count: number) =>
      page !== undefined && (page.meta?.total ?? count) <= count;
    return {
      contents: items,
      segments: groups,
      decisionFlows,
      events: events?.map((event) => event.name) ?? [],
      contentNames: new Map(items.flatMap((item) => refs(item, item.slug).map((ref) => [ref, item.name]))),
      catalog: {
        content: whole(contents, items.length)
          ? new Map(
              items.flatMap((item) => refs(item, item.slug).map((ref) => [ref, { id: item.id, type: item.type }])),
            )
          : null,
        segments: whole(segments, groups.length)
          ? new Set(groups.flatMap((item) => [...(item.formerKeys ?? []), ...refs(item, item.key)]))
          : null,
        decisionFlows: whole(flows, decisionFlows.length)
          ? new Set(decisionFlows.flatMap((flow) => refs(flow, flow.key)))
          : null,
        events: events ? new Set(events.map((event) => event.name)) : null,
      },
    };
  }, [contents, segments, flows, events]);
  return <LibraryContext value={library}>{children}</LibraryContext>;
}

/** References accept an id, a key or a number. */
function refs(item: { id: string; number: number }, key: string): string[] {
  return [item.id, key, String(item.number)];
}

export function useLibrary(): Library {
  return useContext(LibraryContext);
}

export function useContentName(contentId: string | null): string | undefined {
  const { contentNames } = useLibrary();
  return contentId === null ? undefined : contentNames.get(contentId);
}
