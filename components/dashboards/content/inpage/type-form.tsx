"use client";
import type { ReactNode } from "react";
import { freeId, type InPageType, valueAt } from "#inpage";
import { AdvanceFields, PagesField } from "./advance-fields.tsx";
import { ActionFields, BlockFields } from "./block-fields.tsx";
import { useEditing, useField } from "./editing.tsx";
import { ChoiceField, LineField, SwitchField, SwitchRow, TextField } from "./fields.tsx";
import { PartList } from "./part-list.tsx";
import { blockSummary, PLACEMENTS, wordsOf } from "./parts.ts";
import { OptionalTarget, TargetFields } from "./target-fields.tsx";

/** What a document of a type says. */
export function TypeForm({ type }: { type: InPageType }): ReactNode {
  switch (type) {
    case "flow":
      return <StepList />;
    case "checklist":
      return <ChecklistFields />;
    case "tooltip":
      return (
        <>
          <BlockFields path={["blocks"]} />
          <fieldset className="grid gap-3">
            <legend className="mb-2 font-medium text-ui">Beside which element</legend>
            <TargetFields path={["target"]} />
            <ChoiceField path={["placement"]} label="Placement" options={PLACEMENTS} initial="auto" />
          </fieldset>
          <AdvanceFields path={["advance"]} label="What completes it besides its buttons" />
        </>
      );
    case "banner":
      return (
        <>
          <BlockFields path={["blocks"]} />
          <ChoiceField
            path={["position"]}
            label="Where"
            options={{ top: "At the top of the page", bottom: "At the bottom of the page" }}
            initial="top"
          />
        </>
      );
    default:
      return (
        <>
          <BlockFields path={["blocks"]} />
          <ChoiceField
            path={["size"]}
            label="Size"
            options={{ small: "Small", medium: "Medium", large: "Large" }}
            initial="medium"
          />
        </>
      );
  }
}

const NEXT = { type: "buttons", buttons: [{ label: "Next", action: { type: "next" } }] };
const DONE = { type: "buttons", buttons: [{ label: "Done", action: { type: "complete" } }] };

function StepList() {
  const { onStep } = useEditing();
  return (
    <PartList
      path={["steps"]}
      label="Steps"
      noun="step"
      most={50}
      add={[
        {
          label: "Step",
          make: (list) => ({
            id: freeId(list, "step"),
            blocks: [
              { type: "heading", text: "A heading" },
              { type: "text", text: "Write here." },
              list.length === 0 ? NEXT : DONE,
            ],
          }),
        },
      ]}
      summary={(part, at) => ({
        title: `${at + 1}. ${blockSummary(valueAt(part, ["blocks", 0])).text || wordsOf(part, "id")}`,
        text: wordsOf(part, "id"),
      })}
      onChosen={(step) => onStep(wordsOf(step, "id"))}
    >
      {(step) => (
        <>
          <BlockFields path={[...step, "blocks"]} />
          <OptionalTarget path={step} />
          <AdvanceFields path={[...step, "advance"]} label="What moves it on besides its buttons" />
          <PagesField path={[...step, "pages"]} label="Pages of this step; all unless given" />
          <LineField path={[...step, "id"]} label="Name of the step" isCode hint="Events name the step so." />
        </>
      )}
    </PartList>
  );
}

function ChecklistFields() {
  return (
    <>
      <TextField path={["title"]} label="Title" />
      <TextField path={["description"]} label="Description" rows={2} isOptional />
      <PartList
        path={["items"]}
        label="Items"
        noun="item"
        most={30}
        add={[{ label: "Item", make: (list) => ({ id: freeId(list, "item"), title: "Another step" }) }]}
        summary={(part, at) => ({ title: `${at + 1}. ${wordsOf(part, "title")}`, text: wordsOf(part, "id") })}
      >
        {(item) => (
          <>
            <TextField path={[...item, "title"]} label="Title" />
            <TextField path={[...item, "description"]} label="Description" rows={2} isOptional />
            <ItemAction path={item} />
            <AdvanceFields path={[...item, "done"]} label="What checks it off; without it, its button" isItem />
            <LineField path={[...item, "id"]} label="Name of the item" isCode hint="Events name the item so." />
          </>
        )}
      </PartList>
      <ChoiceField
        path={["position"]}
        label="Where"
        options={{ right: "At the bottom right", left: "At the bottom left" }}
        initial="right"
      />
      <SwitchField path={["open"]} label="Unfolded when it is first shown" initial={true} />
    </>
  );
}

function ItemAction({ path }: { path: readonly (string | number)[] }) {
  const { value, set } = useField([...path, "action"]);
  const isOn = value !== undefined;
  return (
    <>
      <TextField path={[...path, "label"]} label="Label of its button" isOptional hint="“Done” unless given." />
      <SwitchRow
        label="Its button does something"
        hint="Such as opening a page."
        isOn={isOn}
        onChange={(next) => set(next ? { type: "link", url: "", after: "stay" } : undefined)}
      />
      {isOn ? <ActionFields path={[...path, "action"]} /> : null}
    </>
  );
}
