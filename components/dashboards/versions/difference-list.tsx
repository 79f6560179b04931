"use client";
import type { FieldChange, VersionDifference } from "#data";
import { type JourneyNode, labelOf, type NodeType, readableName } from "#journey";
import { countOf } from "#shell";
import { Badge } from "#ui/badge";
import { NodeIcon } from "../timeline/node-icon.tsx";
import { fieldWords, sideText } from "./field-words.ts";

const CHANGES = {
  added: { word: "New", variant: "success" },
  removed: { word: "Removed", variant: "destructive" },
  changed: { word: "Changed", variant: "warning" },
  moved: { word: "Moved", variant: "outline" },
} as const;

type Names = ReadonlyMap<string, string>;

/** The differences of steps, connections and settings, field by field. */
export function DifferenceList({
  difference,
  nodes,
}: {
  difference: VersionDifference;
  nodes: readonly JourneyNode[];
}) {
  const names: Names = new Map([
    ...nodes.map((node): [string, string] => [node.id, labelOf(node)]),
    ...difference.nodes.map((node): [string, string] => [node.nodeId, node.label ?? readableName(node.name)]),
  ]);
  const moved = difference.nodes.filter(({ change }) => change === "moved").length;
  const steps = difference.nodes.filter(({ change }) => change !== "moved");
  const nothing = steps.length + difference.edges.length + difference.settings.length === 0;
  return (
    <div className="grid grid-cols-1 gap-4">
      {nothing ? <p className="text-muted-foreground text-ui">No differences.</p> : null}
      <Group title="Steps">
        {steps.map(({ nodeId, type, change, fields }) => (
          <Item key={nodeId} name={names.get(nodeId) ?? ""} type={type} change={change} fields={fields} names={names} />
        ))}
      </Group>
      <Group title="Connections">
        {difference.edges.map(({ edgeId, name, change, fields }) => (
          <Item key={edgeId} name={name} change={change} fields={fields} names={names} />
        ))}
      </Group>
      <Group title="Settings">
        {difference.settings.map((field) => (
          <li key={field.path} className="px-3 py-2">
            <Fields fields={[field]} names={names} />
          </li>
        ))}
      </Group>
      {moved > 0 ? (
        <p className="text-muted-foreground text-xs">{countOf(moved, "step")} only moved on the canvas.</p>
      ) : null}
    </div>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    // No landmark: a page of plans has several of each.
    <div className="grid gap-1.5">
      <h4 className="font-medium text-muted-foreground text-xs">{title}</h4>
      <ul aria-label={title} className="divide-y rounded-lg border bg-card shadow-raised">
        {children}
      </ul>
    </div>
  );
}

type ItemProps = {
  name: string;
  type?: NodeType;
  change: keyof typeof CHANGES;
  fields: readonly FieldChange[];
  names: Names;
};

function Item({ name, type, change, fields, names }: ItemProps) {
  const { word, variant } = CHANGES[change];
  return (
    <li className="grid gap-1.5 px-3 py-2" data-change={change}>
      <p className="flex items-center gap-2 text-ui">
        {type ? <NodeIcon type={type} className="size-4 text-muted-foreground" /> : null}
        <span className="min-w-0 truncate font-medium">{name}</span>
        <Badge variant={variant}>{word}</Badge>
      </p>
      {change === "changed" ? <Fields fields={fields} names={names} /> : null}
    </li>
  );
}

function Fields({ fields, names }: { fields: readonly FieldChange[]; names: Names }) {
  return (
    <dl className="grid gap-1 text-xs">
      {fields.map(({ path, before, after }) => (
        <div key={path} className="grid gap-x-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <dt className="text-muted-foreground">{fieldWords(path)}</dt>
          <dd className="min-w-0 break-words font-mono">
            <del className="rounded-sm bg-destructive-soft px-1 text-destructive-ink no-underline">
              <span className="sr-only">before: </span>
              {sideText(path, before, names)}
            </del>
            <span aria-hidden className="px-1.5 text-muted-foreground">
              →
            </span>
            <ins className="rounded-sm bg-success-soft px-1 text-success-ink no-underline">
              <span className="sr-only">after: </span>
              {sideText(path, after, names)}
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
