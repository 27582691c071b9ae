/**
 * A project as tools for assistants, by the Model Context Protocol.
 *
 * @module affiche/mcp
 */
export { createMcpServer } from './mcp/server.ts';
export type { ProjectOptions } from './project/project-folder.ts';
