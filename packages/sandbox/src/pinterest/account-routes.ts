import { type Route, route } from '../http/route.ts';
import { authenticate } from './accounts.ts';
import {
  boardsOf,
  boardView,
  insertBoard,
  insertSection,
  requireBoard,
  sectionsOf,
} from './boards.ts';
import { invalid, type Pinterest } from './context.ts';
import { followersNow } from './followers.ts';
import { page } from './pages.ts';
import { pinsOf } from './pins.ts';

/** Who an account is, its boards and their sections. */
export function accountRoutes(pinterest: Pinterest): Route[] {
  return [
    route('GET', '/v5/user_account', (exchange) => {
      const account = authenticate(pinterest, exchange);
      const body = {
        id: account.id,
        username: account.handle,
        account_type: 'BUSINESS',
        follower_count: followersNow(pinterest, account),
        following_count: 0,
        board_count: boardsOf(pinterest, account.id).length,
        pin_count: pinsOf(pinterest, account.id).length,
      };
      return { status: 200, body };
    }),
    route('GET', '/v5/boards', (exchange) => {
      const { id, handle } = authenticate(pinterest, exchange);
      const boards = boardsOf(pinterest, id).map((board) => boardView(board, handle));
      return page(exchange, boards);
    }),
    route('POST', '/v5/boards', (exchange) => {
      const { id, handle } = authenticate(pinterest, exchange);
      const { name, description, privacy = 'PUBLIC' } = exchange.fields;
      if (typeof name !== 'string' || name === '' || name.length > 50) throw invalid('name');
      if (!['PUBLIC', 'PROTECTED', 'SECRET'].includes(String(privacy))) throw invalid('privacy');
      const board = insertBoard(pinterest, id, {
        name,
        privacy: String(privacy),
        ...(typeof description === 'string' && { description }),
      });
      return { status: 201, body: boardView(board, handle) };
    }),
    route('GET', '/v5/boards/:board/sections', (exchange) => {
      const { id } = authenticate(pinterest, exchange);
      const board = requireBoard(pinterest, exchange.parameters['board'], id);
      return page(exchange, sectionsOf(pinterest, board.id));
    }),
    route('POST', '/v5/boards/:board/sections', (exchange) => {
      const { id } = authenticate(pinterest, exchange);
      const board = requireBoard(pinterest, exchange.parameters['board'], id);
      const { name } = exchange.fields;
      if (typeof name !== 'string' || name === '' || name.length > 180) throw invalid('name');
      return { status: 201, body: insertSection(pinterest, board.id, name) };
    }),
  ];
}
