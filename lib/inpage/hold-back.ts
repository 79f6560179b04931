import type { InPageDocument, InPageType } from "./documents.ts";
import { secondsOf } from "./render-document.ts";

/** What a person saw of one content item before; times in ms. */
export type SeenBefore = {
  readonly contentId: string;
  readonly type: string;
  readonly shown: number;
  readonly shownAt: readonly number[];
  readonly dismissedScope: "item" | "kind" | "all" | null;
  readonly dismissedUntil: number | null;
};

type Asked = { readonly contentId: string; readonly type: InPageType; readonly document: InPageDocument };

/** Why this content is not shown to the person now: they saw it often enough, or a dismissal keeps it away. */
export function holdBack(
  { contentId, type, document }: Asked,
  seen: readonly SeenBefore[],
  now: number,
): "frequency" | "dismissed" | null {
  const dismissed = seen.some(
    (one) =>
      (one.dismissedUntil === null || one.dismissedUntil > now) &&
      (one.dismissedScope === "all" ||
        (one.dismissedScope === "kind" && one.type === type) ||
        (one.dismissedScope === "item" && one.contentId === contentId)),
  );
  if (dismissed) return "dismissed";
  const { frequency } = document;
  const own = seen.find((one) => one.contentId === contentId);
  if (frequency === undefined || own === undefined) return null;
  const since = frequency.per === undefined ? Number.NEGATIVE_INFINITY : now - secondsOf(frequency.per) * 1_000;
  const count = frequency.per === undefined ? own.shown : own.shownAt.filter((at) => at > since).length;
  return count >= frequency.most ? "frequency" : null;
}
