/** The text of `front.yaml` with what an editor does to a front: stories and sections change their places with what is said of them. */
import { type Piece, YamlText } from '../../content/yaml/rearrange.ts';
import { yamlLine } from '../../content/yaml/write.ts';
import type { Field } from '../../content/yaml.ts';
import { asWritten, chosenIn, type PlaceOnFront, type StoryChange, type ToChange } from './front-change.ts';

const emptyList: Piece = { source: '[]', comment: '' };

/** In the order in which they are written. */
const keys = ['section', 'lead', 'picks', 'sections', 'fronts'];

export class EditedFront {
  readonly #yaml: YamlText;
  readonly #toChange: ToChange;
  /** The comment of what was taken out for good. */
  lost = '';

  constructor(text: string, toChange: ToChange) {
    this.#yaml = new YamlText(text);
    this.#toChange = toChange;
  }

  get text(): string {
    return this.#yaml.text;
  }

  /** `from` goes before the one above it; up to there, the order is written down. */
  moveSection({ order, from }: { order: readonly string[]; from: number }): void {
    const list = ['sections'];
    this.#haveList(list);
    const unwritten = order.slice(this.#toChange.front.sections.length, from + 1);
    for (const id of unwritten)
      this.#yaml.putItem(list, order.indexOf(id), { source: yamlLine(id, '[]'), comment: '' });
    this.#yaml.swapItems(list, from - 1, from);
  }

  changeStory(change: StoryChange): void {
    const above = this.#frontOf(this.#toChange.section);
    const at = { lead: [...above, 'lead'], picks: [...above, 'picks'] };
    if ('story' in change) {
      const piece = { source: change.story, comment: '' };
      if (change.do === 'add lead') this.#putLead(piece, at);
      else this.#putPick(chosenIn(this.#toChange.front, this.#toChange).picks.length, piece, at);
      return;
    }
    const { place } = change;
    if (change.do === 'until') this.#setUntil(change.until, place, at);
    else if (change.do === 'remove') this.lost = this.#takeOut(place, at).comment;
    else if (change.do === 'lead') this.#putLead(this.#takeOut(place, at), at);
    else if (change.do === 'pick') this.#putPick(0, this.#takeOut(place, at), at);
    else if (place !== 'lead') this.#yaml.swapItems(at.picks, place, change.do === 'up' ? place - 1 : place + 1);
  }

  /** Of a section that has no part yet, a new one at the end. */
  #frontOf(section: string | undefined): Field {
    if (section === undefined) return [];
    const { fronts } = this.#toChange.front;
    const index = fronts.findIndex((each) => each.section === section);
    if (index !== -1) return ['fronts', index];
    this.#haveList(['fronts']);
    const pair = `section: ${yamlLine(section, '{}')}`;
    this.#yaml.putItem(['fronts'], fronts.length, { source: `{${pair}}`, comment: '', lines: pair });
    return ['fronts', fronts.length];
  }

  #haveList(field: Field): void {
    if (!this.#yaml.has(field)) this.#putPair(field, emptyList);
  }

  #putPair(field: Field, piece: Piece): void {
    this.#yaml.putPair(field, piece, keys.slice(0, keys.indexOf(String(field.at(-1)))));
  }

  /** What has led so far becomes the first pick. */
  #putLead(piece: Piece, at: OnFront): void {
    if (this.#yaml.has(at.lead)) this.#putPick(0, this.#yaml.replace(at.lead, piece), at);
    else this.#putPair(at.lead, piece);
  }

  #putPick(index: number, piece: Piece, { picks }: OnFront): void {
    this.#haveList(picks);
    this.#yaml.putItem(picks, index, piece);
  }

  #takeOut(place: PlaceOnFront, { lead, picks }: OnFront): Piece {
    return place === 'lead' ? this.#yaml.takePair(lead) : this.#yaml.takeItem(picks, place);
  }

  #setUntil(until: string, place: PlaceOnFront, at: OnFront): void {
    const yaml = this.#yaml;
    const field = place === 'lead' ? at.lead : [...at.picks, place];
    const isMap = yaml.has([...field, 'story']);
    const story = yaml.sourceOf(isMap ? [...field, 'story'] : field);
    const end = yamlLine(asWritten(until), '{}');
    if (until === '') this.#writeAlone(story, place, at);
    else if (isMap) yaml.write([...field, 'until'], end);
    else yaml.write(field, `{story: ${story}, until: ${end}}`);
  }

  /** In place of a map, in whose lines there may be comments. */
  #writeAlone(source: string, place: PlaceOnFront, { lead, picks }: OnFront): void {
    if (place === 'lead') {
      const { comment } = this.#yaml.replace(lead, { source, comment: '' });
      this.#yaml.replace(lead, { source, comment });
    } else if (this.#yaml.sourceOf([...picks, place]).includes('\n')) {
      const { comment } = this.#yaml.takeItem(picks, place);
      this.#yaml.putItem(picks, place, { source, comment });
    } else this.#yaml.write([...picks, place], source);
  }
}

type OnFront = { lead: Field; picks: Field };
