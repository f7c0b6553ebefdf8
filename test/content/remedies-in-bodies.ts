/** The same as in `remedies-by-hand.ts`, of what can be wrong in texts and with their links and pictures. */
import { siteYaml } from '../support/newsroom.ts';
import { jpeg } from '../support/pictures.ts';
import { story } from './written.ts';

type Text = string | Uint8Array;

/** One way to follow a remedy. */
export type ByHand = {
  /** The words of it that are followed. */
  says: string;
  /** In the file of the Problem, written in place of what. */
  write?: [from: string | RegExp, to: string];
  /** Files as they then are; null for one that is taken away. */
  files?: Record<string, Text | null>;
  /** What only somebody else can do next. */
  leaves?: string[];
};

const day = 'articles/2015/11/26';
const sea = `${day}/storm/sea.jpg`;
const calm = `${day}/calm.md`;

export const remediesInBodies: Record<string, ByHand[]> = {
  'link/draft': [
    { says: 'Publish that story first', files: { [calm]: story() } },
    { says: 'remove the link', write: [/\[calm\]\(.*\)/, 'calm'] },
  ],
  'link/empty': [{ says: 'Write one between the round brackets', write: ['()', '(/world/)'] }],
  'link/inside-link': [{ says: 'Move it after the link', write: [/\[a\^\[A note\.\]\](\(.*?\))/, '[a]$1^[A note.]'] }],
  'link/lost-words': [
    { says: 'Remove it with its quotation marks', write: [' "Long ago"', ''] },
    { says: 'write it into the text', write: [' "Long ago").', '), long ago.'] },
  ],
  'link/misspelt': [{ says: '/2015/11/26/calm/', write: ['/2015/11/26/Calm/index.html', '/2015/11/26/calm/'] }],
  'link/moved': [{ says: '/2015/11/26/calm/', write: ['/old/calm/', '/2015/11/26/calm/'] }],
  'link/no-slash': [{ says: '/about/', write: ['/about', '/about/'] }],
  'link/no-text': [{ says: 'Write them between the brackets', write: ['[]', '[the world]'] }],
  'link/relative': [
    {
      says: 'as in /2015/11/26/',
      write: ['calm/', '/2015/11/26/calm/'],
      files: { [calm]: story() },
    },
  ],
  'link/unknown-author': [
    { says: 'or remove the link', write: ['[nobody](/authors/nobody/)', 'nobody'] },
    { says: 'Correct the address', write: ['/authors/nobody/', '/authors/desk/'] },
  ],
  'link/unknown-place': [
    { says: '#the-quay', write: ['#the-key', '#the-quay'] },
    { says: 'link to the page without a #', write: ['#the-key', '/2015/11/26/storm/'] },
  ],
  'link/unknown-document': [
    {
      says: '/year/month/day/slug/name.pdf, as the file lies in articles/',
      files: { [calm]: story({}, '[It](calm/report.pdf)'), [`${day}/calm/report.pdf`]: '%PDF' },
    },
  ],
  'link/unused-document': [
    {
      says: 'Link to it in that story too',
      files: { 'articles/2015/11/25/calm.md': story({ date: '2015-11-25' }, '[It](calm/report.pdf)') },
    },
    { says: 'or remove the link here', write: [/\[It\]\(.*\)/, 'It'], leaves: ['document/unused'] },
  ],
  'link/unknown-story': [{ says: '/2015/11/26/storm/', write: ['/2015/11/26/calm/', '/2015/11/26/storm/'] }],
  'link/unknown-target': [{ says: '/culture/, /world/', write: ['/nowhere/', '/culture/'] }],
  'link/unknown-listed': [
    { says: 'give a story that topic', write: ['section: world', 'section: world\ntopics: [peace]'] },
  ],
  'link/unsafe': [{ says: 'Link to https://…', write: ['javascript:alert(1)', 'https://example.com/'] }],

  'link/www': [
    { says: 'For a page of this site write /world/', write: ['https://www.courier.example/world/', '/world/'] },
  ],

  'markdown/accidental-list': [{ says: 'write 1986\\.', write: ['1986.', '1986\\.'] }],
  'markdown/accidental-quotation': [
    { says: 'Write \\> to show it', write: ['> 5', '\\> 5'] },
    { says: 'say “more than”', write: ['> 5', 'more than 5'] },
    { says: 'to quote, begin with words', write: ['> 5', '> About 5'] },
  ],
  'markdown/attributes': [
    { says: 'Remove it', write: [' {#wind}', ''] },
    { says: 'write \\{', write: ['{#', '\\{#'] },
  ],
  'markdown/callout': [
    {
      says: 'Write ::: note {title="…"} before the text and ::: after it',
      write: ['> [!NOTE]\n> Hold on.', '::: note {title="Note"}\nHold on.\n:::'],
    },
    { says: 'write \\[', write: ['[!', '\\[!'] },
  ],
  'markdown/closing-sign': [
    { says: 'Write \\# to show it', write: ['F #', 'F \\#'] },
    { says: 'else remove it', write: ['F #', 'F'] },
  ],
  'markdown/cut-table': [
    { says: 'Begin it, and the other rows, with |', write: ['- 1 | 2\n- 3 | 4', '| 1 | 2 |\n| 3 | 4 |'] },
    { says: 'else put an empty line before it', write: ['- 1 | 2\n- 3 | 4', '\n- 1 to 2\n- 3 to 4'] },
  ],
  'markdown/emphasis-inside-word': [{ says: 'as in 5\\*3\\*2', write: ['5*3*2', '5\\*3\\*2'] }],
  'markdown/empty-heading': [
    { says: 'Write them', write: ['##\n', '## Wind\n'] },
    { says: 'remove the line', write: ['##\n\n', ''] },
  ],
  'markdown/entity': [
    { says: 'Write the character itself', write: ['&amp;amp;', '&'] },
    { says: 'write \\&', write: ['&amp;amp;', '\\&amp;'] },
  ],
  'markdown/first-level-heading': [{ says: '## instead of #', write: ['# A', '## A'] }],
  'markdown/half-emphasis': [
    { says: 'with punctuation and spaces outside', write: ['**cold:**very', '**cold**: very'] },
    { says: 'write \\ before it', write: ['**cold:**', '\\*\\*cold:\\*\\*'] },
  ],
  'markdown/half-link': [
    { says: 'without a space before (', write: ['] (', ']('] },
    { says: 'write \\[ and \\]', write: ['[the decree]', '\\[the decree\\]'] },
  ],
  'markdown/half-table': [
    { says: 'with one part for each of its columns', write: ['|---|\n', '|---|---|\n'] },
    { says: 'write \\|', write: ['|---|', '\\|---\\|'] },
  ],
  'markdown/heading-without-space': [
    { says: 'Write ## and a space before the words', write: ['##Wind', '## Wind'] },
    { says: 'write \\#', write: ['##Wind', '\\##Wind'] },
  ],
  'markdown/html': [
    { says: 'Use Markdown', write: ['<b>strong</b>', '**strong**'] },
    { says: 'put it between backticks', write: ['<b>strong</b>', '`<b>`strong`</b>`'] },
    { says: 'write \\< for <', write: ['<b>strong</b>', '\\<b>strong\\</b>'] },
  ],
  'markdown/indented-code': [
    { says: 'Remove them', write: ['    MOSCOW', 'MOSCOW'] },
    { says: 'put a line of ``` before and after it', write: [/ {4}(MOSCOW.*)/, '```\n$1\n```'] },
  ],
  'markdown/lost-cell': [
    {
      says: 'Give the heading row and the line below it as many columns',
      write: ['| a | b |\n|---|---|', '| a | b | c |\n|---|---|---|'],
    },
    { says: 'where you mean the sign itself, also in code, write \\|', write: ['2 | 3', '2 \\| 3'] },
  ],
  'markdown/lost-line': [
    { says: 'write \\[ for its first bracket', write: ['[Igor]:', '\\[Igor]:'] },
    { says: 'write [words][igor]', write: ['He was asked.', 'He was [asked][igor].'], leaves: ['link/relative'] },
  ],
  'markdown/bad-date': [{ says: 'as in 2015-11-26', write: ['26 Nov', '2015-11-26'] }],
  'markdown/conflicting-attributes': [
    { says: 'Remove one of the two', write: [' url="https://radio.example/1"', ''] },
    {
      says: 'Remove one of the two',
      write: ['file="storm/talk.mp3" ', ''],
      leaves: ['document/unused'],
    },
  ],
  'markdown/unlisted-frame': [
    {
      says: 'To let readers open it on the page, add charts.example there',
      files: { 'site.yaml': siteYaml.replace('social:', 'frames: [charts.example]\nsocial:') },
    },
  ],
  'markdown/missing-attribute': [
    { says: 'Write ::: quote {by="…"}', write: ['{role="captain"}', '{by="Igor" role="captain"}'] },
  ],
  'markdown/repeated-attribute': [{ says: 'Put everything into one', write: ['by="Igor" by="Ann"', 'by="Igor, Ann"'] }],
  'markdown/repeated-footnote': [
    {
      says: 'Give it a name of its own, here and where the text refers to it',
      write: [/rose\.\[\^1\]([\s\S]*)\[\^1\]: By two/, 'rose.[^1][^2]$1[^2]: By two'],
    },
  ],
  'markdown/shared-end': [
    { says: 'Put a line with only ::: before that block', write: ['on.\n', 'on.\n:::\n'] },
    {
      says: 'begin and end the outer one with ::::',
      write: [/^::: (quote[\s\S]*)$/m, ':::: $1\n::::'],
    },
  ],
  'markdown/shortcode': [
    { says: 'Remove it', write: [' [caption id="1"]', ''] },
    { says: 'put it between backticks', write: ['[caption id="1"]', '`[caption id="1"]`'] },
  ],
  'markdown/skipped-heading-level': [{ says: 'with ###', write: ['####', '###'] }],
  'markdown/space-in-address': [
    {
      says: 'give the file a name without spaces',
      write: ['my dog', 'dog'],
      files: { [`${day}/storm/dog.jpg`]: jpeg },
    },
    {
      says: 'write < and > around the address',
      write: ['storm/my dog.jpg', '<storm/my dog.jpg>'],
      files: { [`${day}/storm/my dog.jpg`]: jpeg },
    },
    { says: 'write \\[ and \\]', write: ['![A dog]', '!\\[A dog\\]'] },
  ],
  'markdown/stray-fence': [
    { says: 'Remove it', write: ['\n:::', ''] },
    { says: 'open the block with ::: and its name', write: ['Text.', '::: note\nText.'] },
  ],
  'markdown/task': [
    { says: 'Remove it', write: ['[ ] ', ''] },
    { says: 'write ☐', write: ['[ ]', '☐'] },
    { says: 'write \\[', write: ['[ ]', '\\[ ]'] },
  ],
  'markdown/unclosed-block': [
    { says: 'Put a line with only ::: after its text', write: ['  Text.', '  Text.\n  :::'] },
  ],
  'markdown/unclosed-code': [
    { says: 'Put a line with only ``` after it', write: ['All the rest.', 'All the rest.\n```'] },
    { says: 'write \\ before them', write: ['```', '\\`\\`\\`'] },
  ],
  'markdown/undefined-footnote': [
    { says: 'Add a line such as [^1]: with its text', write: [/$/, '\n[^1]: All night.\n'] },
    { says: 'write \\[ and \\]', write: ['[^1]', '\\[^1\\]'] },
  ],
  'markdown/undefined-reference': [
    { says: 'Add a line such as [name]: https://…', write: [/$/, '\n[igor]: https://example.com/igor\n'] },
    { says: 'write the address in round brackets', write: ['[igor]', '(https://example.com/igor)'] },
    { says: 'write \\[ and \\]', write: ['[he][igor]', '\\[he\\]\\[igor\\]'] },
  ],
  'markdown/underlined-heading': [
    { says: 'write ## before the words and remove the line below', write: ['He left the room.\n---', '## He left'] },
    { says: 'put an empty line above it', write: ['room.\n---', 'room.\n\n---'] },
  ],
  'markdown/unused-footnote': [
    { says: 'Put [^1] where it belongs', write: ['It blew.', 'It blew.[^1]'] },
    { says: 'remove its line', write: [/\n\[\^1\].*\n/, ''] },
  ],
  'markdown/too-deep': [{ says: 'with fewer signs', write: ['> > ', ''] }],
  'markdown/unknown-attribute': [{ says: 'Remove it', write: [' colour="red"', ''] }],
  'markdown/unknown-block': [{ says: '“quote”', write: ['qoute', 'quote'] }],
  'markdown/unreadable-attributes': [{ says: 'as in {by="Name"', write: ['by=Igor', '{by="Igor"}'] }],
  'markdown/wiki-link': [
    {
      says: 'Write [words](/2015/11/26/story/)',
      write: ['[[port]]', '[port](/2015/11/26/story/)'],
      files: { [`${day}/story.md`]: story() },
    },
    { says: 'write \\[ and \\]', write: ['[[port]]', '\\[\\[port\\]\\]'] },
  ],

  'picture/broken': [{ says: 'replace it with the whole file', files: { [sea]: jpeg } }],
  'picture/footnote': [
    { says: 'put it where the text mentions the picture', write: [/\^(\[A metre\.\])(.*)/, '$2\n\nThe sea.^$1'] },
  ],
  'picture/inside-text': [
    {
      says: 'Give it a paragraph of its own, with an empty line before and after',
      write: [/ (!\[.*\)) /, '\n\n$1\n\n'],
    },
  ],
  'picture/missing': [{ says: `Put the file into ${day}/storm/`, files: { [sea]: jpeg } }],
  'picture/moving': [{ says: 'Save the frame that you want to show', files: { [`${day}/storm/sea.webp`]: null } }],
  'picture/no-alt': [
    { says: 'Write it between the brackets', write: ['![]', '![Waves]'] },
    { says: 'say so with ![""]', write: ['![]', '![""]'] },
  ],
  'picture/not-a-picture': [{ says: 'Save the picture again', files: { [sea]: jpeg } }],
  'picture/not-in-a-story': [{ says: 'Remove it', write: [/!.*\n/, ''] }],
  'picture/of-another-story': [
    {
      says: `Put a copy of ${day}/calm/sea.jpg into ${day}/storm/, and write sea.jpg`,
      write: ['calm/sea.jpg', 'sea.jpg'],
      files: { [sea]: jpeg },
    },
  ],
  'picture/outside': [
    {
      says: 'Put the file into the folder with the story’s name',
      write: ['https://elsewhere.example/sea.jpg', 'storm/sea.jpg'],
      files: { [sea]: jpeg },
    },
  ],
  'picture/same-name': [
    {
      says: 'Rename the file, and change its name wherever it is used',
      files: { [sea]: null, [`${day}/storm/waves.jpg`]: jpeg },
    },
  ],
  'picture/svg': [
    {
      says: 'Save the picture as JPEG',
      files: { [`${day}/storm/sea.svg`]: null, [sea]: jpeg },
    },
  ],
  'picture/too-large': [{ says: 'Save it smaller', files: { [sea]: jpeg } }],
  'picture/too-long': [{ says: 'Cut it into several pictures', files: { [sea]: jpeg } }],
};
