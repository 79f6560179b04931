"use client";

import { MessageSquare } from "lucide-react";
import { useState } from "react";
import { type Comment, useComments } from "#data";
import { type JourneyNode, labelOf } from "#journey";
import { EmptyState, PageError } from "#shell";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "#ui/select";
import { Sheet, SheetBody, SheetContent, SheetDescription, SheetHeader, SheetTitle } from "#ui/sheet";
import { Skeleton } from "#ui/skeleton";
import { goToStep } from "../keyboard/find-step.tsx";
import { useEditor, useEditorStore } from "../state/context.tsx";
import { useJourneyInfo } from "../state/journey-info.tsx";
import { Composer } from "./composer.tsx";
import { Thread } from "./thread.tsx";

type CommentsSheetProps = {
  isOpen: boolean;
  /** The step that a new comment is about at first. */
  stepId: string | null;
  onClose: () => void;
};

/** What members say about the journey and its steps. Also for those who may not edit it. */
export function CommentsSheet({ isOpen, stepId, onClose }: CommentsSheetProps) {
  return (
    <Sheet open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <SheetContent>
        <SheetHeader>
          <SheetTitle>Comments</SheetTitle>
          <SheetDescription>On this journey and its steps. Members whom you mention get an email.</SheetDescription>
        </SheetHeader>
        <SheetBody className="grid content-start gap-4 pt-4">
          {isOpen ? <Comments key={stepId} stepId={stepId} onClose={onClose} /> : null}
        </SheetBody>
      </SheetContent>
    </Sheet>
  );
}

function Comments({ stepId, onClose }: Pick<CommentsSheetProps, "stepId" | "onClose">) {
  const { journeyId } = useJourneyInfo();
  const nodes = useEditor((state) => state.canvas.nodes);
  const [about, setAbout] = useState(nodes.some(({ id }) => id === stepId) ? stepId : null);
  const { data, error, refetch } = useComments(journeyId);
  return (
    <>
      <Composer journeyId={journeyId} about={{ nodeId: about, parentId: null }} label="Comment" button="Comment">
        <AboutField nodes={nodes} about={about} onChange={setAbout} />
      </Composer>
      {data ? (
        <Threads journeyId={journeyId} comments={data} nodes={nodes} onClose={onClose} />
      ) : error ? (
        <PageError error={error} onRetry={refetch} />
      ) : (
        <Skeleton className="h-24" />
      )}
    </>
  );
}

const JOURNEY = "journey";

type AboutFieldProps = { nodes: readonly JourneyNode[]; about: string | null; onChange: (id: string | null) => void };

function AboutField({ nodes, about, onChange }: AboutFieldProps) {
  return (
    <Field label="About">
      {(control) => (
        <Select value={about ?? JOURNEY} onValueChange={(id) => onChange(id === JOURNEY ? null : id)}>
          <SelectTrigger {...control}>
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            <SelectItem value={JOURNEY}>The whole journey</SelectItem>
            {nodes.map((node) => (
              <SelectItem key={node.id} value={node.id}>
                {labelOf(node)}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      )}
    </Field>
  );
}

type ThreadsProps = {
  journeyId: string;
  comments: readonly Comment[];
  nodes: readonly JourneyNode[];
  onClose: () => void;
};

/** The newest first; what is resolved is shown when it is asked for. */
function Threads({ journeyId, comments, nodes, onClose }: ThreadsProps) {
  const store = useEditorStore();
  const [isAll, setAll] = useState(false);
  const known = new Set(nodes.map(({ id }) => id));
  const answers = Map.groupBy(comments, ({ parentId }) => parentId ?? "");
  const threads = (answers.get("") ?? []).toReversed();
  const resolved = threads.filter(({ resolvedAt }) => resolvedAt !== null).length;
  const shown = isAll ? threads : threads.filter(({ resolvedAt }) => resolvedAt === null);
  if (threads.length === 0)
    return (
      <EmptyState
        icon={MessageSquare}
        title="No comments yet"
        text="Ask or explain something above. Comments stay when the journey gets new versions."
      />
    );
  const show = (nodeId: string) => {
    onClose();
    goToStep(store, nodeId);
  };
  return (
    <section aria-label="Threads" className="grid gap-3">
      {shown.length === 0 ? <p className="text-muted-foreground text-ui">All comments are resolved.</p> : null}
      <ul className="grid gap-3">
        {shown.map((comment) => {
          const { id, nodeId } = comment;
          const onStep = nodeId !== null && known.has(nodeId) ? () => show(nodeId) : null;
          return (
            <Thread key={id} journeyId={journeyId} comment={comment} answers={answers.get(id) ?? []} onStep={onStep} />
          );
        })}
      </ul>
      {resolved === 0 ? null : (
        <Button variant="outline" className="justify-self-start" aria-pressed={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? "Hide resolved" : `Show resolved (${resolved})`}
        </Button>
      )}
    </section>
  );
}
