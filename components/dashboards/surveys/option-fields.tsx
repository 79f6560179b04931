"use client";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import type { Question } from "#inpage";
import { Button } from "#ui/button";
import { Input } from "#ui/input";
import { freeId, textIn, withText } from "./edit-survey.ts";

type Chosen = Extract<Question, { type: "single" | "multiple" }>;
type OptionFieldsProps = {
  question: Chosen;
  language: string;
  fallback: string;
  onChange: (question: Question) => void;
};

/** What can be chosen. An option keeps its id for ever, so that its label may change. */
export function OptionFields({ question, language, fallback, onChange }: OptionFieldsProps) {
  const { options } = question;
  const set = (next: Chosen["options"]) => onChange({ ...question, options: next });
  const move = (at: number, by: -1 | 1) => {
    const all = [...options];
    const [one] = all.splice(at, 1);
    if (one) all.splice(at + by, 0, one);
    set(all);
  };
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium text-ui">Options</legend>
      {options.map(({ id, label }, at) => (
        <div key={id} className="flex items-center gap-1">
          <Input
            aria-label={`Option ${at + 1}`}
            lang={language}
            value={textIn(label, language, fallback)}
            placeholder={textIn(label, fallback, fallback)}
            onChange={(event) =>
              set(
                options.map((one) =>
                  one.id === id ? { id, label: withText(label, language, fallback, event.target.value) } : one,
                ),
              )
            }
          />
          <Button
            variant="ghost"
            size="icon-sm"
            disabled={at === 0}
            onClick={() => move(at, -1)}
            aria-label={`Move option ${at + 1} up`}
          >
            <ArrowUp />
          </Button>
          <Button
            variant="ghost"
            size="icon-sm"
            disabled={at === options.length - 1}
            onClick={() => move(at, 1)}
            aria-label={`Move option ${at + 1} down`}
          >
            <ArrowDown />
          </Button>
          <Button
            variant="ghost"
            size="icon-sm"
            disabled={options.length <= 2}
            onClick={() => set(options.filter((one) => one.id !== id))}
            aria-label={`Remove option ${at + 1}`}
          >
            <Trash2 />
          </Button>
        </div>
      ))}
      <Button
        variant="ghost"
        size="sm"
        className="justify-self-start"
        onClick={() => {
          const id = freeId(
            `option_${options.length + 1}`,
            options.map((one) => one.id),
          );
          set([...options, { id, label: "" }]);
        }}
      >
        <Plus aria-hidden /> Add an option
      </Button>
    </fieldset>
  );
}
