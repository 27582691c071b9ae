/**
 * What proves that an outbox or an adapter keeps its promises, for any test runner.
 *
 * @module @affiche/publish/conformance
 */
export type { ConformanceCase } from './conformance/conformance-case.ts';
export {
  auditPosts,
  type ModelFault,
  modelNetwork,
  type ModelNetwork,
  type ModelNetworkOptions,
  type ModelPost,
  type ModelRecognition,
  ModelRequest,
} from './conformance/model-network.ts';
export { modelPlatform, type ModelPlatformOptions } from './conformance/model-platform.ts';
export { outboxConformance, type OutboxFactory } from './conformance/outbox-conformance.ts';
export type { ConformanceSandbox } from './conformance/conformance-sandbox.ts';
export { platformConformance } from './conformance/platform-conformance.ts';
