export { type DeviceRow, type Platform, readDevices } from "./read.ts";
export { dropDevice, holdPerson, moveDevices, putDevice } from "./write.ts";
