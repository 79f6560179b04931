"use client";
import { Languages, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { missingTexts, valueAt, withLanguage, withoutLanguage, withValue } from "#inpage";
import type { JsonObject } from "#journey";
import { languageTag } from "#mails";
import { Button } from "#ui/button";
import { Input } from "#ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "#ui/popover";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";
import { useEditing } from "./editing.tsx";

type DocumentLanguagesProps = {
  /** Languages that the workspace writes in. */
  wanted: readonly string[];
  onLanguage: (language: string) => void;
  onBody: (body: JsonObject) => void;
};

const nameOf = (tag: string): string => new Intl.DisplayNames(["en"], { type: "language" }).of(tag) ?? tag;

/** The languages of a document: which one is written now, how much each lacks, and which one stands in for it. */
export function DocumentLanguages({ wanted, onLanguage, onBody }: DocumentLanguagesProps) {
  const { body, language, languages, canEdit } = useEditing();
  const [main = "en"] = languages;
  const absent = wanted.filter((tag) => !languages.includes(tag));
  const add = (tag: string) => {
    if (!languages.includes(tag)) onBody(withLanguage(body, tag, main));
    onLanguage(tag);
  };
  const remove = (tag: string) => {
    onBody(withoutLanguage(body, tag, main));
    onLanguage(main);
  };
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        {languages.length > 1 ? (
          <ToggleGroup
            type="single"
            aria-label="Language"
            value={language}
            className="flex-wrap"
            onValueChange={(next) => (next ? onLanguage(next) : undefined)}
          >
            {languages.map((tag) => (
              <ToggleGroupItem key={tag} value={tag}>
                {nameOf(tag)} <Missing count={missingTexts(body, tag)} />
              </ToggleGroupItem>
            ))}
          </ToggleGroup>
        ) : null}
        {canEdit ? <AddLanguage onAdd={add} /> : null}
        {absent.map((tag) => (
          <Button key={tag} variant="outline" size="sm" disabled={!canEdit} onClick={() => add(tag)}>
            <Plus aria-hidden /> {nameOf(tag)} is missing
          </Button>
        ))}
        {canEdit && language !== main ? (
          <Button variant="ghost" size="sm" onClick={() => remove(language)}>
            <Trash2 aria-hidden /> Remove {nameOf(language)}
          </Button>
        ) : null}
      </div>
      {languages.length > 1 ? <StandIn /> : null}
    </div>
  );
}

function Missing({ count }: { count: number }) {
  if (count === 0) return null;
  return <span className="text-warning-ink">{count} missing</span>;
}

/** Which language people of the chosen one read where a text is missing. */
function StandIn() {
  const { body, language, languages, canEdit, change } = useEditing();
  const [main = "en"] = languages;
  if (language === main)
    return <p className="text-muted-foreground text-xs">{nameOf(main)} is what all others read.</p>;
  const own = valueAt(body, ["languages", "fallback", language]);
  const write = (to: string) => {
    const next = withValue(body, ["languages", "fallback", language], to === main ? undefined : to);
    const left = valueAt(next, ["languages", "fallback"]);
    change(["languages", "fallback"], Object.keys(left ?? {}).length === 0 ? undefined : left);
  };
  return (
    <label className="flex flex-wrap items-center gap-2 text-muted-foreground text-xs">
      Where {nameOf(language)} is missing, people read
      <select
        value={typeof own === "string" ? own : main}
        disabled={!canEdit}
        onChange={(event) => write(event.target.value)}
        className="h-7 rounded-md border border-input bg-card px-2 text-foreground"
      >
        {languages
          .filter((tag) => tag !== language)
          .map((tag) => (
            <option key={tag} value={tag}>
              {nameOf(tag)}
            </option>
          ))}
      </select>
    </label>
  );
}

function AddLanguage({ onAdd }: { onAdd: (tag: string) => void }) {
  const [open, setOpen] = useState(false);
  const [written, setWritten] = useState("");
  const tag = languageTag(written);
  const done = () => {
    if (tag === null) return;
    onAdd(tag);
    setWritten("");
    setOpen(false);
  };
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="sm">
          <Languages aria-hidden /> Add a language
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label="Another language" className="grid w-64 gap-2 p-3">
        <Input
          aria-label="Language"
          placeholder="de, pt-BR"
          value={written}
          onChange={(event) => setWritten(event.target.value)}
          onKeyDown={(event) => (event.key === "Enter" ? done() : undefined)}
        />
        <p className="text-muted-foreground text-xs">{tag ? nameOf(tag) : "A tag such as de or pt-BR."}</p>
        <Button size="sm" disabled={tag === null} onClick={done}>
          Add
        </Button>
      </PopoverContent>
    </Popover>
  );
}
