import type { Progress } from '@affiche/publish';
import type { Terminal } from './terminal.ts';

const width = 30;

/** Shows a run as it goes: a bar on a terminal, one line for each ending in a log. */
export function progressLine(terminal: Terminal): (progress: Progress) => void {
  return ({ event, settled, remaining }) => {
    const total = settled + remaining;
    if (event.kind === 'account-paused') {
      terminal.note(`${event.account} is paused: ${event.why}`);
    } else if (event.kind === 'published') {
      terminal.redraw(bar(settled, total, event.at));
    } else if ('why' in event && event.kind !== 'waiting') {
      terminal.note(`${event.publication}: ${event.kind}, ${event.why}`);
    }
    if (remaining === 0 && settled > 0) terminal.redraw('');
  };
}

function bar(done: number, total: number, at: string): string {
  const filled = total === 0 ? width : Math.round((done / total) * width);
  return `${'█'.repeat(filled).padEnd(width, '░')} ${done} of ${total}, ${at.slice(0, 16).replace('T', ' ')}`;
}
