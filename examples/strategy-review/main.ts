import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { AfficheError, StorageError } from '@affiche/core';
import { reviewStrategy } from '@affiche/strategy';
import { parseStrategy } from '@affiche/strategy/yaml';
import { printReview } from './print-review.ts';

// node main.ts [file.yaml …] [--language fr] [--today 2026-12-28]
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    language: { type: 'string', default: 'en' },
    today: { type: 'string', default: '2026-12-28' },
  },
});
const language = values.language === 'fr' ? 'fr' : 'en';
const samples = ['../complete-workflow/strategy.yaml', 'launch.yaml', 'institution.yaml'];
const files = positionals.length > 0 ? positionals : samples.map(beside);

for (const file of files) {
  try {
    const strategy = parseStrategy(read(file), { language });
    const findings = reviewStrategy(strategy, { today: values.today, language });
    console.log(printReview(strategy, findings, language));
  } catch (error) {
    if (!AfficheError.isInstance(error)) throw error;
    console.error(`${file}\n${error.message}\n${error.hint ?? ''}\n`);
    process.exitCode = 1;
  }
}

function beside(file: string): string {
  return `${import.meta.dirname}/${file}`;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StorageError('unreadable-file', {
      message: `${file} cannot be read`,
      hint: 'Check its name, and that you may read it.',
      cause,
    });
  }
}
