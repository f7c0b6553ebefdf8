/**
 * The last wall before a reader: whatever content or a layout's mistake may bring, no element is made
 * whose address runs code, that has a handler, or that would be rendered as `[object Promise]`.
 * Importing this file installs it for all layouts.
 */
import { options, type VNode } from 'preact';
import { Remembered } from '../src/content/remember.ts';

const addressAttributes: ReadonlySet<string> = new Set([
  'action',
  'archive',
  'background',
  'cite',
  'classid',
  'codebase',
  'data',
  'formaction',
  'href',
  'icon',
  'imagesrcset',
  'longdesc',
  'manifest',
  'ping',
  'poster',
  'profile',
  'src',
  'srcset',
  'usemap',
  'xlink:href',
  'xlinkhref',
]);

const refusedSchemes = /^(?:javascript|vbscript|data):/;

/** Of most addresses of a page: `/a/`, `#b`, `https://…`. */
const plainBeginning = /^[/#h]/;

// Browsers ignore white space and control characters in the scheme of an address, so they go first.
const ignoredInSchemes = /[\p{White_Space}\p{Cc}\p{Cf}]+/gu;

const previousHook = options.vnode;

options.vnode = (vnode) => {
  refuseUnsafe(vnode);
  previousHook?.(vnode);
};

/** Throws if an element could run code that we did not write. */
function refuseUnsafe(vnode: VNode): void {
  if (typeof vnode.type === 'function') refuseAsync(vnode.type);
  if (typeof vnode.type !== 'string') return;
  const props = vnode.props as Record<string, unknown>;
  for (const name in props) {
    if (!watched.get(name, isWatched)) continue;
    const value = props[name];
    if (/^on/i.test(name))
      throw new Error(`<${vnode.type}> has “${name}”: pages have no scripts, so nothing can handle events.`);
    if (/^srcdoc$/i.test(name))
      throw new Error(`<${vnode.type}> has “${name}”: a page inside a page is not checked by anyone.`);
    if (value === null || value === undefined || typeof value === 'boolean') continue;
    if (!holdsRefusedAddress(name, String(value), vnode) || isFavicon(vnode, String(value))) continue;
    throw new Error(`<${vnode.type} ${name}> would run or carry code: “${String(value).slice(0, 60)}”.`);
  }
}

/** Layouts use a few dozen names, a million times: whether anything is to be known of a value is told by its name, once. */
const watched = new Remembered<string, boolean>(1000);

function isWatched(name: string): boolean {
  const attribute = name.toLowerCase();
  return attribute.startsWith('on') || ['srcdoc', 'content'].includes(attribute) || addressAttributes.has(attribute);
}

function refuseAsync(component: { name: string }): void {
  if (component.constructor.name !== 'AsyncFunction') return;
  throw new Error(`The component ${component.name} is async: layouts take values and return markup at once.`);
}

function holdsRefusedAddress(name: string, value: string, vnode: VNode): boolean {
  const attribute = name.toLowerCase();
  if (attribute === 'content' && vnode.type === 'meta' && isRefresh(vnode))
    return /^[\d.;,]+url='?"?(?:javascript|vbscript|data):/.test(bare(value));
  if (!addressAttributes.has(attribute)) return false;
  const addresses = attribute.endsWith('srcset') ? value.split(',') : [value];
  return addresses.some((address) => !plainBeginning.test(address) && refusedSchemes.test(bare(address)));
}

/** Every other `<meta>` says something of the page, and a headline may say what it likes. */
function isRefresh({ props }: VNode): boolean {
  return Object.entries(props).some(
    ([name, value]) => /^http-?equiv$/i.test(name) && /^refresh$/i.test(bare(String(value))),
  );
}

function bare(value: string): string {
  return value.replace(ignoredInSchemes, '').toLowerCase();
}

/** The one `data:` address of the site: a picture of our own that costs readers no request. */
function isFavicon(vnode: VNode, value: string): boolean {
  const { rel } = vnode.props as { rel?: unknown };
  return vnode.type === 'link' && rel === 'icon' && value.startsWith('data:image/svg+xml,');
}
