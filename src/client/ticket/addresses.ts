/** Where the server takes what readers send to agents. */
export const TICKETS = '/api/v1/tickets';
export const ATTACHMENTS = '/api/v1/attachments';
export const PROOF = '/api/v1/proof';
