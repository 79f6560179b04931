"use client";
import { Plus, Trash2 } from "lucide-react";
import { type Branch, END, scaleOf } from "#inpage";
import { Button } from "#ui/button";
import { Input } from "#ui/input";
import { Pick } from "../rules/pick.tsx";
import { cleaned, textIn, withBranches } from "./edit-survey.ts";
import type { QuestionProps } from "./question-card.tsx";

/** Where answers lead; without a branch, the following question comes. */
export function BranchFields({ question, questions, at, language, fallback, onChange }: QuestionProps) {
  const { branches = [] } = question;
  const scale = scaleOf(question);
  const options = "options" in question ? question.options : [];
  const later = questions.slice(at + 1);
  const targets = {
    ...Object.fromEntries(
      later.map(({ id, title }, n) => [id, `${at + n + 2}. ${textIn(title, fallback, fallback) || id}`]),
    ),
    [END]: "the end",
  };
  const set = (next: readonly Branch[]) => onChange(withBranches(question, next));
  const put = (place: number, part: Partial<Branch>) =>
    set(branches.map((one, n) => (n === place ? cleaned({ ...one, ...part }) : one)));
  const number = (place: number, field: "least" | "most", label: string) => (
    <Input
      type="number"
      aria-label={`Branch ${place + 1}: ${label}`}
      className="w-20"
      min={scale?.least}
      max={scale?.most}
      value={branches[place]?.[field] ?? ""}
      onChange={({ target }) => {
        const bound = target.value === "" ? undefined : Number(target.value);
        put(place, field === "least" ? { least: bound } : { most: bound });
      }}
    />
  );
  const labelOf = (id: string) => textIn(options.find((one) => one.id === id)?.label, language, fallback) || id;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium text-ui">Where answers lead</legend>
      {branches.length === 0 ? (
        <p className="text-muted-foreground text-xs">Every answer leads to the next question.</p>
      ) : null}
      {branches.map(({ any = [], to }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: branches have no name
        <div key={place} className="flex flex-wrap items-center gap-2 text-ui">
          {scale ? (
            <>
              <span>From</span>
              {number(place, "least", "from")}
              <span>to</span>
              {number(place, "most", "to")}
            </>
          ) : options.length > 0 ? (
            <>
              <span>With</span>
              <Pick
                label={`Branch ${place + 1}: option`}
                className="w-44"
                value={any[0] ?? ""}
                placeholder="any answer"
                options={Object.fromEntries(options.map(({ id }) => [id, labelOf(id)]))}
                onChange={(id) => put(place, { any: [id] })}
              />
            </>
          ) : (
            <span>Any answer</span>
          )}
          <span>go to</span>
          <Pick
            label={`Branch ${place + 1}: where to`}
            className="w-56"
            value={to}
            options={targets}
            onChange={(next) => put(place, { to: next })}
          />
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={`Remove branch ${place + 1}`}
            onClick={() => set(branches.filter((_, n) => n !== place))}
          >
            <Trash2 />
          </Button>
        </div>
      ))}
      <Button variant="ghost" size="sm" className="justify-self-start" onClick={() => set([...branches, { to: END }])}>
        <Plus aria-hidden /> Add a branch
      </Button>
    </fieldset>
  );
}
