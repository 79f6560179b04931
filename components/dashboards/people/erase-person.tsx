"use client";
import { Eraser } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type Operation, type Person, personLabel, useCanEdit, useErasePerson, usePersonEnrollments } from "#data";
import { countOf, ProblemNotice, Question } from "#shell";
import {
  AlertDialog,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogFooter,
  AlertDialogHeader,
  AlertDialogTitle,
} from "#ui/alert-dialog";
import { Button } from "#ui/button";
import { Field } from "#ui/field";
import { Input } from "#ui/input";
import { EraseReceipt } from "./erase-receipt.tsx";

/** Deletes all data about a person. */
export function ErasePerson({ person }: { person: Person }) {
  const [isOpen, setOpen] = useState(false);
  const canEdit = useCanEdit();
  if (!canEdit) return null;
  return (
    <>
      <Button variant="outline" onClick={() => setOpen(true)}>
        <Eraser aria-hidden /> Erase…
      </Button>
      <AlertDialog open={isOpen} onOpenChange={setOpen}>
        <AlertDialogContent>{isOpen ? <EraseQuestion person={person} /> : null}</AlertDialogContent>
      </AlertDialog>
    </>
  );
}

function EraseQuestion({ person }: { person: Person }) {
  const [typed, setTyped] = useState("");
  const erase = useErasePerson(person.id);
  const enrollments = usePersonEnrollments(person.id, { limit: 100 }).data;
  const running = (enrollments?.data ?? []).filter(({ status }) => status === "ACTIVE").length;
  const name = personLabel(person);
  if (erase.data) return <Erased name={name} operation={erase.data} />;
  return (
    <>
      <Question
        title={`Erase ${name} permanently?`}
        text="All data about this person is deleted and cannot be restored. Journey figures stay unchanged: they count enrollments, not people."
        confirm="Erase permanently"
        destructive
        blocked={typed.trim() !== name.trim()}
        busy={erase.isPending}
        onConfirm={() => erase.mutate()}
      >
        <ul className="list-disc pl-5 text-ui leading-6">
          <li>traits, tags, stage, segments, devices and ids</li>
          <li>every event this person sent, and every change of their traits</li>
          <li>
            {enrollments ? countOf(enrollments.meta.total, "enrollment") : "all enrollments"} with their history
            {running > 0 ? `; ${running === 1 ? "one is running and ends" : `${running} are running and end`} now` : ""}
          </li>
          <li>every message, sent or not; what was not sent yet is cancelled</li>
        </ul>
        <Field label={`Type “${name}” to confirm`}>
          {(control) => (
            <Input {...control} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
          )}
        </Field>
      </Question>
      {erase.error ? <ProblemNotice error={erase.error} /> : null}
    </>
  );
}

function Erased({ name, operation }: { name: string; operation: Operation }) {
  const router = useRouter();
  return (
    <>
      <AlertDialogHeader>
        <AlertDialogTitle>Erasing {name}</AlertDialogTitle>
        <AlertDialogDescription>What each table lost, for the record. It names nobody.</AlertDialogDescription>
      </AlertDialogHeader>
      <EraseReceipt start={operation} />
      <AlertDialogFooter>
        <Button onClick={() => router.push("/people")}>All people</Button>
      </AlertDialogFooter>
    </>
  );
}
