import type { GeneratedTable } from '../generated-table.ts';
import { complianceByClause } from './compliance-by-clause.ts';
import { coverageByUnit } from './coverage-by-unit.ts';
import { coverageTrend } from './coverage-trend.ts';

/** Every chart that the wording can ask for with `{% chart "name" %}`, sorted by name. */
export const CHARTS: readonly GeneratedTable[] = [complianceByClause, coverageByUnit, coverageTrend];
