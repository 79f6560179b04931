import type { JsonObject } from "#journey";

export const SCHEDULE_WAYS = [
  { value: "once", label: "Once" },
  { value: "hourly", label: "Every hour" },
  { value: "daily", label: "Every day" },
  { value: "weekly", label: "Every week" },
  { value: "monthly", label: "Every month" },
  { value: "custom", label: "Cron expression" },
] as const;
export type ScheduleWay = (typeof SCHEDULE_WAYS)[number]["value"];

export const CRON_DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** What a simple cron expression says; a clock time as `09:05`, weekdays as `mon`. */
export type SchedulePlan = { way: ScheduleWay; time: string; weekdays: string[]; day: number };

const PLAIN = { time: "09:00", weekdays: ["mon"], day: 1 };

/** Reads a schedule back into the form's fields; what they cannot say is a cron expression. */
export function readSchedule({ cron }: JsonObject): SchedulePlan {
  if (typeof cron !== "string") return { way: "once", ...PLAIN };
  const [minute = "", hour = "", day = "", month = "", weekday = "", ...more] = cron.trim().toLowerCase().split(/\s+/);
  const isPlain = isNumber(minute, 59) && month === "*" && more.length === 0;
  if (isPlain && [hour, day, weekday].every((field) => field === "*"))
    return { way: "hourly", ...PLAIN, time: `00:${minute.padStart(2, "0")}` };
  if (!isPlain || !isNumber(hour, 23)) return { way: "custom", ...PLAIN };
  const at = { ...PLAIN, time: `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}` };
  if (day === "*" && weekday === "*") return { ...at, way: "daily" };
  const weekdays = weekday.split(",").map((part) => (/^[0-6]$/.test(part) ? (CRON_DAYS[Number(part)] ?? "") : part));
  if (day === "*" && weekdays.every((name) => CRON_DAYS.includes(name))) return { ...at, way: "weekly", weekdays };
  if (weekday === "*" && isNumber(day, 31) && day !== "0") return { ...at, way: "monthly", day: Number(day) };
  return { ...at, way: "custom" };
}

/** The cron expression for a plan; `null` if it does not consist of one. */
export function cronOf({ way, time, weekdays, day }: SchedulePlan): string | null {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  switch (way) {
    case "hourly":
      return `${minute} * * * *`;
    case "daily":
      return `${minute} ${hour} * * *`;
    case "weekly":
      return `${minute} ${hour} * * ${weekdays.length === 0 ? "mon" : weekdays.join(",")}`;
    case "monthly":
      return `${minute} ${hour} ${day} * *`;
    default:
      return null;
  }
}

const isNumber = (text: string, most: number) => /^\d{1,2}$/.test(text) && Number(text) <= most;
