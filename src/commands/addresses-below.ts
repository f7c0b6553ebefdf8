/** Pages that are shown below another address than the root that they were built for. */

const oneAddress = /(\s(?:href|src|poster|action|data-src)=")(?=\/(?!\/))/g;
const someAddresses = /(\s(?:srcset|imagesrcset)=")([^"]*)/g;

/** A page as builds write it, with the addresses of its own site below `below`. */
export function addressesBelow(below: string, html: string): string {
  if (below === '') return html;
  return html
    .replace(oneAddress, (start) => start + below)
    .replace(
      someAddresses,
      (_, start: string, list: string) => start + list.replace(/(^|,\s*)(?=\/(?!\/))/g, `$1${below}`),
    );
}
