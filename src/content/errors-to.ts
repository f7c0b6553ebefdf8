/** Where readers write to: an e-mail address, or for errors that of a page with a form. */
import { address, wholeAddress } from './fields.ts';
import { isWebAddress } from './names.ts';

export const errorsAddress = address(
  (value) => isMailAddress(value) || (/^https:/i.test(value) && isWebAddress(value)),
  'is neither an e-mail address, as in errors@paper.example, nor a web address, which has https:// at its beginning',
  meantAddress,
);

export const mailAddress = address(isMailAddress, 'is no e-mail address, as in ann@paper.example', (written) =>
  meantMail(written),
);

function isMailAddress(text: string): boolean {
  return /^[^\s@<>()[\]\\,;:"/?#]+@[^\s@<>()[\]\\,;:"/?#.]+(?:\.[^\s@<>()[\]\\,;:"/?#.]+)+$/.test(text);
}

/** The address of `mailto:errors@paper.example` and of `<errors@paper.example>`, and the whole of another site's. */
function meantAddress(written: string): string | undefined {
  return meantMail(written) ?? wholeAddress(written);
}

function meantMail(written: string): string | undefined {
  const mail = written
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/s, '')
    .replace(/^.*<|>.*$/gs, '');
  return isMailAddress(mail) ? mail : undefined;
}
