export { countSent } from "./count.ts";
export { mergeSendUsage } from "./merge.ts";
export { type Contending, type RecipientRow, readContending, readRecipients, readSentTo } from "./read.ts";
export { returnPlaces, takePlaces, type Usage } from "./write.ts";
