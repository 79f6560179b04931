"use client";
import { useState } from "react";
import { useCanEdit } from "#data";
import type { Survey } from "#inpage";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Pick } from "../rules/pick.tsx";
import { Labelled } from "./question-fields.tsx";

type SurveyLanguagesProps = {
  survey: Survey;
  language: string;
  onLanguage: (language: string) => void;
  onChange: (part: Partial<Survey>) => void;
};

const TAG = /^[a-z]{2,3}(-[a-zA-Z0-9]{2,8})*$/;

/** Which language is edited, and adding one. */
export function SurveyLanguages({ survey, language, onLanguage, onChange }: SurveyLanguagesProps) {
  const [tag, setTag] = useState("");
  const canEdit = useCanEdit();
  const own = survey.languages?.default ?? "en";
  const known = [...new Set([own, language, ...languagesIn(survey)])];
  const isTag = TAG.test(tag);
  const add = () => {
    if (!isTag) return;
    if (survey.languages === undefined) onChange({ languages: { default: own } });
    onLanguage(tag);
    setTag("");
  };
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Labelled label="Language">
        <Pick
          label="Language"
          className="w-40"
          value={language}
          options={Object.fromEntries(known.map((one) => [one, one === own ? `${nameOf(one)} (first)` : nameOf(one)]))}
          onChange={onLanguage}
        />
      </Labelled>
      {canEdit ? (
        <>
          <Field label="Add a language" error={tag !== "" && !isTag ? "A tag such as de or pt-BR" : undefined}>
            {(control) => (
              <Input
                {...control}
                value={tag}
                placeholder="de"
                className="w-28"
                onChange={(event) => setTag(event.target.value.trim())}
                onKeyDown={(event) => {
                  if (event.key !== "Enter") return;
                  event.preventDefault();
                  add();
                }}
              />
            )}
          </Field>
          <Button variant="outline" disabled={!isTag} onClick={add}>
            Add
          </Button>
        </>
      ) : null}
    </div>
  );
}

/** The languages in which some text is written. */
function languagesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(languagesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) => {
    const isText = ["title", "description", "label", "low", "high", "placeholder"].includes(field);
    if (isText && typeof inner === "object" && inner !== null) return Object.keys(inner);
    return field === "custom" ? [] : languagesIn(inner);
  });
}

const nameOf = (tag: string): string => {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};
