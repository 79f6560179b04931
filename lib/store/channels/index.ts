export {
  type ChannelRow,
  isChannelKeyTaken,
  listChannelRows,
  lockChannelRow,
  readChannel,
  readChannelKeys,
  readOpenKinds,
} from "./read.ts";
export { deleteChannelRow, insertChannel, insertFirstChannels, updateChannelRow } from "./write.ts";
