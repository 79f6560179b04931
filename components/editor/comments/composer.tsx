"use client";

import { AtSign } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { type NewComment, problemMessage, useAddComment, useMembers } from "#data";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Textarea } from "#ui/textarea";
import { complete, handleOf, mentionedIn, suggested } from "./mentions.ts";

const LONGEST = 5_000;

type ComposerProps = {
  journeyId: string;
  /** What the comment is about. */
  about: Pick<NewComment, "nodeId" | "parentId">;
  label: string;
  button: string;
  onSent?: () => void;
  children?: ReactNode;
};

/** Writes a comment or an answer; members are mentioned by @ and their name. A refused text stays. */
export function Composer({ journeyId, about, label, button, onSent, children }: ComposerProps) {
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const members = useMembers().data?.filter(({ status }) => status === "active") ?? [];
  const add = useAddComment(journeyId);
  const send = () => {
    const mentions = mentionedIn(text, members).map(({ userId }) => userId);
    add.mutate(
      { ...about, text, mentions },
      {
        onSuccess: () => {
          setText("");
          onSent?.();
        },
      },
    );
  };
  const isEmpty = text.trim() === "";
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty) send();
      }}
    >
      {children}
      <Field label={label} error={add.error ? problemMessage(add.error) : undefined}>
        {(control) => (
          <Textarea
            {...control}
            ref={field}
            rows={3}
            value={text}
            maxLength={LONGEST}
            placeholder="Write @ to mention a member"
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !isEmpty) send();
            }}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-1.5">
        {suggested(text, members).map((member) => (
          <Button
            key={member.userId}
            type="button"
            variant="outline"
            size="sm"
            aria-label={`Mention ${handleOf(member).slice(1)}`}
            onClick={() => {
              setText(complete(text, member));
              field.current?.focus();
            }}
          >
            <AtSign aria-hidden /> {handleOf(member).slice(1)}
          </Button>
        ))}
      </div>
      <Button type="submit" className="justify-self-start" disabled={isEmpty || add.isPending}>
        {button}
      </Button>
    </form>
  );
}
