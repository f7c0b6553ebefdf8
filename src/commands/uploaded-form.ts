/** What one of our own pages sends: a form, read whole, and no more of it than may be. */
import type { IncomingMessage } from 'node:http';
import { type Answer, sentence } from './local-answers.ts';

/** Beside the file itself: names of fields, what is written in them. */
const besideFile = 64 * 1024;

/** The form, or why it is not read. `mostBytes`: of its file. */
export async function readForm(request: IncomingMessage, mostBytes: number): Promise<FormData | Answer> {
  const type = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data;/i.test(type)) return sentence(415, 'This server takes forms with a file.');
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    // The rest is read and forgotten, so that the answer is.
    if (size <= mostBytes + besideFile) parts.push(part);
    else parts.length = 0;
  }
  if (size > mostBytes + besideFile)
    return sentence(413, `This is more than ${mostBytes / 1024 ** 2} MB. Make its pictures smaller, or take them out.`);
  try {
    return await new Response(Buffer.concat(parts), { headers: { 'content-type': type } }).formData();
  } catch {
    return sentence(400, 'This is no form that can be read.');
  }
}
