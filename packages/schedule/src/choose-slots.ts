import type { CompiledPlacement } from './compile-placement.ts';
import { upperEnvelope } from './upper-envelope.ts';

/** Lets every post choose for itself. */
export interface PostChooser {
  /** Each post takes its best slot after prices, or none; returns what all gain together. */
  choose(prices: readonly Float64Array[]): number;
  /** Per kind, how many posts chose a slot before each index: `slots + 1` numbers. */
  readonly usage: readonly Float64Array[];
}

interface PostGroup {
  readonly kind: number;
  /** Values, rising. */
  readonly values: Float64Array;
  /** Slots of the window by rising gain. */
  readonly order: Int32Array;
}

/** Prepares posts: those of one kind and one window share their work. */
export function postChooser({ problem, slots, kinds }: CompiledPlacement): PostChooser {
  const groups = groupPosts(problem);
  const usage = Array.from({ length: kinds }, () => new Float64Array(slots + 1));
  const envelope = new Int32Array(slots);

  function take(kind: number, slot: number): void {
    const own = usage[kind] as Float64Array;
    own[slot + 1] = (own[slot + 1] as number) + 1;
  }

  function chooseByEnvelope(group: PostGroup, gains: Float64Array, prices: Float64Array): number {
    const count = upperEnvelope(gains, prices, group.order, envelope);
    let sum = 0;
    let best = 0;
    for (const value of group.values) {
      let gain = gainOf(value, envelope[best] as number);
      // Rising values move along the envelope, never back.
      for (; best + 1 < count; best += 1) {
        const next = gainOf(value, envelope[best + 1] as number);
        if (next <= gain) break;
        gain = next;
      }
      if (gain <= 0) continue;
      sum += gain;
      take(group.kind, envelope[best] as number);
    }
    return sum;

    function gainOf(value: number, slot: number): number {
      return value * (gains[slot] as number) - (prices[slot] as number);
    }
  }

  return {
    usage,
    choose(prices) {
      let sum = 0;
      for (const own of usage) own.fill(0);
      for (const group of groups) {
        const gains = problem.gains[group.kind] as Float64Array;
        const own = prices[group.kind] as Float64Array;
        sum += chooseByEnvelope(group, gains, own);
      }
      for (const own of usage) {
        for (let slot = 0; slot < slots; slot += 1) {
          own[slot + 1] = (own[slot + 1] as number) + (own[slot] as number);
        }
      }
      return sum;
    },
  };
}

function groupPosts({ posts, gains }: CompiledPlacement['problem']): PostGroup[] {
  const groups = Map.groupBy(posts, (post) => `${post.kind} ${post.firstSlot} ${post.endSlot}`);
  return [...groups.values()].flatMap((own): PostGroup[] => {
    const [first] = own;
    if (!first || first.firstSlot >= first.endSlot) return [];
    const { kind, firstSlot: from, endSlot: to } = first;
    const slopes = gains[kind] as Float64Array;
    const values = Float64Array.from(own, ({ value }) => value).toSorted();
    const order = Int32Array.from({ length: to - from }, (_, index) => from + index).toSorted(
      (a, b) => (slopes[a] as number) - (slopes[b] as number) || a - b,
    );
    return [{ kind, values, order }];
  });
}
