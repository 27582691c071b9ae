/**
 * Strategies as YAML text: read with every problem told at once, and written so that reading gives
 * the same strategy again.
 *
 * @module @affiche/strategy/yaml
 */
export { formatStrategy, parseStrategy, type ParseStrategyOptions } from './strategy-yaml.ts';
