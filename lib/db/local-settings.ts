import type { Sql, TransactionSql } from "./client.ts";

/** Settings of a connection's socket, which belongs to the pooler. */
const OF_THE_SOCKET = /^tcp_/;

/**
 * Applies settings at the start of each transaction (`set local`), for connections whose sessions are shared: a pooler
 * refuses settings as start-up parameters, and a `set` would stay with the next client of the session.
 */
export function applyInTransactions(sql: Sql, settings: Readonly<Record<string, string | number>>): void {
  const applied = Object.entries(settings).filter(([name]) => !OF_THE_SOCKET.test(name));
  if (applied.length === 0) return;
  const [names, values] = [applied.map(([name]) => name), applied.map(([, value]) => String(value))];
  const begin = sql.begin.bind(sql) as Begin;
  const apply = (work: Work) => async (tx: TransactionSql) => {
    // Sent at once, together with the first statement of the transaction, which runs after it.
    const [, answer] = await Promise.all([
      tx`select set_config(name, value, true) from unnest(${names}::text[], ${values}::text[]) as setting (name, value)`.execute(),
      finished(work(tx)),
    ]);
    return answer;
  };
  const local: Begin = (first, work) =>
    typeof first === "string" ? begin(first, apply(work as Work)) : begin(apply(first));
  Object.assign(sql, { begin: local });
}

// The driver takes a list of statements for an answer, too.
const finished = (answer: unknown) => (Array.isArray(answer) ? Promise.all(answer) : answer);

type Work = (tx: TransactionSql) => unknown;
type Begin = (first: string | Work, work?: Work) => Promise<unknown>;
