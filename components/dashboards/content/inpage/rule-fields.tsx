"use client";
import { PagesField } from "./advance-fields.tsx";
import { useEditing, useField } from "./editing.tsx";
import { ChoiceField, LineField, NumberField, SwitchField, SwitchRow } from "./fields.tsx";

/** On which pages it is shown, how often, and what a dismissal means. */
export function RuleFields() {
  const { type } = useEditing();
  return (
    <div className="grid gap-4">
      <PagesField path={["pages"]} label="Pages; all unless given" />
      <LineField
        path={["delay"]}
        label="Wait before it is shown"
        isOptional
        placeholder="0s"
        hint="Such as 5s or 2m, from when the page has loaded."
      />
      <FrequencyFields />
      <DismissalFields />
      <NumberField
        path={["priority"]}
        label="Priority"
        hint="0 to 100; of several the highest comes first. 50 unless given."
        min={0}
        max={100}
        placeholder="50"
      />
      <SwitchField
        path={["blocking"]}
        label="The page cannot be used meanwhile"
        hint="One such content is shown at a time."
        initial={type === "modal"}
      />
      <SwitchField
        path={["closable"]}
        label="It can be closed"
        hint="A cross and the Escape key dismiss it."
        initial={true}
      />
    </div>
  );
}

function FrequencyFields() {
  const { value, set } = useField(["frequency"]);
  const isOn = value !== undefined;
  return (
    <>
      <SwitchRow
        label="Limit how often a person sees it"
        hint="Over all journeys, kept by the server."
        isOn={isOn}
        onChange={(next) => set(next ? { most: 3, per: "7d" } : undefined)}
      />
      {isOn ? (
        <div className="grid grid-cols-2 gap-3">
          <NumberField path={["frequency", "most"]} label="Times at most" min={1} max={20} />
          <LineField path={["frequency", "per"]} label="Within" isOptional placeholder="ever" hint="Such as 7d." />
        </div>
      ) : null}
    </>
  );
}

const SCOPES = { item: "This content", kind: "All content of this type", all: "All content in pages" };

function DismissalFields() {
  const { value, set } = useField(["dismissal"]);
  const isOn = value !== undefined;
  return (
    <>
      <SwitchRow
        label="Keep something away after it was dismissed"
        hint="Otherwise another journey may show it again."
        isOn={isOn}
        onChange={(next) => set(next ? { scope: "item", for: "30d" } : undefined)}
      />
      {isOn ? (
        <div className="grid grid-cols-2 gap-3">
          <ChoiceField path={["dismissal", "scope"]} label="What is kept away" options={SCOPES} initial="" />
          <LineField path={["dismissal", "for"]} label="For" isOptional placeholder="ever" hint="Such as 30d." />
        </div>
      ) : null}
    </>
  );
}
