import type { Environment } from "@marcbachmann/cel-js";
import type { Temporal } from "temporal-polyfill";
import { type CelDuration, DURATION, durationClass } from "./duration-type.ts";
import { OWN_TIMESTAMP, TIMESTAMP_TYPE } from "./names.ts";
import { Timestamp } from "./timestamp.ts";

const TYPE = "Timestamp";

/** As in CEL, days, weekdays and months count from 0; only `getDate` counts from 1. */
const PARTS: Readonly<Record<string, (wall: Temporal.ZonedDateTime) => number>> = {
  getDate: (wall) => wall.day,
  getDayOfMonth: (wall) => wall.day - 1,
  getDayOfWeek: (wall) => wall.dayOfWeek % 7,
  getDayOfYear: (wall) => wall.dayOfYear - 1,
  getFullYear: (wall) => wall.year,
  getHours: (wall) => wall.hour,
  getMilliseconds: (wall) => wall.millisecond,
  getMinutes: (wall) => wall.minute,
  getMonth: (wall) => wall.month - 1,
  getSeconds: (wall) => wall.second,
};

/** Registers the timestamp type with all of CEL's timestamp functions and operators. */
export function registerTimestamps(made: Environment): void {
  const sync = { async: false };
  made.registerType(TYPE, { ctor: Timestamp, fields: {} });
  made.registerFunction(`${OWN_TIMESTAMP}(string): ${TYPE}`, (text: string) => Timestamp.parse(text), sync);
  made.registerFunction(
    `${OWN_TIMESTAMP}(int): ${TYPE}`,
    (seconds: bigint) => new Timestamp(Number(seconds) * 1_000),
    sync,
  );
  // JSON numbers are doubles: seconds, or milliseconds if they are too large for seconds.
  made.registerFunction(`${OWN_TIMESTAMP}(double): ${TYPE}`, (number: number) => Timestamp.parse(number), sync);
  made.registerFunction(`${OWN_TIMESTAMP}(${TYPE}): ${TYPE}`, (moment: Timestamp) => moment, sync);
  for (const [name, part] of Object.entries(PARTS)) {
    made.registerFunction(`${TYPE}.${name}(): int`, (moment: Timestamp) => BigInt(part(moment.in("UTC"))), sync);
    made.registerFunction(
      `${TYPE}.${name}(string): int`,
      (moment: Timestamp, zone: string) => BigInt(part(moment.in(zone))),
      sync,
    );
  }
  registerComparisons(made);
  registerArithmetic(made);
  made.registerConstant(TIMESTAMP_TYPE, "type", made.parse(`type(${OWN_TIMESTAMP}(0))`)());
}

function registerComparisons(made: Environment): void {
  const compare = (operator: string, holds: (left: number, right: number) => boolean) =>
    made.registerOperator(`${TYPE} ${operator} ${TYPE}: bool`, (left: Timestamp, right: Timestamp) =>
      holds(left.at, right.at),
    );
  compare("==", (left, right) => left === right);
  compare("<", (left, right) => left < right);
  compare("<=", (left, right) => left <= right);
  compare(">", (left, right) => left > right);
  compare(">=", (left, right) => left >= right);
}

function registerArithmetic(made: Environment): void {
  const Duration = durationClass(made);
  const between = (left: Timestamp, right: Timestamp): CelDuration => {
    const ms = left.at - right.at;
    return new Duration(BigInt(Math.trunc(ms / 1_000)), (ms % 1_000) * 1_000_000);
  };
  const moved = (moment: Timestamp, by: CelDuration, sign: 1 | -1): Timestamp =>
    new Timestamp(moment.at + sign * (Number(by.seconds) * 1_000 + Math.floor(by.nanos / 1_000_000)));
  const later = (moment: Timestamp, by: CelDuration) => moved(moment, by, 1);
  made.registerOperator(`${TYPE} - ${TYPE}: ${DURATION}`, between);
  made.registerOperator(`${TYPE} + ${DURATION}: ${TYPE}`, later);
  made.registerOperator(`${DURATION} + ${TYPE}: ${TYPE}`, (by: CelDuration, moment: Timestamp) => later(moment, by));
  made.registerOperator(`${TYPE} - ${DURATION}: ${TYPE}`, (moment: Timestamp, by: CelDuration) =>
    moved(moment, by, -1),
  );
}
