"use client";

import { ExternalLink } from "lucide-react";
import { Link } from "#ui/link";
import { useLibrary } from "../state/catalog.tsx";
import { Choice } from "./choice.tsx";
import { Row } from "./row.tsx";

/** Which decision flow a step asks, by key, so that a journey reads the same in another workspace. */
export function DecisionFlowRow() {
  const { decisionFlows } = useLibrary();
  return (
    <Row
      name="decisionFlowId"
      label="Decision flow"
      hint={
        <Link href="/decisions" className="inline-flex items-center gap-1 text-primary-ink hover:underline">
          Manage decisions <ExternalLink className="size-3" aria-hidden />
        </Link>
      }
    >
      {({ value, onChange, ref: _ref, ...field }) => {
        const written = String(value ?? "");
        const known = decisionFlows.find(({ id, key, number }) => [id, key, String(number)].includes(written));
        const options = decisionFlows.map(({ key, name }) => ({ value: key, label: name }));
        const all =
          written === "" || known
            ? options
            : [...options, { value: written, label: `${written} (archived or unknown)` }];
        return (
          <Choice
            {...field}
            value={known?.key ?? written}
            onChange={onChange}
            options={all}
            placeholder={all.length === 0 ? "No decision flows yet" : "Choose a decision flow"}
          />
        );
      }}
    </Row>
  );
}
