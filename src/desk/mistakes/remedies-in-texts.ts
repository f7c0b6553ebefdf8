/** How remedies are followed that leave something to decide, in front matter, in texts and their links. */
import { jpeg } from './pictures.ts';
import { day, siteYaml, story, storyPath, type Way } from './room.ts';

export const remediesInTexts: Record<string, Way[]> = {
  'front-matter/missing': [
    {
      says: 'Begin it with a line of only ---, a line for each key',
      write: [/^/, story().replace('A paragraph of text.\n', '')],
    },
  ],
  'front-matter/not-yaml': [
    { says: 'the first line exactly ---', files: { [storyPath]: story({ title: 'process.exit()' }) } },
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
  'markdown/embed': [
    {
      says: 'for a video, ::: video {url="…" title="What it shows"}',
      write: [/<iframe.*iframe>/, '::: video {url="https://video.example/1" title="The storm"}\n:::'],
    },
    { says: 'put it between backticks', write: [/(<iframe.*iframe>)/, '`$1`'] },
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
  'markdown/bad-direction': [
    { says: 'Write “rtl” for right to left', write: ['dir="right"', 'dir="rtl"'] },
    { says: 'or leave it out', write: [' dir="right"', ''] },
  ],
  'markdown/bad-language': [{ says: 'Write “fa”', write: ['persian', 'fa'] }],
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
  'markdown/run-together': [{ says: 'Begin each of the lines with -', write: [/• /g, '- '] }],
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
  'markdown/unreadable-attributes': [{ says: 'Write “::: quote {by="Igor"}”', write: ['by=Igor', '{by="Igor"}'] }],
  'markdown/wiki-link': [
    {
      says: 'Write [words](/2015/11/26/story/)',
      write: ['[[port]]', '[port](/2015/11/26/story/)'],
      files: { [`${day}/story.md`]: story() },
    },
    { says: 'write \\[ and \\]', write: ['[[port]]', '\\[\\[port\\]\\]'] },
  ],
  'yaml/circular-alias': [{ says: 'Write the values out', write: ['&t [*t]', '[syria]'] }],
  'yaml/cut-text': [
    { says: 'give the comment a line of its own', write: ['Why #MeToo matters', 'Why it matters\n#MeToo matters'] },
  ],
  'yaml/dropped-words': [{ says: 'if not, remove it', write: ['&c Company', 'Company'] }],
  'yaml/missing-key': [
    {
      says: 'Add a line such as “summary: It leaves at eight, as it did before the storm”',
      write: ['title: A storm\n', 'title: A storm\nsummary: It leaves at eight, as it did before the storm\n'],
    },
  ],
  'yaml/repeated-key': [{ says: 'Remove one of the two', write: ['place: Grozny\n', ''] }],
  'yaml/split-text': [
    {
      says: 'Write each text on its own line below, in quotes, as in - "…"',
      write: ['[About 10,000 people fled, Two]', '\n  - "About 10,000 people fled"\n  - "Two"'],
    },
  ],
  'yaml/too-deep': [{ says: 'Remove the brackets', write: [/topics:.*/, 'topics: []'] }],
  'yaml/too-many-aliases': [{ says: 'Write the values out', write: [/&a.*/, 'one, one]'] }],
};
