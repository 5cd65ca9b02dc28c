// Files that go up with their progress known, and come down as what a page can show or save.
import { newKey } from "@/lib/key";
import { dataOf } from "./problem";
import type { components } from "./schema";
import { fetchSignedIn } from "./session";

type AttachmentReceipt = components["schemas"]["AttachmentReceipt"];

const urlOf = (caseId: string): string =>
  `${window.location.origin}/api/v1/cases/${encodeURIComponent(caseId)}/attachments`;

/** Sends a form as `request` says. Only XMLHttpRequest tells how far it is. */
function sendForm(request: Request, form: FormData, progress: (share: number) => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(request.method, request.url);
    request.headers.forEach((value, name) => xhr.setRequestHeader(name, value));
    xhr.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    xhr.onload = () => {
      const headers = { "Content-Type": xhr.getResponseHeader("Content-Type") ?? "" };
      resolve(new Response(xhr.responseText, { status: xhr.status, headers }));
    };
    xhr.onerror = () => reject(new TypeError("Failed to fetch"));
    xhr.send(form);
  });
}

/** An upload that may be tried again without being done twice. */
export class Upload {
  private readonly key = newKey();

  constructor(
    private readonly caseId: string,
    private readonly file: File,
    private readonly description: string,
  ) {}

  /** Sends it, and says how far it is, from 0 to 1. */
  async send(progress: (share: number) => void): Promise<AttachmentReceipt> {
    const form = new FormData();
    if (this.description) form.append("description", this.description);
    form.append("file", this.file, this.file.name);
    const request = new Request(urlOf(this.caseId), {
      method: "POST",
      headers: { "Idempotency-Key": this.key },
    });
    const response = await fetchSignedIn(request, (signed) => sendForm(signed, form, progress));
    const body: unknown = await response.json().catch(() => undefined);
    return dataOf(
      Promise.resolve(
        response.ok ? { data: body as AttachmentReceipt, response } : { error: body, response },
      ),
    );
  }
}

/** The content of an attachment. */
export async function download(caseId: string, seq: number): Promise<Blob> {
  const response = await fetchSignedIn(new Request(`${urlOf(caseId)}/${seq}`));
  if (response.ok) return response.blob();
  const error: unknown = await response.json().catch(() => undefined);
  return dataOf<Blob>(Promise.resolve({ error, response }));
}
