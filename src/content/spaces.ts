/** A space that looks like the plain one and is none to YAML and Markdown: U+00A0 and its kin, which come along with pasted text. */
export const oddSpace = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/;
