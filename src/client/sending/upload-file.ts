import { notTaken, type NotTaken } from './post-json.ts';

/** What shows the server that the file may come: work, or the ticket that it belongs to. */
export type UploadGrant = { readonly proof: string | undefined } | { readonly ticket: string };

export type Uploaded = { readonly kind: 'uploaded'; readonly id: string } | NotTaken;

/** Sends one file; `progress` is told how much of it is there, 0–1. */
export function uploadFile(
  address: string,
  file: File,
  grant: UploadGrant,
  progress: (share: number) => void,
): Promise<Uploaded> {
  const form = new FormData();
  // Before the file: who reads the form knows then whether to read on.
  for (const [name, value] of Object.entries(grant)) if (typeof value === 'string') form.append(name, value);
  form.append('file', file);
  return new Promise((resolve) => {
    // `fetch` does not tell how much has been sent.
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => {
      progress(total > 0 ? loaded / total : 0);
    };
    request.onload = () => {
      resolve(readAnswer(request.status, request.responseText));
    };
    request.onerror = () => {
      resolve({ kind: 'away' });
    };
    request.open('POST', address);
    request.send(form);
  });
}

function readAnswer(status: number, text: string): Uploaded {
  const answer = parse(text);
  if (status < 200 || status >= 300) return notTaken(status, answer);
  return typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string'
    ? { kind: 'uploaded', id: answer.id }
    : { kind: 'away' };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page instead of an answer.
    return undefined;
  }
}
