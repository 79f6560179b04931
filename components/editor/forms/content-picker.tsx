"use client";

import { ExternalLink, Pencil, Plus } from "lucide-react";
import { useContext, useState } from "react";
import { ContentDrawer, ContentThumbnail, NewContentDialog } from "#dashboards";
import type { JourneyNode } from "#journey";
import { Field } from "#ui/field";
import { Link } from "#ui/link";
import { updateNode } from "../document/edits.ts";
import { useLibrary } from "../state/catalog.tsx";
import { useActions } from "../state/context.tsx";
import { Choice } from "./choice.tsx";
import { sentence } from "./messages.ts";
import { FieldProblemsContext } from "./row.tsx";

/**
 * Which item of the library a step sends or shows, by name. Emails and content in pages are edited and created in a drawer over
 * the canvas, and chosen as soon as they are made; other types open on the content page.
 */
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
  const [isNew, setNew] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const isEmail = type === "email";
  const inDrawer = IN_DRAWER.find((one) => one === type) ?? null;
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
      {isEmail && chosen ? <ContentThumbnail item={chosen} onOpen={() => setOpened(chosen.id)} /> : null}
      {inDrawer ? (
        <p className="flex gap-4 text-xs">
          {chosen ? (
            <button type="button" className={LINK} onClick={() => setOpened(chosen.id)}>
              <Pencil className="size-3" aria-hidden /> Edit this {label.toLowerCase()}
            </button>
          ) : null}
          <button type="button" className={LINK} onClick={() => setNew(true)}>
            <Plus className="size-3" aria-hidden /> Create new
          </button>
        </p>
      ) : (
        <Links type={type} label={label} chosenId={chosen?.id ?? null} />
      )}
      <NewContentDialog
        type={isNew ? inDrawer : null}
        onClose={() => setNew(false)}
        onMade={({ id }) => {
          pick(id);
          setNew(false);
          setOpened(id);
        }}
      />
      <ContentDrawer contentId={opened} onClose={() => setOpened(null)} />
    </div>
  );
}

/** The types whose editors fit into the drawer. */
const IN_DRAWER = ["email", "flow", "tooltip", "modal", "banner", "checklist"] as const;

const LINK =
  "inline-flex min-w-0 shrink-0 items-center gap-1 whitespace-nowrap rounded-sm text-primary-ink hover:underline";

function Links({ type, label, chosenId }: { type: string; label: string; chosenId: string | null }) {
  return (
    <p className="flex gap-4 text-xs">
      {chosenId ? (
        <Link href={`/content/${chosenId}`} className={LINK}>
          <ExternalLink className="size-3" aria-hidden /> Edit this {label.toLowerCase()}
        </Link>
      ) : null}
      <Link href={`/content?new=${type}`} className={LINK}>
        <Plus className="size-3" aria-hidden /> Create new
      </Link>
    </p>
  );
}
