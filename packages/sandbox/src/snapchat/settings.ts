/** How a Snapchat server behaves; may be changed while it runs. Times are seconds. */
export interface SnapchatSandboxSettings {
  requestsPerSecond: number;
  /** How long after it was made a snap appears in lists. */
  listingSeconds: number;
  accessSeconds: number;
  refreshSeconds: number;
}

/** As documented; how long a refresh token lives is an assumption. */
export const snapchatDefaults: SnapchatSandboxSettings = {
  requestsPerSecond: 1000,
  listingSeconds: 0,
  accessSeconds: 3600,
  refreshSeconds: 31_536_000,
};
