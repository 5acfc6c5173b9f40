/** Names and values of fields, in their order. */
export type FormEntries = readonly (readonly [name: string, value: string])[];

/**
 * The fields of a form of which only the beginning is there: those that came whole, and of one that was cut off what
 * came of it. Files are left out; [] when nothing can be read.
 */
export async function readPartialForm(bytes: Buffer, type: string): Promise<FormEntries> {
  const boundary = /;\s*boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary === undefined) {
    return type.startsWith('multipart') ? [] : [...new URLSearchParams(bytes.toString('utf8'))];
  }
  const mark = `\r\n--${boundary}`;
  const whole = bytes.subarray(0, Math.max(0, bytes.lastIndexOf(mark)));
  for (const begun of [bytes, whole]) {
    try {
      const ended = new Uint8Array(Buffer.concat([begun, Buffer.from(`${mark}--\r\n`)]));
      return entriesOf(await new Response(ended, { headers: { 'Content-Type': type } }).formData());
    } catch {
      // Cut off within the head of a part: those before it are tried alone.
    }
  }
  return [];
}

/** The fields of a form but its files. */
export function entriesOf(form: FormData): FormEntries {
  return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
}
