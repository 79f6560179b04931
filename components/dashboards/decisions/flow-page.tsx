"use client";
import { Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type DecisionFlow, useCanEdit, useDecisionFlow } from "#data";
import { BackLink, LoadingPage, loadedOnUse, Page, PageError } from "#shell";
import { Badge } from "#ui/badge";
import { Button } from "#ui/button";
import { FlowFigures } from "./flow-figures.tsx";
import { FlowTest } from "./flow-test.tsx";
import { KeepActions } from "./keep-actions.tsx";
import { SAMPLING_WORDS } from "./words.ts";

const FlowDialog = loadedOnUse(
  async () => (await import("./flow-dialog.tsx")).FlowDialog,
  ({ open }) => open,
);

export function DecisionFlowPage({ flowId }: { flowId: string }) {
  const { data: flow, error, refetch } = useDecisionFlow(flowId);
  const canEdit = useCanEdit();
  if (error && !flow)
    return <PageError error={error} onRetry={refetch} back={{ href: "/decisions", label: "All decisions" }} />;
  if (!flow) return <LoadingPage title="Decision flow" />;
  return (
    <Page
      title={
        <span className="flex flex-wrap items-center gap-2">
          {flow.name} {flow.archivedAt ? <Badge variant="outline">Archived</Badge> : null}
        </span>
      }
      description={
        <>
          {flow.description ? `${flow.description} ` : ""}Key <code className="font-mono">{flow.key}</code>, number{" "}
          {flow.number}.
        </>
      }
      back={<BackLink href="/decisions">All decisions</BackLink>}
      actions={canEdit ? <Actions flow={flow} /> : null}
    >
      <Summary flow={flow} />
      {canEdit ? <FlowTest flow={flow} /> : null}
      <FlowFigures flow={flow} />
    </Page>
  );
}

function Actions({ flow }: { flow: DecisionFlow }) {
  const [editing, setEditing] = useState(false);
  const router = useRouter();
  return (
    <>
      <Button variant="outline" onClick={() => setEditing(true)}>
        <Pencil aria-hidden /> Edit
      </Button>
      <KeepActions
        noun="decision-flows"
        id={flow.id}
        name={flow.name}
        isArchived={flow.archivedAt !== null}
        onDeleted={() => router.push("/decisions")}
      />
      <FlowDialog flow={flow} open={editing} onOpenChange={setEditing} />
    </>
  );
}

const saysLimits = (caps: DecisionFlow["caps"]): string =>
  caps.length === 0 ? "None" : caps.map(({ max, days }) => `${max} in ${days} days`).join(", ");

const saysSuppression = (suppress: DecisionFlow["suppress"]): string =>
  suppress.length === 0
    ? "Nothing"
    : suppress.map(({ outcomes, days }) => `${outcomes.join(" or ")} within ${days} days`).join(", ");

function Summary({ flow }: { flow: DecisionFlow }) {
  const facts: readonly (readonly [string, string])[] = [
    ["Offers", flow.offers === null ? "All offers" : flow.offers.map(({ name }) => name).join(", ") || "None"],
    ["Decides by", SAMPLING_WORDS[flow.sampling].long],
    ["Score", flow.score ?? "Each offer’s own score, else its priority"],
    ["Held back after", saysSuppression(flow.suppress)],
    ["Contact limits", saysLimits(flow.caps)],
  ];
  return (
    <dl className="grid gap-x-6 gap-y-2 rounded-lg border bg-card p-4 text-ui shadow-raised sm:grid-cols-[10rem_1fr]">
      {facts.map(([term, text]) => (
        <div key={term} className="contents">
          <dt className="text-muted-foreground">{term}</dt>
          <dd className="min-w-0 break-words">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
