"use client";
import type { Me } from "#data";
import { ConsentFiles } from "./consent-files.tsx";
import { PublicPageSettings } from "./public-page-settings.tsx";
import { SuppressionList } from "./suppression-list.tsx";
import { TopicSettings } from "./topic-settings.tsx";

/** Topics, suppressed addresses, what people outside see, and the lists in files. */
export function ConsentSettings({ me }: { me: Me }) {
  const mayEdit = me.role !== "viewer";
  return (
    <>
      <TopicSettings mayEdit={mayEdit} />
      <PublicPageSettings mayEdit={me.role === "owner"} />
      <SuppressionList />
      {mayEdit ? <ConsentFiles /> : null}
    </>
  );
}
