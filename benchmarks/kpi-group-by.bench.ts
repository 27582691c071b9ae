import { evaluate } from '@affiche/kpi';
import { DuckDBInstance } from '@duckdb/node-api';
import { op, table } from 'arquero';
import { type Claim, cpuMilliseconds } from './claim.ts';

// Ten million post-days, five facts, 12,500 groups, all in memory: the same sums three ways.
const rows = 10_000_000;
const primes = {
  impressions: 15_485_863,
  reactions: 7919,
  comments: 611_953,
  shares: 15_859,
  saves: 104_729,
};
const facts = Object.keys(primes);
const cell = (row: number, prime: number, size: number) => ((row * prime) % 1_000_003) % size;

const sum = (result: ReturnType<typeof evaluate>) =>
  result.groups.reduce((all, { values }) => all + (values['saves']?.value ?? 0), 0);
const select = (name: string, prime: number, size: number) =>
  `((i * ${prime}) % 1000003 % ${size})::integer as ${name}`;

const median = (turns: readonly (readonly number[])[], which: number) =>
  turns.map((turn) => turn[which] ?? Number.NaN).toSorted((a, b) => a - b)[3] ?? Number.NaN;

export async function bench(): Promise<Claim[]> {
  const fill = (prime: number, size: number) => {
    const column = new Int32Array(rows);
    for (let row = 0; row < rows; row += 1) column[row] = cell(row, prime, size);
    return column;
  };
  const columns: Record<string, Int32Array> = {
    account: fill(86_028_121, 500),
    day: fill(49_979_687, 25),
  };
  for (const [fact, prime] of Object.entries(primes)) columns[fact] = fill(prime, 5000);

  const by = ['account', 'day'];
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`create table posts as select
    ${select('account', 86_028_121, 500)}, ${select('day', 49_979_687, 25)},
    ${Object.entries(primes)
      .map(([fact, prime]) => select(fact, prime, 5000))
      .join(', ')}
    from range(${rows}) t(i)`);
  const sums = facts.map((fact) => `sum(${fact})::double as ${fact}`).join(', ');
  let ours = 0;
  let theirs = 0;
  const here = () => {
    ours = sum(evaluate(facts, columns, { by }));
  };
  const there = async () => {
    const result = await connection.runAndReadAll(
      `select account, day, ${sums} from posts group by account, day`,
    );
    const { saves } = result.getColumnsObject();
    theirs = (saves as number[]).reduce((all, value) => all + value, 0);
  };
  // In turns, so that whatever else the machine does falls on both.
  const turns: [number, number][] = [];
  for (let turn = 0; turn < 7; turn += 1) {
    const ourTime = await cpuMilliseconds(here, { runs: 1 });
    turns.push([ourTime, await cpuMilliseconds(there, { runs: 1 })]);
  }
  const [ourTime, duckdbTime] = [median(turns, 0), median(turns, 1)];
  connection.closeSync();
  if (ours !== theirs) throw new Error(`The sums differ: ${ours} and ${theirs}`);

  const data = table(columns);
  const arqueroTime = await cpuMilliseconds(
    () =>
      data
        .groupby('account', 'day')
        .rollup(Object.fromEntries(facts.map((fact) => [fact, op.sum(fact)])))
        .objects(),
    { runs: 1 },
  );

  const claim = '10 million rows × 5 facts into 12,500 groups';
  return [
    versus(claim, ourTime, duckdbTime, 'DuckDB in memory', 1, 'no slower'),
    versus(claim, ourTime, arqueroTime, 'arquero 8.0.1', 8, 'at least 8 times faster'),
  ];
}

function versus(
  claim: string,
  ours: number,
  peer: number,
  peerName: string,
  least: number,
  goal: string,
): Claim {
  const ratio = peer / ours;
  return { claim, ours, peer, peerName, unit: 'CPU ms', ratio, goal, met: ratio >= least };
}
