import webPush from "web-push";

/** A new pair of keys by which push services know a workspace. */
export const makeVapidKeys = (): { publicKey: string; privateKey: string } => webPush.generateVAPIDKeys();
