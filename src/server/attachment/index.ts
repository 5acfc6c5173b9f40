export type { AttachmentInfo, Attachments, Stored } from './attachments.ts';
export { openAttachments, MOST_FILE_BYTES } from './open-attachments.ts';
