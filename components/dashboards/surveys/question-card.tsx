"use client";
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight, Trash2 } from "lucide-react";
import { useCanEdit } from "#data";
import type { Question } from "#inpage";
import { Button } from "#ui/button";
import { BranchFields } from "./branch-fields.tsx";
import { QUESTION_WORDS, textIn } from "./edit-survey.ts";
import { QuestionFields } from "./question-fields.tsx";

export type QuestionProps = {
  question: Question;
  questions: readonly Question[];
  at: number;
  language: string;
  fallback: string;
  onChange: (question: Question) => void;
};

type QuestionCardProps = QuestionProps & {
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One question of the list: folded it says what is asked, unfolded it is edited. Viewers unfold it too. */
export function QuestionCard({ isOpen, onOpen, onMove, onRemove, ...props }: QuestionCardProps) {
  const { question, questions, at, language, fallback } = props;
  const canEdit = useCanEdit();
  const title = textIn(question.title, language, fallback) || textIn(question.title, fallback, fallback) || "Untitled";
  const Sign = isOpen ? ChevronDown : ChevronRight;
  return (
    <li data-question={question.id} className="rounded-lg border bg-card">
      <div className="flex items-start gap-1 p-2">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => onOpen(!isOpen)}
          className="flex min-w-0 flex-1 items-start gap-2 rounded-sm p-1.5 text-left"
        >
          <Sign className="mt-0.5 size-4 shrink-0 text-muted-foreground" aria-hidden />
          <span className="grid min-w-0 gap-0.5">
            <span className="break-words font-medium text-ui">
              {at + 1}. {title}
            </span>
            <span className="text-muted-foreground text-xs">{QUESTION_WORDS[question.type]}</span>
          </span>
        </button>
        {canEdit ? <Moves {...{ at, onMove, onRemove }} count={questions.length} /> : null}
      </div>
      {isOpen ? (
        <fieldset disabled={!canEdit} className="grid min-w-0 gap-4 border-t p-4">
          <legend className="sr-only">Question {at + 1}</legend>
          <QuestionFields {...props} />
          <BranchFields {...props} />
        </fieldset>
      ) : null}
    </li>
  );
}

type MovesProps = Pick<QuestionCardProps, "at" | "onMove" | "onRemove"> & { count: number };

function Moves({ at, count, onMove, onRemove }: MovesProps) {
  return (
    <>
      <Button
        variant="ghost"
        size="icon-sm"
        disabled={at === 0}
        onClick={() => onMove(-1)}
        aria-label={`Move question ${at + 1} up`}
      >
        <ArrowUp />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        disabled={at === count - 1}
        onClick={() => onMove(1)}
        aria-label={`Move question ${at + 1} down`}
      >
        <ArrowDown />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        disabled={count === 1}
        onClick={onRemove}
        aria-label={`Remove question ${at + 1}`}
      >
        <Trash2 />
      </Button>
    </>
  );
}
