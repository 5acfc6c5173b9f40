export { postJson, type NotTaken, type Posted } from './post-json.ts';
export { ProofOfWork } from './proof-of-work.ts';
export { randomKey } from './random-key.ts';
export { TicketSender, type OpenedTicket, type Sent, type TicketRequest } from './send-ticket.ts';
export { uploadFile, type UploadGrant } from './upload-file.ts';
export { writeMoment } from './write-moment.ts';
export { WORD_FOR, type SendingWords } from './words.ts';
