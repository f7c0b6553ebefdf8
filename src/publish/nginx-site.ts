/** How nginx answers for the folder of a target: which file, which other address, or what else. */
import type { Site } from '../content/site.ts';
import { contentTypes, feedTypes, typesWithCharset } from './content-types.ts';
import { quoted, redirectMaps } from './redirect-maps.ts';
import { packedEndings } from './variants.ts';

type Named = {
  /** What all variables of the target begin with. */
  name: string;
  /** The target’s. */
  folder: string;
  languages: Site['languages'];
};

export function addressMaps({ name, folder, languages }: Named): string {
  // By a pattern, so that a list may be missing until something is published.
  const include = (file: string) => `include ${quoted(`${folder}/${file.replace('.map', '*.map')}`)};`;
  const others = languages.slice(1).map((each) => `  "~^/${each}(?:/|$)" /${each}/404.html;\n`);
  return `# The address without what is not part of its name.
map $uri $${name}_name {
  "~(?s)^(?<${name}_stem>.+?)(?:/|/index\\.html)?$" $${name}_stem;
}

# Old addresses. Publishing writes them; nginx reads them when it is reloaded.
map $${name}_name $${name}_moved {
  ${include(redirectMaps.paths)}
}
map $${name}_name$is_args$args $${name}_moved_by_query {
  ${include(redirectMaps.queries)}
}

map $uri $${name}_file {
  volatile;
  default $uri;
  "~/$" \${uri}index.html;
}

# Whether a browser can unpack brotli; “q=0” says that it cannot.
map $http_accept_encoding $${name}_packed {
  default .not-packed;
  "~*(?:^|,)\\s*br\\s*(?:$|,|;(?!\\s*q\\s*=\\s*0(?:\\.0*)?\\s*(?:$|,)))" .br;
}

# The nearest page for what is not there.
map $uri $${name}_not_found {
  default /404.html;
${others.join('')}}
`;
}

/** What is asked of every request, in this order. What nginx sends on to an error page comes by here once more. */
export function rules(name: string): string {
  return `if ($request_method !~ "^(?:GET|HEAD)$") {
  return 405;
}
if ($uri ~ "\\x5C") {
  return 404;
}

# Withdrawn: the page that says so lies there in place of the story.
if (-f $document_root$uri/gone.html) {
  return 410;
}

# Moved. Where a page lies, it leads on itself, or there is news at that address again since nginx was last reloaded.
if ($${name}_moved_by_query) {
  return 301 $${name}_moved_by_query;
}
set $${name}_to $${name}_moved;
if (-f $document_root$${name}_name/index.html) {
  set $${name}_to "";
}
if (-f $document_root$${name}_name/index.html.moved) {
  set $${name}_to $${name}_moved;
}
if ($${name}_to) {
  return 301 $${name}_to$is_args$args;
}

# One address for each page. While there is no status yet, this is no error page.
set $${name}_asked $status$request_uri;
if ($${name}_asked ~ "^000[^?]*(?:/|%2[fF])(?:/|%2[fF])") {
  rewrite "(?s)^(.*)$" $1 permanent;
}
if ($${name}_asked ~ "^000[^?]*/index\\.html(?:\\?|$)") {
  rewrite "(?s)^(.*/)index\\.html$" $1 permanent;
}
if (-f $document_root$uri/index.html) {
  rewrite "(?s)^(.*[^/])$" $1/ permanent;
}

# The same file, packed.
if (-f $document_root$${name}_file$${name}_packed) {
  rewrite ^ $${name}_file$${name}_packed last;
}`;
}

export function locations({ name, languages }: Named): string {
  const others = languages.slice(1);
  const ofOthers = `
location ~ "^/(?:${others.join('|')})/404\\.html$" {
  internal;
  try_files $uri /404.html =404;
}
`;
  return `location / {
  try_files $uri \${uri}index.html =404;
}

# Named by their bytes.
location /assets/ {
  max_ranges 0;
  try_files $uri =404;
}

error_page 404 $${name}_not_found;
location = /404.html {
  internal;
}
${others.length > 0 ? ofOthers : ''}
error_page 410 $uri/gone.html;
location ~ "^/.+/gone\\.html$" {
  internal;
}

location ~ "/\\.(?!well-known/)" {
  return 404;
}

# Asked for in some other spelling.
location ~ "/index\\.html$" {
  return 404;
}

# What lies beside a file has no address of its own.
location ~ "\\.br$" {
  internal;
  gzip_static off;
${packedTypes()}
}
location ~ "^(?<${name}_beside>.+)\\.(?:gz|moved)$" {
  if (-f $document_root$${name}_beside) {
    return 404;
  }
  try_files $uri =404;
}

${typeLocations('')}`;
}

/** Feeds that are told from other files of their ending. */
function typeLocations(packed: string): string {
  return Object.entries(feedTypes)
    .filter(([file, type]) => contentTypes[file.replace(/^.*\./, '')] !== type)
    .map(([file, type]) => {
      const ending = packed === '' ? file.replace(/^.*\./, '') : packed;
      return `location ~ "/${(packed === '' ? file : `${file}.${packed}`).replaceAll('.', '\\.')}$" {\n  types { ${type} ${ending}; }\n}`;
    })
    .join('\n');
}

/** nginx tells the type of a file by its last ending alone. */
function packedTypes(): string {
  const plain = packedEndings.map((ending) => {
    const type = contentTypes[ending.slice(1)];
    return `location ~ "\\${ending}\\.br$" {\n  types { ${type} br; }\n}`;
  });
  return indented([typeLocations('br'), ...plain].join('\n'));
}

export function types(): string {
  const byType = new Map<string, string[]>();
  for (const [ending, type] of Object.entries(contentTypes)) byType.set(type, [...(byType.get(type) ?? []), ending]);
  const lines = [...byType].map(([type, endings]) => `  ${type} ${endings.join(' ')};`);
  return `types {
${lines.join('\n')}
}
default_type application/octet-stream;
charset utf-8;
charset_types ${typesWithCharset.join(' ')};`;
}

export function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
