"use client";

import { ExternalLink, Plus } from "lucide-react";
import Link from "next/link";
import { useContext, useState } from "react";
import type { JourneyNode } from "#journey";
import { Field } from "#ui/field";
import { updateNode } from "../document/edits.ts";
import { useLibrary } from "../state/catalog.tsx";
import { useActions } from "../state/context.tsx";
import { Choice } from "./choice.tsx";
import { sentence } from "./messages.ts";
import { FieldProblemsContext } from "./row.tsx";

/** Which item of the library a step sends or shows, by name; creating one opens the content page. */
export function ContentPicker({ node, type, label }: { node: JourneyNode; type: string; label: string }) {
  const { contents } = useLibrary();
  const { edit } = useActions();
  const { problems, isRevealed } = useContext(FieldProblemsContext);
  const [wasTouched, setTouched] = useState(false);
  const fitting = contents.filter((item) => item.type === type);
  const chosen = contents.find((item) => [item.id, item.slug, String(item.number)].includes(node.contentId ?? ""));
  const problem = problems.find(({ field }) => field === "contentId" || field === "config.contentId");
  const pick = (contentId: string) => {
    setTouched(true);
    edit((canvas) => updateNode(canvas, node.id, { contentId }));
  };
  const options = fitting.map((item) => ({ value: item.id, label: item.name }));
  return (
    <div data-field="contentId" className="grid gap-1.5">
      <Field label={label} error={problem && (isRevealed || wasTouched) ? sentence(problem.message) : undefined}>
        {(control) => (
          <Choice
            {...control}
            value={chosen?.id ?? ""}
            onChange={pick}
            options={options}
            placeholder={options.length === 0 ? `No ${label.toLowerCase()} yet` : `Choose ${label.toLowerCase()}…`}
          />
        )}
      </Field>
      <p className="flex gap-4 text-xs">
        {chosen ? (
          <Link
            href={`/content/${chosen.id}`}
            className="inline-flex min-w-0 shrink-0 items-center gap-1 whitespace-nowrap text-primary-ink hover:underline"
          >
            <ExternalLink className="size-3" aria-hidden /> Edit this {label.toLowerCase()}
          </Link>
        ) : null}
        <Link
          href={`/content?new=${type}`}
          className="inline-flex min-w-0 shrink-0 items-center gap-1 whitespace-nowrap text-primary-ink hover:underline"
        >
          <Plus className="size-3" aria-hidden /> Create new
        </Link>
      </p>
    </div>
  );
}
