"use client";
import { useCallback, useContext, useEffect, useRef, useState } from "react";
import { type ContentEvent, openContent, type WaitingContent } from "../browser/index.ts";
import { SiteContext } from "./analytics.tsx";

export type ShownContent = {
  /** What waits for the visitor, the most important first; each document is made ready: one language, templates filled in. */
  readonly content: readonly WaitingContent[];
  /** Says what the visitor did with it; `completed` and `dismissed` lead them on. */
  readonly report: (deliveryId: string, event: ContentEvent, more?: { readonly step?: string | number }) => void;
};

/**
 * The content that waits for the visitor, for applications that draw it themselves. Give the provider `content={false}`, or
 * the client shows it too. `types` are those that are wanted; all without it.
 */
export function useContent(types?: readonly string[]): ShownContent {
  const site = useContext(SiteContext);
  if (site === null) throw new Error("useContent needs a SojournProvider around the component.");
  const [content, setContent] = useState<readonly WaitingContent[]>([]);
  const opened = useRef<ReturnType<typeof openContent> | null>(null);
  useEffect(() => {
    if (site.client === null) return;
    const { client, key, url } = site;
    const start = () => {
      opened.current?.close();
      setContent([]);
      opened.current = openContent({ client, key, url, changed: setContent });
    };
    start();
    const leave = site.onPerson(start);
    return () => {
      leave();
      opened.current?.close();
    };
  }, [site]);
  const report = useCallback<ShownContent["report"]>((id, event, more) => opened.current?.report(id, event, more), []);
  return { content: types ? content.filter(({ type }) => types.includes(type)) : content, report };
}
