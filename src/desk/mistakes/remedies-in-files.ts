/** How remedies are followed that leave something to decide, in pictures and documents, and in public files. */
import { jpeg, wideJpeg } from './pictures.ts';
import { away, beside, day, report, story, storyPath, type Way } from './room.ts';

export const remediesInFiles: Record<string, Way[]> = {
  'document/missing': [{ says: 'Put the file into articles/2015/11/26/storm/', files: { [report]: '%PDF' } }],
  'document/not-in-a-story': [
    {
      says: 'Put the file into public/, and write its address',
      write: ['rules.pdf', '/rules.pdf'],
      files: { '../public/rules.pdf': '%PDF' },
    },
  ],
  'document/of-another-story': [
    {
      says: `Put a copy of ${day}/calm/report.pdf into ${day}/storm/, and write report.pdf`,
      write: ['calm/report.pdf', 'report.pdf'],
      files: { [report]: '%PDF' },
    },
  ],
  'document/outside': [
    {
      says: 'Put the file into the folder with the story’s name and write name/file.pdf',
      write: ['https://port.example/report.pdf', 'storm/report.pdf'],
      files: { [report]: '%PDF' },
    },
  ],
  'document/same-name': [{ says: 'Rename the file', files: { [report]: null } }],
  'document/unknown-type': [
    {
      says: 'Name one that ends in .mp3, .m4a',
      write: ['talk.wav', 'talk.mp3'],
      files: { [`${day}/storm/talk.mp3`]: 'ID3' },
    },
  ],
  'document/unused': [
    {
      says: 'as in [The report](storm/report.pdf)',
      files: { [storyPath]: story({}, '[The report](storm/report.pdf)') },
    },
    away(report, 'or remove the file'),
  ],
  'picture/expires-before-date': [
    { says: '2015-11-26 or a later one', write: ['2015-11-25', '2015-11-26'] },
    { says: 'take the picture out of the story', write: [/image: .*\n/, ''] },
  ],
  'picture/expires-elsewhere': [
    { says: 'Write “expires: 2015-12-31” under “image”', write: ['alt: Waves', 'alt: Waves, expires: 2015-12-31'] },
    { says: 'the last day on which this story may show it', write: ['alt: Waves', 'alt: Waves, expires: 2016-12-31'] },
  ],
  'picture/broken': [{ says: 'replace it with the whole file', files: { [beside]: jpeg } }],
  'picture/footnote': [
    { says: 'put it where the text mentions the picture', write: [/\^(\[A metre\.\])(.*)/, '$2\n\nThe sea.^$1'] },
  ],
  'picture/not-wide': [
    { says: 'Save it 1,000 pixels wide or wider', files: { [beside]: wideJpeg } },
    { says: 'or remove “wide: true”', write: [', wide: true', ''] },
  ],
  'picture/inside-text': [
    {
      says: 'Give it a paragraph of its own, with an empty line before and after',
      write: [/ (!\[.*\)) /, '\n\n$1\n\n'],
    },
  ],
  'picture/missing': [{ says: `Put the file into ${day}/storm/`, files: { [beside]: jpeg } }],
  'picture/moving': [{ says: 'Save the frame that you want to show', files: { [`${day}/storm/sea.webp`]: null } }],
  'picture/no-alt': [
    { says: 'Write it between the brackets', write: ['![]', '![Waves]'] },
    { says: 'say so with ![""]', write: ['![]', '![""]'] },
  ],
  'picture/not-a-picture': [{ says: 'Save the picture again', files: { [beside]: jpeg } }],
  'picture/not-in-a-story': [{ says: 'Remove it', write: [/!.*\n/, ''] }],
  'picture/of-another-story': [
    {
      says: `Put a copy of ${day}/calm/sea.jpg into ${day}/storm/, and write sea.jpg`,
      write: ['calm/sea.jpg', 'sea.jpg'],
      files: { [beside]: jpeg },
    },
  ],
  'picture/outside': [
    {
      says: 'Put the file into the folder with the story’s name',
      write: ['https://elsewhere.example/sea.jpg', 'storm/sea.jpg'],
      files: { [beside]: jpeg },
    },
  ],
  'picture/same-name': [
    {
      says: 'Rename the file, and change its name wherever it is used',
      files: { [beside]: null, [`${day}/storm/waves.jpg`]: jpeg },
    },
  ],
  'picture/svg': [
    {
      says: 'Save the picture as JPEG',
      files: { [`${day}/storm/sea.svg`]: null, [beside]: jpeg },
    },
  ],
  'picture/too-large': [{ says: 'Save it smaller', files: { [beside]: jpeg } }],
  'picture/too-long': [{ says: 'Cut it into several pictures', files: { [beside]: jpeg } }],
  'public/bad-name': [{ says: 'Rename it', files: { '../public/a\u0001b.txt': null, '../public/ab.txt': 'x' } }],
  'public/leftover': [{ says: 'Remove it from git', files: {} }],
  'public/outside': [{ says: 'Make the folder above both the git repository', files: {} }],
  'public/reserved': [
    {
      says: 'put it into a folder such as public/files/',
      files: { '../public/assets/logo.svg': null, '../public/files/logo.svg': '<svg/>' },
    },
    {
      says: 'Give the file another name',
      files: { '../public/assets/logo.svg': null, '../public/logo.svg': '<svg/>' },
    },
  ],
  'public/same-name': [{ says: 'Rename the file', files: { '../public/ads.txt': null } }],
  'public/taken': [
    { says: 'Rename this file', files: { '../public/about': null, '../public/about-us': 'x' } },
    { says: 'remove one of them', files: { 'pages/about.md': null } },
  ],
};
