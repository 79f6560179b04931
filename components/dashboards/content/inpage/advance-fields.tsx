"use client";
import { type Path, valueAt } from "#inpage";
import { useEditing } from "./editing.tsx";
import { ChoiceField, JsonField, LineField } from "./fields.tsx";
import { PartList } from "./part-list.tsx";
import { advanceSummary, PAGE_WORDS, pageSummary } from "./parts.ts";
import { ClickTarget } from "./target-fields.tsx";

/** What moves a step on, or checks an item off, besides buttons. */
export function AdvanceFields({ path, label, isItem }: { path: Path; label: string; isItem?: boolean }) {
  const click = isItem ? { on: "click", target: { signals: [{ kind: "css", value: "" }] } } : { on: "click" };
  return (
    <PartList
      path={path}
      label={label}
      noun="way on"
      most={10}
      isOptional
      add={[
        { label: "A click on an element", make: () => click },
        { label: "An event that the page reports", make: () => ({ on: "event", eventName: "" }) },
        { label: "A page that is opened", make: () => ({ on: "page", page: { matchType: "contains", pattern: "" } }) },
      ]}
      summary={advanceSummary}
    >
      {(advance) => <AdvanceForm path={advance} />}
    </PartList>
  );
}

function AdvanceForm({ path }: { path: Path }) {
  const on = valueAt(useEditing().body, [...path, "on"]);
  if (on === "click") return <ClickTarget path={path} />;
  if (on === "page") return <PageForm path={[...path, "page"]} />;
  return (
    <>
      <LineField path={[...path, "eventName"]} label="Event" isCode hint="As the page calls it, such as order_paid." />
      <JsonField
        path={[...path, "filter"]}
        label="Only with these properties"
        placeholder='{"plan": "pro"}'
        hint="Empty: every such event counts."
      />
    </>
  );
}

function PageForm({ path }: { path: Path }) {
  return (
    <>
      <ChoiceField path={[...path, "matchType"]} label="Compare" options={PAGE_WORDS} initial="contains" />
      <LineField
        path={[...path, "pattern"]}
        label="Address"
        isCode
        hint="In a pattern * stands for any characters and ? for one."
      />
    </>
  );
}

/** The pages on which something is shown; without one it is all. */
export function PagesField({ path, label }: { path: Path; label: string }) {
  return (
    <PartList
      path={path}
      label={label}
      noun="page"
      most={20}
      isOptional
      add={[{ label: "Page", make: () => ({ matchType: "contains", pattern: "" }) }]}
      summary={pageSummary}
    >
      {(page) => <PageForm path={page} />}
    </PartList>
  );
}
