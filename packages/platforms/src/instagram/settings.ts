import type { MediaSource } from '@affiche/core';

/** Which of Meta's two doors a token came through; each has its own host, scopes and renewal. */
export type InstagramLogin = 'instagram' | 'facebook';

/** What an application knows better than the documented defaults. */
export interface InstagramSettings {
  /**
   * Where a token comes from. An account whose `host` is one of Meta's own tells it by that.
   *
   * @defaultValue 'instagram'
   */
  readonly login?: InstagramLogin;
  /**
   * What a picture without a text alternative is.
   *
   * @defaultValue 'error'
   */
  readonly missingAltText?: 'error' | 'warning';
  /**
   * Where the world finds a file: Instagram fetches pictures from public addresses and takes no bytes
   * of them; films without an address are sent.
   *
   * @defaultValue the address of a source that has one
   */
  readonly mediaUrl?: (source: MediaSource) => string | undefined;
  /**
   * Hashtags in a caption: the documentation says 30, the network has enforced 5 since December 2025.
   *
   * @defaultValue 5
   */
  readonly hashtags?: number;
  /**
   * What a caption over `hashtags` is; over 30 it is an error in any case.
   *
   * @defaultValue 'error'
   */
  readonly tooManyHashtags?: 'error' | 'warning';
  /**
   * People named in a caption before it is warned of; the documentation says 20, which is an error.
   *
   * @defaultValue 3
   */
  readonly mentions?: number;
  /**
   * Files of a carousel: the interface takes 10, the network's own app 20.
   *
   * @defaultValue 10
   */
  readonly carouselFiles?: number;
  /**
   * The most bytes of a reel; copies of the documentation say 100 million, 300 million and a billion.
   *
   * @defaultValue 300000000
   */
  readonly reelBytes?: number;
  /**
   * Characters of a comment before it is warned of: known from practice, not documented.
   *
   * @defaultValue 300
   */
  readonly commentCharacters?: number;
  /**
   * For how many minutes a file may be worked on, asked for once a minute, before it is made anew.
   *
   * @defaultValue 5
   */
  readonly processingMinutes?: number;
  /**
   * After how many seconds a container and the list of own posts can be trusted to show a publication.
   *
   * @defaultValue 30
   */
  readonly settleSeconds?: number;
  /**
   * The version of the interface, as in addresses.
   *
   * @defaultValue 'v25.0'
   */
  readonly version?: string;
}
