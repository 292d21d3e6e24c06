import { RULES } from '../pipeline.ts';
import { WORKSPACE_PROBLEMS } from './problems.ts';

/** The id of every kind of finding, sorted. */
export function findingIds(): readonly string[] {
  return [...RULES, ...WORKSPACE_PROBLEMS].map(({ id }) => id).toSorted();
}
