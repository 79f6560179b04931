import type { TransactionSql } from "#db";
import { type NamedEvent, readInterest } from "#store/event-interest";
import { copyEvents, insertEvents } from "#store/events";
import { copyInbox, insertInbox, type NewSignal } from "#store/inbox";
import { insertPeople } from "#store/people";
import type { Rows } from "./plan-rows.ts";

/** Writes the planned rows; returns how many signals were stored, as events that nobody waits for have none. */
export async function writeRows(sql: TransactionSql, rows: Rows, now: string | null, copies: boolean): Promise<number> {
  if (copies) return await copyRows(sql, rows, now);
  const [, , inbox] = await Promise.all([
    rows.people.length > 0 ? insertPeople(sql, rows.people, now) : undefined,
    rows.events.length > 0 ? insertEvents(sql, rows.events) : undefined,
    rows.inbox.length > 0 ? insertInbox(sql, rows.inbox) : 0,
  ]);
  return inbox;
}

async function copyRows(sql: TransactionSql, rows: Rows, now: string | null): Promise<number> {
  if (rows.people.length > 0) await insertPeople(sql, rows.people, now);
  if (rows.events.length > 0) await copyEvents(sql, rows.events);
  // As late as possible: what is published until then counts (R25).
  const wanted = await ofInterest(sql, rows);
  if (wanted.length > 0) await copyInbox(sql, wanted);
  return wanted.length;
}

async function ofInterest(sql: TransactionSql, { inbox, events }: Rows): Promise<readonly NewSignal[]> {
  const names = new Map(events.map((event): [string, NamedEvent] => [keyOf(event), event]));
  if (names.size === 0) return inbox;
  const found = new Set((await readInterest(sql, [...names.values()])).map(keyOf));
  if (found.size === names.size) return inbox;
  return inbox.filter(({ workspaceId, name }) => name === null || found.has(keyOf({ workspaceId, name })));
}

const keyOf = ({ workspaceId, name }: NamedEvent): string => `${workspaceId} ${name}`;
