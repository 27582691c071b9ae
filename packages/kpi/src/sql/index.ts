/**
 * The same KPIs where the data lives: as SQL, and as a semantic model for other tools.
 *
 * @module @affiche/kpi/sql
 */
export { compileSql, type SqlKey, type SqlOptions } from './compile-sql.ts';
export type { Dialect } from './dialect.ts';
export { type OssieExpression, type OssieModel, type OssieOptions, toOssie } from './ossie.ts';
