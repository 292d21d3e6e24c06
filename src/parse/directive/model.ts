import type { Directive, Form, Relations, SeverityOverride } from '../../model/directive.ts';
import { citedDocument, type Entry, indicator, measure, sourceOf, taskGroup, unitType } from './entries.ts';
import type { DirectiveFile } from './schema.ts';

function relations(entry: DirectiveFile['relations']): Relations {
  return {
    parts: (entry?.parts ?? []).map((part) => ({ part: part.part, whole: part.whole, source: sourceOf(part) })),
    register: (entry?.register ?? []).map((bound) => ({
      indicator: bound.indicator,
      tolerancePercent: bound.tolerancePercent,
      source: sourceOf(bound),
    })),
    households: (entry?.households ?? []).map((pair) => ({
      persons: pair.persons,
      households: pair.households ?? undefined,
      source: sourceOf(pair),
    })),
  };
}

function severityOverride(entry: Entry<DirectiveFile['rules']>): SeverityOverride {
  return {
    rule: entry.rule,
    severity: entry.severity,
    unitTypes: entry.unitTypes ?? undefined,
    taskGroups: entry.taskGroups ?? undefined,
    indicators: entry.indicators ?? undefined,
    source: sourceOf(entry),
  };
}

/** Fills in what may be left out of aliases and guidance. */
function worded<T extends { readonly aliases?: readonly string[] | null | undefined }>(entry: T) {
  return { ...entry, aliases: entry.aliases ?? [] };
}

function guided<T extends { readonly guidance?: string | null | undefined }>(entry: T) {
  return { ...entry, guidance: entry.guidance ?? '' };
}

function form(entry: DirectiveFile['form']): Form {
  const { title, sheets, fields, taskColumns, indicatorColumns, opinions, statuses } = entry;
  return {
    title,
    sheets: {
      general: worded(sheets.general),
      tasks: worded(sheets.tasks),
      indicators: worded(sheets.indicators),
      opinions: worded(sheets.opinions),
    },
    fields: fields.map((field) => ({ ...guided(worded(field)), unitTypes: field.unitTypes ?? undefined })),
    taskColumns: (taskColumns ?? []).map((column) => guided(worded(column))),
    indicatorColumns: (indicatorColumns ?? []).map((column) => guided(worded(column))),
    opinions: (opinions ?? []).map((opinion) => guided(worded(opinion))),
    statuses: (statuses ?? []).map(worded),
    source: sourceOf(entry),
  };
}

/** The file as the model has it: sources as one value, blanks as undefined, lists that were left out as empty. */
export function directiveOf(file: DirectiveFile): Directive {
  const { theme, activityWindow, reporting } = file;
  return {
    id: file.id,
    version: file.version,
    subject: file.subject,
    document: file.document ? citedDocument(file.document) : undefined,
    theme: theme ? { text: theme.text, source: sourceOf(theme) } : undefined,
    legalBasis: (file.legalBasis ?? []).map(citedDocument),
    activityWindow: activityWindow
      ? { from: activityWindow.from, to: activityWindow.to, source: sourceOf(activityWindow) }
      : undefined,
    reporting: {
      due: reporting.due ?? undefined,
      receiver: reporting.receiver,
      onwardTo: reporting.onwardTo,
      source: sourceOf(reporting),
    },
    definitions: (file.definitions ?? []).map((entry) => ({
      term: entry.term,
      meaning: entry.meaning,
      source: sourceOf(entry),
    })),
    unitTypes: file.unitTypes.map(unitType),
    taskGroups: (file.taskGroups ?? []).map(taskGroup),
    indicators: (file.indicators ?? []).map(indicator),
    measures: (file.measures ?? []).map(measure),
    relations: relations(file.relations),
    form: form(file.form),
    rules: (file.rules ?? []).map(severityOverride),
  };
}
