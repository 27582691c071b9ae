import { reportCharts, type ReportInput, reportTables, toCsv, toRecords } from '@affiche/report';
import { replaceFile } from '../project/files.ts';

/** Files of a report's charts and tables. */
export interface ReportParts {
  readonly files: number;
  /** Why there are no pictures, where something is missing for them. */
  readonly noPictures?: string;
}

/** Writes every table as CSV and JSON, and every chart as SVG and, where their library is there, as PNG. */
export async function writeReportParts(folder: string, input: ReportInput): Promise<ReportParts> {
  let files = 0;
  const write = async (name: string, content: string | Uint8Array) => {
    await replaceFile(`${folder}/${name}`, content);
    files += 1;
  };
  for (const table of reportTables(input)) {
    await write(`${table.id}.csv`, toCsv(table));
    await write(`${table.id}.json`, `${JSON.stringify(toRecords(table), null, 2)}\n`);
  }
  const charts = reportCharts(input);
  const toPng = charts.length > 0 ? await pictures() : undefined;
  for (const chart of charts) {
    const svg = chart.svg();
    await write(`${chart.id}.svg`, svg);
    if (toPng) await write(`${chart.id}.png`, toPng(svg));
  }
  if (charts.length === 0 || toPng) return { files };
  return {
    files,
    noPictures:
      'The charts are SVG only. For PNG as well: "npm install @resvg/resvg-js", and report again.',
  };
}

/** The library that draws pictures is large, and installed by those who want some. */
async function pictures() {
  try {
    return (await import('@affiche/report/png')).toPng;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === missing;
    if (isMissing) return undefined;
    throw error;
  }
}

const missing = 'ERR_MODULE_NOT_FOUND';
