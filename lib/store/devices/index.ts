export { type DeviceRow, type OwnedDevice, type Platform, readDevices, readDevicesOf } from "./read.ts";
export { dropDeadDevices, dropDevice, holdPerson, moveDevices, putDevice } from "./write.ts";
