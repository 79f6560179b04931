"use client";

import { Check, CornerDownRight, RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { type Comment, problemMessage, useDeleteComment, useResolveComment } from "#data";
import { Ago } from "#shell";
import { Button } from "#ui/button";
import { toast } from "#ui/toaster";
import { Composer } from "./composer.tsx";

type ThreadProps = {
  journeyId: string;
  comment: Comment;
  answers: readonly Comment[];
  /** Opens the step that it is about; null when the step is gone or it is about the whole journey. */
  onStep: (() => void) | null;
};

/** A comment with its answers. */
export function Thread({ journeyId, comment, answers, onStep }: ThreadProps) {
  const [isAnswering, setAnswering] = useState(false);
  const resolve = useResolveComment(journeyId);
  const isResolved = comment.resolvedAt !== null;
  const change = () =>
    resolve.mutate(
      { id: comment.id, resolved: !isResolved },
      { onError: (error) => toast.error(problemMessage(error)) },
    );
  return (
    <li className="grid gap-3 rounded-xl border bg-card px-4 py-3" data-comment={comment.id}>
      <About comment={comment} onStep={onStep} />
      <Said journeyId={journeyId} comment={comment} />
      {answers.length === 0 ? null : (
        <ul className="grid gap-3 border-l pl-3">
          {answers.map((answer) => (
            <li key={answer.id}>
              <Said journeyId={journeyId} comment={answer} />
            </li>
          ))}
        </ul>
      )}
      {isResolved ? (
        <p className="text-muted-foreground text-xs">
          Resolved by {comment.resolvedBy?.name} <Ago at={comment.resolvedAt} />
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {isResolved ? null : (
          <Button variant="outline" size="sm" aria-expanded={isAnswering} onClick={() => setAnswering(!isAnswering)}>
            <CornerDownRight /> Reply
          </Button>
        )}
        <Button variant="outline" size="sm" disabled={resolve.isPending} onClick={change}>
          {isResolved ? <RotateCcw /> : <Check />} {isResolved ? "Reopen" : "Resolve"}
        </Button>
      </div>
      {isAnswering && !isResolved ? (
        <Composer
          journeyId={journeyId}
          about={{ nodeId: null, parentId: comment.id }}
          label="Your reply"
          button="Send reply"
          onSent={() => setAnswering(false)}
        />
      ) : null}
    </li>
  );
}

function About({ comment: { nodeId, stepLabel }, onStep }: Pick<ThreadProps, "comment" | "onStep">) {
  if (nodeId === null) return <p className="text-muted-foreground text-xs">The whole journey</p>;
  if (!onStep) return <p className="text-muted-foreground text-xs">{stepLabel} (removed)</p>;
  return (
    <button type="button" onClick={onStep} className="justify-self-start text-primary-ink text-xs hover:underline">
      {stepLabel}
    </button>
  );
}

function Said({ journeyId, comment }: { journeyId: string; comment: Comment }) {
  const remove = useDeleteComment(journeyId);
  return (
    <div className="grid gap-1">
      <div className="flex items-center gap-2">
        <p className="min-w-0 flex-1 truncate text-xs">
          <span className="font-medium">{comment.createdBy.name}</span>{" "}
          <span className="text-muted-foreground">
            <Ago at={comment.createdAt} />
            {comment.isEdited ? ", edited" : ""}
          </span>
        </p>
        {comment.mayDelete ? (
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={`Delete the comment of ${comment.createdBy.name}`}
            title="Delete"
            disabled={remove.isPending}
            onClick={() => remove.mutate(comment.id, { onError: (error) => toast.error(problemMessage(error)) })}
          >
            <Trash2 />
          </Button>
        ) : null}
      </div>
      <p className="whitespace-pre-wrap text-ui [overflow-wrap:anywhere]">{comment.text}</p>
    </div>
  );
}
