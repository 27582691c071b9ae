// Wider than this a bar is a wall.
const widest = 72;

/** What each side of a bar gives up where few of them share the width between the margins. */
export function barInset(width: number, bars: number, padding: number): number {
  return Math.max(0, ((width / (bars + padding)) * (1 - padding) - widest) / 2);
}
