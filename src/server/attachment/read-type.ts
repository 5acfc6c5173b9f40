/** The types that are taken; what an image format is not decoded here (HEIC) is not among them. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];
export type FileType = ImageType | 'application/pdf';

const PDF_MARK = '%PDF-';

/** The type of a file by its content; undefined for everything that is not taken. */
export async function readType(bytes: Uint8Array): Promise<FileType | undefined> {
  // Before anything else of its content is believed: a PDF begins with its mark, though readers forgive what is before.
  if (Buffer.from(bytes.subarray(0, PDF_MARK.length)).toString('latin1') === PDF_MARK)
    return 'application/pdf';
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes);
  return IMAGE_TYPES.find((type) => type === found?.mime);
}
