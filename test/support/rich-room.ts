/** A small newsroom with something of every kind of file that a site can have. */
import { articleText } from './newsroom.ts';
import { jpegWith } from './pictures.ts';

const day = 'articles/2015/11/26';
const harbour = { image: { file: 'harbour.jpg', alt: 'A harbour', caption: 'The harbour', credit: 'Agency' } };

export const richRoom: Record<string, string | Uint8Array> = {
  'articles/2015/11/25/ferry.md': articleText(
    {
      title: 'The ferry is back',
      summary: 'It sails again.',
      date: '2015-11-25 12:00',
      authors: ['ann'],
      topics: ['sea'],
    },
    'See [what was said](/2015/11/26/talks/#the-first-day), and [who said it](/authors/ann/). [We](/about/) were there.',
  ),
  [`${day}/talks.md`]: articleText(
    {
      title: 'Ministers meet in the harbour',
      summary: 'They talk of the sea.',
      authors: ['ann'],
      topics: ['sea'],
      redirectFrom: ['/old/talks/'],
      corrections: [{ date: '2015-11-26 12:00', text: 'They were three.' }],
      ...harbour,
    },
    'They met.\n\n## The first day\n\nThey talked, as [the report](report.pdf) says.\n\n![A quay](talks/quay.jpg "The quay | Agency")\n\n::: audio {file="talks/said.mp3" title="The talks"}\nIn full.\n:::',
  ),
  [`${day}/talks/harbour.jpg`]: jpegWith('harbour', 'larger'),
  [`${day}/talks/quay.jpg`]: jpegWith('quay'),
  [`${day}/talks/report.pdf`]: '%PDF-1.4',
  [`${day}/talks/said.mp3`]: 'ID3',
  [`${day}/talks.ru.md`]: articleText(
    { title: 'Министры встретились в порту', summary: 'Говорили о море.', ...harbour },
    'Текст.',
  ),
  [`${day}/gone.md`]: articleText({
    title: 'What the harbour master never said',
    date: '2015-11-26 03:00',
    withdrawn: { date: '2015-11-26 08:00', reason: 'The witness recanted.' },
  }),
  [`${day}/merger.md`]: articleText({
    title: 'Ferry company and rival agree on a merger',
    draft: true,
    image: { ...harbour.image, file: 'signed-contract.jpg' },
  }),
  [`${day}/merger/signed-contract.jpg`]: jpegWith('signed'),
  'authors/ann.yaml': 'name: Ann Lee\nrole: Reporter\n',
  'topics/sea.md': '---\nname: The sea\n---\n\nAll about the sea.\n',
  'pages/about.md': '---\ntitle: About us\nsummary: Who we are.\n---\n\nWe write.\n',
};
