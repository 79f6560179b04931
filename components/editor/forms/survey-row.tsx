"use client";

import { useEveryContent } from "#data";
import { Choice } from "./choice.tsx";
import { Row } from "./row.tsx";

const NONE = "-";

/** The survey whose link the message has, by key, so that a journey reads the same in another workspace. */
export function SurveyRow() {
  const { data: items } = useEveryContent();
  const surveys = (items?.data ?? []).filter(({ type }) => type === "survey");
  return (
    <Row
      name="surveySlug"
      label="Survey"
      hint="The template has its link as {{ surveyUrl }}, for each person their own. With ?answer=9 behind it, a score is chosen already."
    >
      {({ value, onChange, ref: _ref, ...field }) => {
        const written = String(value ?? "");
        const known = surveys.find(({ id, slug, number }) => [id, slug, String(number)].includes(written));
        const unknown = written === "" || known ? [] : [{ value: written, label: `${written} (unknown)` }];
        return (
          <Choice
            {...field}
            value={written === "" ? NONE : (known?.slug ?? written)}
            onChange={(next) => onChange(next === NONE ? undefined : next)}
            options={[
              { value: NONE, label: "None" },
              ...surveys.map(({ slug, name }) => ({ value: slug, label: name })),
              ...unknown,
            ]}
          />
        );
      }}
    </Row>
  );
}
