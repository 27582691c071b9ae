import type { Currency } from '@affiche/core';
import type { Unit } from '@affiche/kpi';
import type { Formats } from './formats.ts';

/** Writes a KPI's value in its unit. Money is in minor units, fractions become percentages. */
export function formatValue(
  value: number,
  unit: Unit,
  formats: Formats,
  currency: Currency,
): string {
  if (unit === 'fraction') return formats.percent(value, 2);
  if (unit === 'seconds') return formats.duration(value);
  if (unit === 'money') return formats.money({ minor: Math.round(value), currency });
  if (unit === 'count') return formats.count(value);
  if (unit === 'multiple') return `${formats.decimal(value)}\u00a0\u00d7`;
  return formats.decimal(value);
}

/** Writes how far one value of a KPI is from another: what lies between two percentages are points. */
export function formatDifference(
  value: number,
  unit: Unit,
  formats: Formats,
  currency: Currency,
): string {
  if (unit !== 'fraction') return formatValue(value, unit, formats, currency);
  const points = value * 100;
  const isOne = formats.language === 'fr' ? Math.abs(points) < 2 : points === 1;
  return `${formats.decimal(points, 2)}\u00a0${isOne ? 'point' : 'points'}`;
}
