import { z } from 'zod';

/**
 * Where people stand, by what they mean to do: the largest audience that could be interested (`see`),
 * those who think about it (`think`), those about to act (`do`), and those who already bought (`care`).
 *
 * @see {@link https://www.kaushik.net/avinash/see-think-do-care-win-content-marketing-measurement/ | Kaushik: See-Think-Do-Care}
 */
export const FunnelStage = z.enum(['see', 'think', 'do', 'care']);
/** Where people stand, by what they mean to do. */
export type FunnelStage = z.infer<typeof FunnelStage>;
