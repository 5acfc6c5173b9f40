/** Told of on the view, with a `SentTicket`, once an agent has the packet. */
export const SENT = 'pandu-sent';
/** Told of on the view when nobody could be reached: the next way is the better one now. */
export const NOBODY = 'pandu-nobody';
/** Told of on the packet after what stands in its box, or what is made of it, has changed. */
export const PACKET_CHANGED = 'pandu-packet-changed';
