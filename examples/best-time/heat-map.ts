import type { SlotEstimate } from '@affiche/schedule';

const cell = 26;
const left = 48;
const top = 28;
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const legend =
  'Green: better than the usual hour. Brown: worse. Signed: beyond doubt. The smaller, the less is known.';

/** A week as a picture: colour for the estimate, and the smaller the square the less is known. */
export function heatMap(surface: readonly SlotEstimate[]): string {
  const most = Math.max(...surface.map(({ uplift }) => Math.abs(uplift.estimate)), 0.01);
  const widest = Math.max(...surface.map(({ uplift }) => uplift.high - uplift.low), 0.01);
  const squares = surface.map((slotEstimate) => {
    const { slot, uplift } = slotEstimate;
    const certainty = 1 - (0.7 * (uplift.high - uplift.low)) / widest;
    const size = cell * Math.max(0.25, certainty) - 2;
    const [x, y] = [
      left + (slot % 24) * cell + cell / 2,
      top + Math.floor(slot / 24) * cell + cell / 2,
    ];
    const fill = uplift.estimate >= 0 ? '#1b7f5c' : '#b5542f';
    const strength = (Math.abs(uplift.estimate) / most).toFixed(2);
    const title = `${days[Math.floor(slot / 24)] ?? ''} ${slot % 24}:00: ${percent(uplift.low)} to ${percent(uplift.high)}`;
    return `<rect x="${(x - size / 2).toFixed(1)}" y="${(y - size / 2).toFixed(1)}" width="${size.toFixed(1)}" height="${size.toFixed(1)}" fill="${fill}" fill-opacity="${strength}"><title>${title}</title></rect>${signOf(slotEstimate, x, y)}`;
  });
  const names = days.map(
    (day, index) => `<text x="4" y="${top + index * cell + 18}">${day}</text>`,
  );
  const hours = [0, 6, 12, 18].map(
    (hour) => `<text x="${left + hour * cell}" y="18">${hour}:00</text>`,
  );
  const [width, height] = [left + 24 * cell, top + 7 * cell + 26];
  const note = `<text x="4" y="${height - 8}" font-size="12">${legend}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" role="img"><title>Expected gain per hour of the week; small squares are uncertain</title><rect width="${width}" height="${height}" fill="#fff"/>${[...names, ...hours, ...squares, note].join('')}</svg>\n`;
}

// Colour alone would tell some readers nothing.
function signOf({ uplift, signal }: SlotEstimate, x: number, y: number): string {
  const { low, high } = uplift;
  if (signal === 'none' || (low <= 0 && high >= 0)) return '';
  return `<text x="${x}" y="${y + 4.5}" text-anchor="middle" font-weight="700">${low > 0 ? '+' : '\u2212'}</text>`;
}

function percent(share: number): string {
  return `${share > 0 ? '+' : ''}${(share * 100).toFixed(0)}%`;
}
