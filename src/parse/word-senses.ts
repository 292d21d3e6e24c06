import { isSameMeaning, type Meaning } from '../model/confirmation.ts';
import type { Directive, Form } from '../model/directive.ts';
import type { Round } from '../model/round.ts';
import { headingMatcher } from './tables/heading-match.ts';
import { indicatorSpec } from './form/indicators.ts';
import { identifierOf, type Entry } from './tables/row-identity.ts';
import { taskSpec } from './form/tasks.ts';
import { unitsCalled } from './units/unit-recognition.ts';

/** Words of one part of the form; the same words may stand in several parts. */
interface FormWord {
  readonly part: keyof Form;
  readonly own: string;
  readonly aliases: readonly string[];
}

/** One thing that a text means, and the part of a file where it does. */
interface Sense {
  readonly meaning: Meaning;
  readonly part: keyof Form | 'unit' | 'row';
  /** By the thing's own code, name or title; false for another word of the form for it. */
  readonly isOwn: boolean;
}

/** What texts mean in a round, exactly as files are understood; nothing that is only alike. */
export interface WordSenses {
  /** What the text names, by its own word if there is one, else by an alias; several when that is not enough. */
  readonly named: (text: string) => readonly Meaning[];
  /** What else the text means already in the parts of a file where the meaning stands, so that it cannot mean that, too. */
  readonly others: (text: string, meaning: Meaning) => readonly Meaning[];
  /** Whether files with the text are understood so already. */
  readonly isKnown: (text: string, meaning: Meaning) => boolean;
  /** Everything that words can mean, for suggestions. */
  readonly all: readonly Meaning[];
}

function formWords({ form }: Directive): readonly FormWord[] {
  const headings = (part: 'taskColumns' | 'indicatorColumns'): readonly FormWord[] =>
    form[part].map(({ heading, aliases }) => ({ part, own: heading, aliases }));
  const labels = (part: 'fields' | 'opinions' | 'statuses'): readonly FormWord[] =>
    form[part].map(({ label, aliases }) => ({ part, own: label, aliases }));
  return [
    ...Object.values(form.sheets).map(({ name, aliases }): FormWord => ({ part: 'sheets', own: name, aliases })),
    ...(['fields', 'opinions', 'statuses'] as const).flatMap(labels),
    ...(['taskColumns', 'indicatorColumns'] as const).flatMap(headings),
  ];
}

function wordMeaning({ own }: FormWord): Meaning {
  return { kind: 'heading', code: own, name: own };
}

/** Everything that a word of the form can be: columns, fields, sheets, free texts, statuses. */
export function formMeanings(directive: Directive): readonly Meaning[] {
  return distinct(formWords(directive).map(wordMeaning));
}

/** The senses of a text among the words of one part of the form. */
function sensesInPart(words: readonly FormWord[]): (text: string) => readonly Sense[] {
  const match = headingMatcher(words.map(({ own, aliases }) => ({ id: own, heading: own, aliases })));
  const matchOwn = headingMatcher(words.map(({ own }) => ({ id: own, heading: own, aliases: [] })));
  return (text) => {
    const own = match(text);
    const word = words.find((candidate) => candidate.own === own);
    if (word === undefined) return [];
    return [{ meaning: wordMeaning(word), part: word.part, isOwn: matchOwn(text) === own }];
  };
}

/** The senses of a text as the code or title of a row. */
function sensesInRows(kind: 'indicator' | 'task', entries: readonly Entry[]): (text: string) => readonly Sense[] {
  const identifier = identifierOf(entries);
  return (text) => {
    const byCode = identifier.ofCode(text);
    const ids = byCode === undefined ? identifier.ofTitle(text) : new Set([byCode]);
    const found = entries.filter(({ id }) => ids.has(id));
    return found.map((entry) => ({ meaning: rowMeaning(kind, entry), part: 'row', isOwn: true }));
  };
}

function rowMeaning(kind: 'indicator' | 'task', { code, titles: [title = code] }: Entry): Meaning {
  return { kind, code, name: title };
}

/** What texts mean in that round. */
export function wordSenses(round: Round): WordSenses {
  const { directive, units } = round;
  const words = formWords(directive);
  const parts = [...new Set(words.map(({ part }) => part))];
  const indicators = indicatorSpec(directive).entries;
  const tasks = taskSpec(directive).entries;
  const lookups = [
    ...parts.map((part) => sensesInPart(words.filter((word) => word.part === part))),
    sensesInRows('indicator', indicators),
    sensesInRows('task', tasks),
  ];
  const unitSenses = (text: string): readonly Sense[] =>
    unitsCalled(text, round).map(({ id, name }) => ({
      meaning: { kind: 'unit', code: id, name },
      part: 'unit',
      isOwn: true,
    }));
  const sensesOf = (text: string): readonly Sense[] => [...unitSenses(text), ...lookups.flatMap((look) => look(text))];
  const partsOf = (meaning: Meaning): ReadonlySet<Sense['part']> =>
    new Set(words.filter((word) => isSameMeaning(wordMeaning(word), meaning)).map(({ part }) => part));
  return {
    named: (text) => {
      const senses = sensesOf(text);
      const own = senses.filter(({ isOwn }) => isOwn);
      return distinct((own.length > 0 ? own : senses).map(({ meaning }) => meaning));
    },
    others: (text, meaning) => {
      const places = partsOf(meaning);
      const isElsewhere = (sense: Sense): boolean =>
        meaning.kind === 'heading' && sense.meaning.kind === 'heading' && !places.has(sense.part);
      const senses = sensesOf(text).filter((sense) => !isSameMeaning(sense.meaning, meaning) && !isElsewhere(sense));
      return distinct(senses.map((sense) => sense.meaning));
    },
    isKnown: (text, meaning) => {
      const same = sensesOf(text).filter((sense) => isSameMeaning(sense.meaning, meaning));
      const found = new Set(same.map(({ part }) => part));
      return found.size > 0 && [...partsOf(meaning)].every((part) => found.has(part));
    },
    all: distinct([
      ...units.map(({ id, name }): Meaning => ({ kind: 'unit', code: id, name })),
      ...indicators.map((entry) => rowMeaning('indicator', entry)),
      ...tasks.map((entry) => rowMeaning('task', entry)),
      ...formMeanings(directive),
    ]),
  };
}

function distinct(meanings: readonly Meaning[]): readonly Meaning[] {
  return meanings.filter((meaning, index) => meanings.findIndex((other) => isSameMeaning(other, meaning)) === index);
}
