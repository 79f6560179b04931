"use client";
import type { checkDocument, Question } from "#inpage";
import { Notice } from "#shell";

type SurveyFindingsProps = {
  findings: ReturnType<typeof checkDocument>;
  questions: readonly Question[];
  onShow: (id: string) => void;
};

/** What is wrong with the survey, each with a way to its question. */
export function SurveyFindings({ findings, questions, onShow }: SurveyFindingsProps) {
  if (findings.length === 0) return null;
  const isBlocked = findings.some(({ level }) => level === "error");
  return (
    <Notice tone={isBlocked ? "destructive" : "neutral"}>
      <ul className="grid gap-1">
        {findings.map(({ pointer, message }) => {
          const place = /^\/questions\/(\d+)/.exec(pointer)?.[1];
          const question = place === undefined ? undefined : questions[Number(place)];
          return (
            <li key={`${pointer} ${message}`}>
              {question ? (
                <button type="button" className="underline underline-offset-4" onClick={() => onShow(question.id)}>
                  Question {Number(place) + 1}
                </button>
              ) : (
                <code className="font-mono text-xs">{pointer || "Survey"}</code>
              )}
              : {message}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
