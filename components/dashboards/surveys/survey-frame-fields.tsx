"use client";
import type { Survey } from "#inpage";
import { Card, CardContent, CardHeader, CardTitle } from "#ui/card";
import { Pick } from "../rules/pick.tsx";
import { orNothing, type SurveyText } from "./edit-survey.ts";
import { Check, Labelled, LongTextField, TextField } from "./question-fields.tsx";

type SurveyFrameFieldsProps = {
  survey: Survey;
  language: string;
  fallback: string;
  onChange: (part: Partial<Survey>) => void;
};

/** Where pages show it, and what is said at the end. */
export function SurveyFrameFields({ survey, language, fallback, onChange }: SurveyFrameFieldsProps) {
  const { thanks } = survey;
  const setThanks = (title: SurveyText, description: SurveyText | undefined) =>
    onChange({ thanks: { title, ...(description === undefined ? {} : { description }) } });
  return (
    <Card aria-labelledby="survey-frame-title">
      <CardHeader>
        <CardTitle id="survey-frame-title">The end, and where it is shown</CardTitle>
      </CardHeader>
      <CardContent className="grid gap-4">
        <TextField
          {...{ label: "Thanks", language, fallback, text: thanks?.title }}
          hint="After the last answer; “Thank you” unless given."
          onChange={(title) => {
            if (orNothing(title) === undefined && thanks?.description === undefined) onChange({ thanks: undefined });
            else setThanks(title, thanks?.description);
          }}
        />
        <LongTextField
          {...{ label: "What is said below", language, fallback, text: thanks?.description }}
          onChange={(description) => setThanks(thanks?.title ?? "Thank you", orNothing(description))}
        />
        <div className="flex flex-wrap items-end gap-6">
          <Labelled label="In pages">
            <Pick
              label="In pages"
              className="w-56"
              value={survey.shape ?? "corner"}
              options={{ corner: "In a corner of the page", modal: "In the middle, above the page" }}
              onChange={(shape) => onChange({ shape: shape === "modal" ? "modal" : "corner" })}
            />
          </Labelled>
          <Check
            label="People may close it"
            checked={survey.closable ?? true}
            onChange={(closable) => onChange({ closable: closable ? undefined : false })}
          />
        </div>
      </CardContent>
    </Card>
  );
}
