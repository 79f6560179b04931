"use client";
import { BarChart3, Plus } from "lucide-react";
import { useRef, useState } from "react";
import { useCanEdit, useWorkspace } from "#data";
import { checkDocument, type Question, type Survey, withMoved } from "#inpage";
import { workspaceLanguages } from "#mails";
import { Button } from "#ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "#ui/dropdown-menu";
import { Link } from "#ui/link";
import type { EditorProps } from "../content/content-editor-page.tsx";
import { EditorFrame } from "../content/editor-frame.tsx";
import { useContentDraft } from "../content/use-content-draft.ts";
import { cleaned, newQuestion, QUESTION_WORDS, replaced, surveyOf, without } from "./edit-survey.ts";
import { QuestionCard } from "./question-card.tsx";
import { SurveyFindings } from "./survey-findings.tsx";
import { SurveyFrameFields } from "./survey-frame-fields.tsx";
import { SurveyLanguages } from "./survey-languages.tsx";
import { SurveyPreview } from "./survey-preview.tsx";

/** The editor of a survey: its questions, where their answers lead, and how it looks meanwhile. */
export function SurveyEditor({ item, stored, isDrawer = false }: EditorProps) {
  const edited = useContentDraft(item, stored);
  const canEdit = useCanEdit();
  const survey = surveyOf(edited.draft.body);
  const fallback = survey.languages?.default ?? "en";
  const [language, setLanguage] = useState(fallback);
  const [open, setOpen] = useState<string | null>(survey.questions[0]?.id ?? null);
  const list = useRef<HTMLOListElement>(null);
  const change = (part: Partial<Survey>) => edited.change({ body: { ...cleaned({ ...survey, ...part }) } });
  const setQuestions = (questions: readonly Question[]) => change({ questions: [...questions] });
  const findings = checkDocument("survey", survey, workspaceLanguages(useWorkspace().data?.settings ?? {}));
  const show = (id: string) => {
    setOpen(id);
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLElement>(`[data-question="${CSS.escape(id)}"] input`)?.focus();
    });
  };
  return (
    <EditorFrame
      item={item}
      edited={edited}
      isDrawer={isDrawer}
      actions={
        <Button asChild variant="outline">
          <Link href={`/content/${item.id}/results`}>
            <BarChart3 aria-hidden /> Results
          </Link>
        </Button>
      }
    >
      <div className="grid w-full max-w-7xl gap-6 px-4 py-5 sm:px-6 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,28rem)]">
        <div className="grid min-w-0 content-start gap-4">
          <SurveyLanguages survey={survey} language={language} onLanguage={setLanguage} onChange={change} />
          <SurveyFindings findings={findings} questions={survey.questions} onShow={show} />
          <ol ref={list} className="grid gap-3">
            {survey.questions.map((question, at) => (
              <QuestionCard
                key={question.id}
                {...{ question, at, language, fallback }}
                questions={survey.questions}
                isOpen={open === question.id}
                onOpen={(isOpen) => setOpen(isOpen ? question.id : null)}
                onChange={(next) => {
                  setQuestions(replaced(survey.questions, question, next));
                  if (next.id !== question.id) setOpen(next.id);
                }}
                onMove={(by) => setQuestions(withMoved(survey.questions, at, by))}
                onRemove={() => setQuestions(without(survey.questions, question.id))}
              />
            ))}
          </ol>
          {canEdit ? (
            <AddQuestion
              onAdd={(type) => {
                const made = newQuestion(
                  type,
                  survey.questions.map(({ id }) => id),
                );
                setQuestions([...survey.questions, made]);
                show(made.id);
              }}
            />
          ) : null}
          <fieldset disabled={!canEdit} className="min-w-0">
            <legend className="sr-only">The end</legend>
            <SurveyFrameFields survey={survey} language={language} fallback={fallback} onChange={change} />
          </fieldset>
        </div>
        <SurveyPreview survey={survey} language={language} start={open} />
      </div>
    </EditorFrame>
  );
}

const TYPES = Object.keys(QUESTION_WORDS) as Question["type"][];

function AddQuestion({ onAdd }: { onAdd: (type: Question["type"]) => void }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="outline" className="justify-self-start">
          <Plus aria-hidden /> Add a question
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" onCloseAutoFocus={(event) => event.preventDefault()}>
        {TYPES.map((type) => (
          <DropdownMenuItem key={type} onSelect={() => onAdd(type)}>
            {QUESTION_WORDS[type]}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
