export {
  type ChannelRow,
  isChannelKeyTaken,
  listChannelRows,
  lockChannelRow,
  readChannel,
  readChannelKeys,
  readChannelNames,
} from "./read.ts";
export { deleteChannelRow, insertChannel, insertFirstChannels, updateChannelRow } from "./write.ts";
