import { iso } from "#services";
import type { DeviceRow } from "#store/devices";
import type { Device } from "./schema.ts";

export const viewDevice = ({ token, platform, createdAt, seenAt }: DeviceRow): Device => {
  return { token, platform, createdAt: iso(createdAt), seenAt: iso(seenAt) };
};
