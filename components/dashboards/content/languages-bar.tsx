"use client";
import { Languages, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useCanEdit, useWorkspace } from "#data";
import { languageTag, type MailDesign, missingLanguages, workspaceLanguages } from "#mails";
import { Button } from "#ui/button";
import { Input } from "#ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "#ui/popover";
import { ToggleGroup, ToggleGroupItem } from "#ui/toggle-group";

type LanguagesBarProps = {
  mail: MailDesign | null;
  language: string | null;
  onLanguage: (language: string | null) => void;
  onChange: (mail: MailDesign) => void;
};

const nameOf = (tag: string): string => new Intl.DisplayNames(["en"], { type: "language" }).of(tag) ?? tag;

/** The languages of a mail: the main one, its translations, and those that the workspace writes in but this mail lacks. */
export function LanguagesBar({ mail, language, onLanguage, onChange }: LanguagesBarProps) {
  const canEdit = useCanEdit();
  const wanted = workspaceLanguages(useWorkspace().data?.settings ?? {});
  const written = Object.keys(mail?.languages ?? {});
  const main = mail?.language ?? wanted[0] ?? null;
  const missing = missingLanguages(wanted, main, written);
  const add = (tag: string) => {
    onChange({ ...mail, ...(main ? { language: main } : {}), languages: { ...mail?.languages, [tag]: {} } });
    onLanguage(tag);
  };
  const remove = (tag: string) => {
    const { [tag]: _gone, ...rest } = mail?.languages ?? {};
    onChange({ ...mail, languages: rest });
    onLanguage(null);
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      {written.length > 0 ? (
        <ToggleGroup
          type="single"
          aria-label="Language"
          value={language ?? "main"}
          onValueChange={(next) => (next ? onLanguage(next === "main" ? null : next) : undefined)}
        >
          <ToggleGroupItem value="main">{main ? nameOf(main) : "Main"}</ToggleGroupItem>
          {written.map((tag) => (
            <ToggleGroupItem key={tag} value={tag}>
              {nameOf(tag)}
            </ToggleGroupItem>
          ))}
        </ToggleGroup>
      ) : null}
      {canEdit ? <AddLanguage main={main} onAdd={add} onMain={(tag) => onChange({ ...mail, language: tag })} /> : null}
      {missing.map((tag) => (
        <Button key={tag} variant="outline" size="sm" disabled={!canEdit} onClick={() => add(tag)}>
          <Plus aria-hidden /> {nameOf(tag)} is missing
        </Button>
      ))}
      {canEdit && language ? (
        <Button variant="ghost" size="sm" onClick={() => remove(language)}>
          <Trash2 aria-hidden /> Remove {nameOf(language)}
        </Button>
      ) : null}
    </div>
  );
}

type AddLanguageProps = { main: string | null; onAdd: (tag: string) => void; onMain: (tag: string) => void };

function AddLanguage({ main, onAdd, onMain }: AddLanguageProps) {
  const [open, setOpen] = useState(false);
  const [written, setWritten] = useState("");
  const tag = languageTag(written);
  const isMain = main === null;
  const done = () => {
    if (tag === null) return;
    if (isMain) onMain(tag);
    else onAdd(tag);
    setWritten("");
    setOpen(false);
  };
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="sm">
          <Languages aria-hidden /> {isMain ? "Set the language" : "Add a language"}
        </Button>
      </PopoverTrigger>
      <PopoverContent
        aria-label={isMain ? "Language of this email" : "Another language"}
        className="grid w-64 gap-2 p-3"
      >
        <Input
          aria-label="Language"
          placeholder="de, pt-BR"
          value={written}
          onChange={(event) => setWritten(event.target.value)}
          onKeyDown={(event) => (event.key === "Enter" ? done() : undefined)}
        />
        <p className="text-muted-foreground text-xs">{tag ? nameOf(tag) : "A tag such as de or pt-BR."}</p>
        <Button size="sm" disabled={tag === null} onClick={done}>
          {isMain ? "Set" : "Add"}
        </Button>
      </PopoverContent>
    </Popover>
  );
}
