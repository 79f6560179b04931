"use client";
import { parseAsInteger, parseAsIsoDate, useQueryStates } from "nuqs";
import type { SurveyRange, SurveyResults } from "#data";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { Pick } from "../rules/pick.tsx";
import { Labelled } from "./question-fields.tsx";

const dayOf = (date: Date | null) => (date === null ? null : date.toISOString().slice(0, 10));

/** The time and the revision that are looked at; they stand in the address. */
export function useResultRange(): [
  SurveyRange,
  (range: Partial<Record<"from" | "to", Date | null>> & { revision?: number | null }) => void,
] {
  const [{ from, to, revision }, set] = useQueryStates({
    from: parseAsIsoDate,
    to: parseAsIsoDate,
    revision: parseAsInteger,
  });
  return [{ from: dayOf(from), to: dayOf(to), revision }, (range) => void set(range)];
}

const ALL = "all";

export function ResultFilters({ results, revisions }: { results: SurveyResults; revisions: readonly number[] }) {
  const [range, set] = useResultRange();
  const take = (field: "from" | "to", written: string) => {
    const date = new Date(`${written}T00:00:00Z`);
    const day = written === "" || Number.isNaN(date.getTime()) ? null : date;
    set(field === "from" ? { from: day } : { to: day });
  };
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field label="From">
        {(control) => (
          <Input
            {...control}
            type="date"
            className="w-40"
            max={results.to}
            value={range.from ?? results.from}
            onChange={(event) => take("from", event.target.value)}
          />
        )}
      </Field>
      <Field label="To">
        {(control) => (
          <Input
            {...control}
            type="date"
            className="w-40"
            min={results.from}
            value={range.to ?? results.to}
            onChange={(event) => take("to", event.target.value)}
          />
        )}
      </Field>
      <Labelled label="Revision">
        <Pick
          label="Revision"
          className="w-44"
          value={range.revision === null ? ALL : String(range.revision)}
          options={{
            [ALL]: "All revisions",
            ...Object.fromEntries(revisions.map((one) => [String(one), `Revision ${one}`])),
          }}
          onChange={(value) => set({ revision: value === ALL ? null : Number(value) })}
        />
      </Labelled>
    </div>
  );
}
