/** The devices on which people receive push messages. */
export { forgetDevice } from "./forget-device.ts";
export { listDevices } from "./list-devices.ts";
export { putDevice } from "./put-device.ts";
export { Device, DeviceQuery, NewDevice } from "./schema.ts";
