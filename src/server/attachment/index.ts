export type { AttachmentInfo, Attachments, Stored } from './attachments.ts';
