/** What `site.yaml` of the random newsrooms may say. */
import { at, formers, licenses } from './vocabulary.ts';

const timeZones = ['Europe/Moscow', 'Asia/Tokyo'];

export function site(value: number): string {
  const sections = value % 3 === 0 ? ['world', 'culture', 'sport'] : ['world', 'culture'];
  return [
    `title: The Courier ${value % 2}`,
    'url: https://courier.example',
    'description: News',
    `timeZone: ${timeZones[value % 7 === 6 ? 1 : 0]}`,
    ...(value % 3 === 1 ? [`license: ${at(licenses, value)}`] : []),
    ...(value % 4 === 2 ? [`errorsTo: ${at(['errors@courier.example', 'https://forms.example/'], value >> 2)}`] : []),
    ...(value % 2 === 1 ? [`cards: {since: ${at(['2015-01-01', '2015-11-26'], value >> 1)}}`] : []),
    ...(value % 9 === 8 ? ['webSub: https://hub.example/'] : []),
    ...(value % 11 === 10 ? ['search: false'] : []),
    `languages: [${value % 5 === 4 ? 'en' : 'en, ru'}]`,
    'sections:',
    ...sections.map(
      (id) => `  - {id: ${id}, title: Section ${id}${id === 'culture' ? history(value, 'closed: 2015-11-27') : ''}}`,
    ),
    '',
  ].join('\n');
}

/** What an undated file says of its former addresses, and of its end. */
function history(value: number, end: string): string {
  const said = [
    ...(value % 4 === 1 ? [`redirectFrom: [${at(formers, value >> 2)}]`] : []),
    ...(value % 6 === 5 ? [end] : []),
  ];
  return said.map((each) => `, ${each}`).join('');
}
