"use client";
import { listAt, type Path, valueAt } from "#inpage";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Pick } from "../../rules/pick.tsx";
import { useEditing, useField } from "./editing.tsx";
import { ChoiceField, NumberField, SwitchField, TextField } from "./fields.tsx";
import { type NewPart, PartList } from "./part-list.tsx";
import { BLOCK_WORDS, blockSummary, wordsOf } from "./parts.ts";

const NEW_BLOCKS: readonly NewPart[] = [
  { label: "Heading", make: () => ({ type: "heading", text: "A heading" }) },
  { label: "Text", make: () => ({ type: "text", text: "Write here." }) },
  { label: "Image", make: () => ({ type: "image", src: "", alt: "" }) },
  { label: "Buttons", make: () => ({ type: "buttons", buttons: [{ label: "Next", action: { type: "next" } }] }) },
  { label: "Progress", make: () => ({ type: "progress" }) },
];

/** What content says and offers, one block below the other. */
export function BlockFields({ path }: { path: Path }) {
  const { type } = useEditing();
  const first =
    type === "flow" ? { label: "Next", action: { type: "next" } } : { label: "Done", action: { type: "complete" } };
  const add = NEW_BLOCKS.filter(({ label }) => type === "flow" || label !== BLOCK_WORDS.progress).map((block) =>
    block.label === "Buttons" ? { ...block, make: () => ({ type: "buttons", buttons: [first] }) } : block,
  );
  return (
    <PartList path={path} label="Blocks" noun="block" most={40} add={add} summary={blockSummary}>
      {(block) => <BlockForm path={block} />}
    </PartList>
  );
}

function BlockForm({ path }: { path: Path }) {
  const { body } = useEditing();
  switch (valueAt(body, [...path, "type"])) {
    case "heading":
      return <TextField path={[...path, "text"]} label="Text" />;
    case "text":
      return <TextField path={[...path, "text"]} label="Text" rows={4} />;
    case "image":
      return (
        <>
          <TextField path={[...path, "src"]} label="Address of the picture" isCode />
          <TextField
            path={[...path, "alt"]}
            label="What it shows"
            hint="For people who do not see it. Empty: decoration."
          />
          <div className="grid grid-cols-2 gap-3">
            <NumberField path={[...path, "width"]} label="Width in pixels" min={1} max={4000} />
            <NumberField path={[...path, "height"]} label="Height in pixels" min={1} max={4000} />
          </div>
        </>
      );
    case "buttons":
      return <ButtonList path={[...path, "buttons"]} />;
    default:
      return <p className="text-muted-foreground text-xs">How far the person is, as a bar and as numbers.</p>;
  }
}

function ButtonList({ path }: { path: Path }) {
  const { type } = useEditing();
  const action = { type: type === "flow" ? "next" : "complete" };
  return (
    <PartList
      path={path}
      label="Buttons"
      noun="button"
      most={6}
      add={[{ label: "Button", make: () => ({ label: "Button", action }) }]}
      summary={(part) => ({ title: wordsOf(part, "label") || "–", text: actionWords(valueAt(part, ["action"])) })}
    >
      {(button) => (
        <>
          <TextField path={[...button, "label"]} label="Label" />
          <ActionFields path={[...button, "action"]} />
          <ChoiceField path={[...button, "style"]} label="Looks" options={STYLES} initial="standard" />
          <TrackField path={[...button, "track"]} />
        </>
      )}
    </PartList>
  );
}

/** The event that a button reports besides what it does. */
function TrackField({ path }: { path: Path }) {
  const { value, set } = useField(path);
  const { error } = useField([...path, "eventName"]);
  const write = (eventName: string) =>
    set(eventName === "" ? undefined : { ...(typeof value === "object" ? value : {}), eventName });
  return (
    <Field label="Event to report" error={error} hint="Besides, for your own figures. Empty: none.">
      {(control) => (
        <Input
          {...control}
          value={wordsOf(value, "eventName")}
          className="font-mono text-xs"
          onChange={(event) => write(event.target.value)}
        />
      )}
    </Field>
  );
}

const STYLES = {
  standard: "The last button is the main one",
  primary: "Main",
  secondary: "Secondary",
  plain: "As a link",
};

const ACTIONS: Readonly<Record<string, string>> = {
  next: "Go to the next step",
  back: "Go to the step before",
  step: "Go to a step",
  complete: "Complete it",
  dismiss: "Dismiss it",
  link: "Open a page",
};

const actionWords = (action: unknown): string => {
  const type = wordsOf(action, "type");
  return [ACTIONS[type] ?? type, wordsOf(action, "step") || wordsOf(action, "url")].filter(Boolean).join(": ");
};

/** What a button or an item does. */
export function ActionFields({ path }: { path: Path }) {
  const { body, type } = useEditing();
  const { value, set } = useField(path);
  const kind = wordsOf(value, "type");
  const steps = listAt(body, ["steps"]).flatMap((step) => wordsOf(step, "id") || []);
  const inFlow = ["next", "back", "step"];
  const offered = Object.keys(ACTIONS).filter((one) => type === "flow" || !inFlow.includes(one));
  const start = (next: string) => {
    if (next === "step") return { type: "step", step: steps[0] ?? "" };
    return next === "link" ? { type: "link", url: "" } : { type: next };
  };
  return (
    <>
      <ActionChoice options={offered} kind={kind} onChange={(next) => set(start(next))} />
      {kind === "step" ? (
        <ChoiceField
          path={[...path, "step"]}
          label="Step"
          options={Object.fromEntries(steps.map((id) => [id, id]))}
          initial=""
        />
      ) : null}
      {kind === "link" ? (
        <>
          <TextField
            path={[...path, "url"]}
            label="Address"
            isCode
            hint="Such as /pricing or https://example.com/new."
          />
          <SwitchField path={[...path, "newTab"]} label="In a tab of its own" initial={false} />
          <ChoiceField
            path={[...path, "after"]}
            label="Afterwards"
            options={{
              complete: "It is completed",
              ...(type === "flow" ? { next: "The next step" } : {}),
              stay: "It stays",
            }}
            initial="complete"
          />
        </>
      ) : null}
    </>
  );
}

type ActionChoiceProps = { options: readonly string[]; kind: string; onChange: (kind: string) => void };

function ActionChoice({ options, kind, onChange }: ActionChoiceProps) {
  const words = Object.fromEntries([...options, kind].map((one) => [one, ACTIONS[one] ?? one]));
  return (
    <div className="grid gap-1.5">
      <p className="font-medium text-ui">What it does</p>
      <Pick label="What it does" value={kind} options={words} onChange={onChange} className="w-full" />
    </div>
  );
}
