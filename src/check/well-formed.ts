/** Whether a text is XML, as every reader of feeds and sitemaps asks first. */
import { SaxesParser } from 'saxes';

/** Why it is none; undefined if it is. */
export function faultOfXml(xml: string): string | undefined {
  let fault: string | undefined;
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => {
    fault ??= message.replace(/^(\d+):\d+: (.*?)\.?$/s, '$2 (line $1)');
  });
  parser.write(xml).close();
  return fault;
}
