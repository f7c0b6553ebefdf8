/** Which forms a number has in a language, held against those that a message has. */
import type { Choice, Message } from './message.ts';
import type { PlainRefusal } from './refusal.ts';

/** Why the numbers of a message would be told wrongly: a form is missing, or is one that no number has. */
export function formRefusals(message: Message, locale: string): PlainRefusal[] {
  const choices = choicesIn(message);
  const isCounting = choices.some(({ argument }) => argument === 'n');
  const isTelling = message.some((part) => typeof part !== 'string' && part.argument === 'n');
  return [
    ...(isTelling && !isCounting ? withoutForms(locale) : []),
    ...choices.flatMap((choice) => refusalsOf(choice, locale)),
  ];
}

function choicesIn(message: Message): Choice[] {
  return message.flatMap((part) => {
    if (typeof part === 'string' || !('options' in part)) return [];
    return [part, ...Object.values(part.options).flatMap(choicesIn)];
  });
}

function refusalsOf({ argument, by, options }: Choice, locale: string): PlainRefusal[] {
  if (by === 'word') return [];
  const rules = new Intl.PluralRules(locale, { type: by });
  const forms = formsOf(rules);
  const written = Object.keys(options).filter((form) => !form.startsWith('='));
  // Of a day, `=1 {1er} other {#}` says all.
  const missing = argument === 'n' ? forms.filter((form) => !written.includes(form)) : [];
  const needless = written.filter((form) => !forms.includes(form));
  return [...missing.map((form) => missingForm(form, rules)), ...needless.map((form) => needlessForm(form, rules))];
}

function formsOf(rules: Intl.PluralRules): readonly string[] {
  return rules.resolvedOptions().pluralCategories;
}

function withoutForms(locale: string): PlainRefusal[] {
  const forms = formsOf(new Intl.PluralRules(locale));
  if (forms.length === 1) return [];
  return [
    {
      code: 'words/missing-form',
      what: 'The number {n} is used here without this language’s plural forms.',
      fix: `Write {n, plural, ${forms.map((form) => `${form} {# …}`).join(' ')}}, even if all of them read the same.`,
    },
  ];
}

const samples = [...Array.from({ length: 201 }, (_, n) => n), 1_000_000, 0.5, 1.5];

function missingForm(form: string, rules: Intl.PluralRules): PlainRefusal {
  const having = samples.filter((n) => rules.select(n) === form).slice(0, 3);
  return {
    code: 'words/missing-form',
    what: `The form “${form}” is missing; this language uses it for numbers such as ${having.join(', ')}.`,
    fix: `Add “${form} {# …}”.`,
  };
}

function needlessForm(form: string, rules: Intl.PluralRules): PlainRefusal {
  return {
    code: 'words/needless-form',
    what: `This language has no plural form “${form}”.`,
    fix: `Remove it; the forms are: ${formsOf(rules).join(', ')}.`,
  };
}
