/** Scripts by how they are set: which put no spaces between words, and which are as wide as high. */

const wide = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u30FC`;
const southern = String.raw`\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;

/** Letters of scripts that put no space between words. */
export const spaceless = new RegExp(`[${wide}${southern}]`, 'u');
export const thai = new RegExp(`[${southern}]`, 'u');

/** Quotation marks that every script shares. */
export const sharedQuote = /[“”‘’]/;

/** Chinese and Japanese letters with their punctuation: between two of them a line break is no space. */
export const eastAsian = new RegExp(String.raw`[${wide}\u2E80-\u303F\uFE30-\uFE4F\uFF01-\uFF65]`, 'u');
/** The same with hangul, whose words end in particles that touch what stands before. */
export const cjk = new RegExp(String.raw`[${wide}\p{Script=Hangul}\u2E80-\u303F\uFE30-\uFE4F\uFF01-\uFFEF]`, 'u');
