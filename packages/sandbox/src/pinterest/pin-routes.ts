import type { Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import type { Person } from '../people.ts';
import { authenticate } from './accounts.ts';
import { requireBoard, sectionsOf } from './boards.ts';
import { freshNumber, type Pinterest, pinterestError } from './context.ts';
import { followersNow } from './followers.ts';
import { page } from './pages.ts';
import { checkPin } from './pin-rules.ts';
import { findPin, listedPins, type Pin, pinView } from './pins.ts';

/** Pins: made, shown, listed and deleted. */
export function pinRoutes(pinterest: Pinterest): Route[] {
  const listed = (exchange: Exchange, fits: (pin: Pin) => boolean) => {
    const { id, handle } = authenticate(pinterest, exchange);
    const pins = listedPins(pinterest, id).filter(fits);
    return page(
      exchange,
      pins.map((pin) => pinView(pin, handle)),
    );
  };
  return [
    route('POST', '/v5/pins', (exchange) => {
      const account = authenticate(pinterest, exchange);
      const pin = insertPin(pinterest, account, exchange.fields);
      return { status: 201, body: pinView(pin, account.handle) };
    }),
    route('GET', '/v5/pins', (exchange) => listed(exchange, () => true)),
    route('GET', '/v5/pins/:pin', (exchange) => {
      const account = authenticate(pinterest, exchange);
      const pin = requirePin(pinterest, exchange, account);
      return { status: 200, body: pinView(pin, account.handle) };
    }),
    route('DELETE', '/v5/pins/:pin', (exchange) => {
      const { id } = requirePin(pinterest, exchange, authenticate(pinterest, exchange));
      const now = pinterest.clock.now();
      pinterest.database.run('UPDATE pin SET removed_at = ? WHERE id = ?', now, id);
      return { status: 204 };
    }),
    route('GET', '/v5/boards/:board/pins', (exchange) => {
      const { id } = authenticate(pinterest, exchange);
      const board = requireBoard(pinterest, exchange.parameters['board'], id);
      return listed(exchange, (pin) => pin.board === board.id);
    }),
    route('GET', '/v5/boards/:board/sections/:section/pins', (exchange) => {
      const { id } = authenticate(pinterest, exchange);
      const board = requireBoard(pinterest, exchange.parameters['board'], id);
      const { section } = exchange.parameters;
      return listed(exchange, (pin) => pin.board === board.id && pin.section === section);
    }),
  ];
}

/** The pin of a path, if it is the account's. */
export function requirePin(pinterest: Pinterest, { parameters }: Exchange, { id }: Person): Pin {
  const pin = findPin(pinterest, parameters['pin'] ?? '');
  if (pin?.account !== id) throw pinterestError(404, 50, 'Pin not found.');
  return pin;
}

function insertPin(
  pinterest: Pinterest,
  account: Person,
  fields: Readonly<Record<string, unknown>>,
): Pin {
  const { database, clock } = pinterest;
  const board = requireBoard(pinterest, fields['board_id'], account.id);
  const named = fields['board_section_id'];
  const section = typeof named === 'string' ? named : null;
  if (section !== null && !sectionsOf(pinterest, board.id).some(({ id }) => id === section)) {
    throw pinterestError(404, 40, 'Board section not found.');
  }
  checkPin(pinterest, account.id, fields);
  const id = freshNumber(pinterest);
  const followers = followersNow(pinterest, account);
  database.run(
    'INSERT INTO pin (id, account, board, section, fields, followers, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    account.id,
    board.id,
    section,
    // Pictures are looked at, and not kept.
    JSON.stringify(fields, (name, value: unknown) => (name === 'data' ? undefined : value)),
    followers,
    clock.now(),
  );
  const pin = findPin(pinterest, id);
  if (!pin) throw pinterestError(500, 0, 'The pin was not kept.');
  return pin;
}
