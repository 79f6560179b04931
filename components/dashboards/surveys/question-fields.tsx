"use client";
import { type ReactNode, useEffect, useId, useState } from "react";
import { LONGEST_ANSWER, type Question } from "#inpage";
import { Checkbox } from "#ui/checkbox";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Label } from "#ui/label";
import { Textarea } from "#ui/textarea";
import { Pick } from "../rules/pick.tsx";
import { freeId, orNothing, type SurveyText, textIn, withText } from "./edit-survey.ts";
import { OptionFields } from "./option-fields.tsx";
import type { QuestionProps } from "./question-card.tsx";

/** What is asked, and how it is answered. */
export function QuestionFields({ question, questions, language, fallback, onChange }: QuestionProps) {
  const textField = (
    label: string,
    text: SurveyText | undefined,
    set: (text: SurveyText) => Question,
    hint?: string,
  ) => <TextField {...{ label, text, language, fallback, hint }} onChange={(written) => onChange(set(written))} />;
  return (
    <>
      {textField("Question", question.title, (title) => ({ ...question, title }))}
      {textField("Explanation", question.description, (text) => {
        const { description: _before, ...rest } = question;
        const description = orNothing(text);
        return description === undefined ? rest : { ...rest, description };
      })}
      {"low" in question || question.type === "nps" || question.type === "csat" || question.type === "rating" ? (
        <ScaleFields {...{ question, language, fallback, onChange }} />
      ) : null}
      {"options" in question ? <OptionFields {...{ question, language, fallback, onChange }} /> : null}
      {question.type === "text" ? <WordsFields {...{ question, onChange }} /> : null}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <Check
          label="May be skipped"
          checked={question.optional ?? false}
          onChange={(optional) => onChange(marked(question, optional))}
        />
        <IdField
          id={question.id}
          taken={questions.map(({ id }) => id)}
          onChange={(id) => onChange({ ...question, id })}
        />
        <Field label="Keep the latest answer as trait" className="min-w-40 flex-1 sm:max-w-56">
          {(control) => (
            <Input
              {...control}
              value={question.trait ?? ""}
              placeholder="nps_score"
              className="font-mono text-xs"
              onChange={(event) => onChange(withTrait(question, event.target.value.replaceAll(/\W/g, "_")))}
            />
          )}
        </Field>
      </div>
    </>
  );
}

/** It is taken once the field is left: answers are kept under it, and branches lead to it. */
function IdField({ id, taken, onChange }: { id: string; taken: readonly string[]; onChange: (id: string) => void }) {
  const [written, setWritten] = useState(id);
  useEffect(() => setWritten(id), [id]);
  const take = () => {
    const others = taken.filter((one) => one !== id);
    const next = freeId(
      written
        .replaceAll(/[^\w-]/g, "_")
        .replace(/^[_-]+/, "")
        .slice(0, 55) || id,
      others,
    );
    setWritten(next);
    if (next !== id) onChange(next);
  };
  return (
    <Field label="Name in events and results" className="min-w-40 flex-1 sm:max-w-56">
      {(control) => (
        <Input
          {...control}
          value={written}
          className="font-mono text-xs"
          onChange={(event) => setWritten(event.target.value)}
          onBlur={take}
        />
      )}
    </Field>
  );
}

const marked = (question: Question, optional: boolean): Question => {
  const { optional: _before, ...rest } = question;
  return optional ? { ...rest, optional } : rest;
};

const withTrait = (question: Question, trait: string): Question => {
  const { trait: _before, ...rest } = question;
  return trait === "" ? rest : { ...rest, trait };
};

type TextFieldProps = {
  label: string;
  text: SurveyText | undefined;
  language: string;
  fallback: string;
  hint?: ReactNode;
  onChange: (text: SurveyText) => void;
};

/** A text in the language that is edited. */
export function TextField({ label, text, language, fallback, hint, onChange }: TextFieldProps) {
  const placeholder = language === fallback ? undefined : textIn(text, fallback, fallback);
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Input
          {...control}
          lang={language}
          value={textIn(text, language, fallback)}
          placeholder={placeholder}
          onChange={(event) => onChange(withText(text, language, fallback, event.target.value))}
        />
      )}
    </Field>
  );
}

type Scaled = Extract<Question, { type: "nps" | "csat" | "rating" }>;

function ScaleFields({
  question,
  language,
  fallback,
  onChange,
}: Omit<QuestionProps, "questions" | "at" | "question"> & { question: Scaled }) {
  const end = (label: string, field: "low" | "high") => (
    <TextField
      {...{ label, language, fallback }}
      text={question[field]}
      onChange={(text) => onChange(field === "low" ? { ...question, low: text } : { ...question, high: text })}
    />
  );
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {end("The lowest means", "low")}
      {end("The highest means", "high")}
      {question.type === "rating" ? (
        <>
          <Labelled label="Best rating">
            <Pick
              label="Best rating"
              className="w-full"
              value={String(question.scale ?? 5)}
              options={Object.fromEntries([3, 4, 5, 6, 7, 8, 9, 10].map((n) => [String(n), String(n)]))}
              onChange={(scale) => onChange({ ...question, scale: Number(scale) })}
            />
          </Labelled>
          <Labelled label="Shown as">
            <Pick
              label="Shown as"
              className="w-full"
              value={question.look ?? "stars"}
              options={{ stars: "Stars", numbers: "Numbers" }}
              onChange={(look) => onChange({ ...question, look: look === "numbers" ? "numbers" : "stars" })}
            />
          </Labelled>
        </>
      ) : null}
    </div>
  );
}

type Written = Extract<Question, { type: "text" }>;

function WordsFields({ question, onChange }: { question: Written; onChange: (question: Question) => void }) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Labelled label="Room for">
        <Pick
          label="Room for"
          className="w-full"
          value={question.lines ?? "many"}
          options={{ one: "One line", many: "Several lines" }}
          onChange={(lines) => onChange({ ...question, lines: lines === "one" ? "one" : "many" })}
        />
      </Labelled>
      <Field label="Characters at most">
        {(control) => (
          <Input
            {...control}
            type="number"
            min={1}
            max={LONGEST_ANSWER}
            value={question.longest ?? LONGEST_ANSWER}
            onChange={(event) => onChange({ ...question, longest: Math.trunc(Number(event.target.value)) })}
          />
        )}
      </Field>
    </div>
  );
}

export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1.5">
      <p className="font-medium text-ui" aria-hidden>
        {label}
      </p>
      {children}
    </div>
  );
}

export function Check({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="flex items-center gap-2 py-2">
      <Checkbox id={id} checked={checked} onCheckedChange={(next) => onChange(next === true)} />
      <Label htmlFor={id}>{label}</Label>
    </div>
  );
}

/** A longer text in the language that is edited. */
export function LongTextField({ label, text, language, fallback, onChange }: TextFieldProps) {
  return (
    <Field label={label}>
      {(control) => (
        <Textarea
          {...control}
          lang={language}
          rows={2}
          value={textIn(text, language, fallback)}
          onChange={(event) => onChange(withText(text, language, fallback, event.target.value))}
        />
      )}
    </Field>
  );
}
